package io.kollega.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.kollega.Cast;
import io.kollega.KollegaServerTest;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What only shows over HTTP: headers, cookies, sessions that are not made. */
@KollegaServerTest
class OverHttpTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Pattern COOKIE = Pattern.compile("^([^=]+=[^;]*)");

    @LocalServerPort int port;
    @Autowired Cast cast;
    @Autowired JdbcClient jdbc;

    @AfterAll
    static void close() {
        CLIENT.close();
    }

    @Test
    void writesNoSessionForStrangersAndPrograms() throws Exception {
        long before = sessions();
        HttpResponse<String> page = get("/sign-in");
        assertThat(post(page, "/sign-in", "login=irina&password=wrong").statusCode())
                .isEqualTo(422);
        assertThat(get("/").statusCode()).isEqualTo(302);
        assertThat(get("/nothing-here").statusCode()).isEqualTo(404);
        assertThat(get("/api/v1/me", "Authorization", cast.bearer("irina")).statusCode())
                .isEqualTo(200);
        assertThat(sessions()).isEqualTo(before);
    }

    @Test
    void keepsSessionInRowAndCookieFromScripts() throws Exception {
        long before = sessions();
        HttpResponse<String> admitted =
                post(
                        get("/sign-in"),
                        "/sign-in",
                        "login=pavel&password="
                                + URLEncoder.encode(Cast.PASSWORD, StandardCharsets.UTF_8));
        assertThat(admitted.statusCode()).isEqualTo(302);
        assertThat(sessions()).isEqualTo(before + 1);
        assertThat(admitted.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie ->
                        assertThat(cookie)
                                .startsWith("kollega=")
                                .contains("HttpOnly")
                                .contains("SameSite=Lax"));
        assertThat(get("/sign-in").headers().allValues("Set-Cookie"))
                .allSatisfy(
                        cookie -> assertThat(cookie).contains("HttpOnly").contains("SameSite=Lax"));
    }

    @Test
    void answersProgramsByProblemsAndPeopleByPages() throws Exception {
        HttpResponse<String> program = get("/api/v1/nothing");
        assertThat(program.statusCode()).isEqualTo(404);
        assertThat(header(program, "Content-Type")).isEqualTo("application/problem+json");
        HttpResponse<String> person = get("/nothing");
        assertThat(person.statusCode()).isEqualTo(404);
        assertThat(header(person, "Content-Type")).startsWith("text/html");
        assertThat(person.body()).contains("<h1>").doesNotContain("Exception");
        HttpResponse<String> malformed = get("/sign-in/%2e%2e%5c");
        assertThat(malformed.statusCode()).isEqualTo(400);
        assertThat(malformed.body()).doesNotContain("Exception");
    }

    @Test
    void guardsPagesByHeaders() throws Exception {
        for (String path : List.of("/sign-in", "/nothing", "/api/v1/me", "/health")) {
            HttpResponse<String> response = get(path);
            assertThat(header(response, "Content-Security-Policy"))
                    .contains("default-src 'self'")
                    .contains("script-src 'self'")
                    .contains("style-src 'self'")
                    .contains("frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(header(response, "Referrer-Policy")).isEqualTo("same-origin");
            assertThat(header(response, "Cache-Control")).contains("no-store");
        }
    }

    @Test
    void keepsAssetsForYearUnderAddressesWithTheirVersion() throws Exception {
        List<String> assets =
                Jsoup.parse(get("/sign-in").body()).select("link[href], script[src]").stream()
                        .map(it -> it.hasAttr("href") ? it.attr("href") : it.attr("src"))
                        .toList();
        assertThat(assets).isNotEmpty();
        for (String asset : assets) {
            assertThat(asset).matches(".*-[0-9a-f]{32}\\.(css|js|svg)");
            HttpResponse<String> response = get(asset);
            assertThat(response.statusCode()).as(asset).isEqualTo(200);
            assertThat(header(response, "Cache-Control")).contains("max-age=31536000");
        }
    }

    @Test
    void tellsItsHealthWithoutToken() throws Exception {
        for (String path : List.of("/health", "/api/v1/health")) {
            HttpResponse<String> health = get(path);
            assertThat(health.statusCode()).isEqualTo(200);
            assertThat(health.body())
                    .contains("\"liveness\":\"up\"")
                    .contains("\"readiness\":\"up\"")
                    .contains("\"version\":\"");
        }
    }

    @Test
    void keepsOperationsFromStrangers() throws Exception {
        assertThat(get("/actuator/health").statusCode()).isEqualTo(401);
        assertThat(get("/actuator/health", "Authorization", cast.bearer("irina")).statusCode())
                .isEqualTo(403);
        assertThat(get("/actuator/health", "Authorization", cast.bearer("adam")).statusCode())
                .isEqualTo(200);
    }

    private long sessions() {
        return jdbc.sql("select count(*) from access.spring_session").query(Long.class).single();
    }

    private HttpResponse<String> get(String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    /** Sends the form of a page with the page's own token and cookie. */
    private HttpResponse<String> post(HttpResponse<String> page, String path, String form)
            throws IOException, InterruptedException {
        String token =
                Objects.requireNonNull(Jsoup.parse(page.body()).selectFirst("input[name=_csrf]"))
                        .val();
        Matcher cookie = COOKIE.matcher(header(page, "Set-Cookie"));
        assertThat(cookie.find()).isTrue();
        return CLIENT.send(
                HttpRequest.newBuilder(address(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Cookie", cookie.group(1))
                        .POST(BodyPublishers.ofString("_csrf=" + token + "&" + form))
                        .build(),
                BodyHandlers.ofString());
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
