package io.kollega.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.kollega.Cast;
import io.kollega.KollegaServerTest;
import io.kollega.Wire;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What every answer says to browsers, and what none says to strangers. */
@KollegaServerTest
class HeadersTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @LocalServerPort int port;
    @Autowired Cast cast;

    @AfterAll
    static void close() {
        CLIENT.close();
    }

    @Test
    void nameTypeAndEncoding() throws Exception {
        HttpResponse<String> page = get("/sign-in");
        assertThat(type(page)).isEqualToIgnoringCase("text/html;charset=UTF-8");
        List<String> assets =
                Jsoup.parse(page.body()).select("link[href], script[src]").stream()
                        .map(it -> it.hasAttr("href") ? it.attr("href") : it.attr("src"))
                        .toList();
        assertThat(assets).anyMatch(it -> it.endsWith(".css")).anyMatch(it -> it.endsWith(".js"));
        for (String asset : assets) {
            assertThat(type(get(asset)))
                    .as(asset)
                    .matches("(?i)(text/css|text/javascript|image/svg\\+xml);charset=utf-8");
        }
        assertThat(type(get("/api/v1/me", "Authorization", cast.bearer("irina"))))
                .isEqualTo("application/json");
    }

    @Test
    void keepBrowsersFromGuessingAndFraming() throws Exception {
        String asset = Jsoup.parse(get("/sign-in").body()).select("script[src]").attr("src");
        for (String path : List.of("/", "/sign-in", "/nothing", asset, "/api/v1/me", "/health")) {
            HttpResponse<String> answer = get(path);
            assertThat(header(answer, "X-Content-Type-Options")).as(path).isEqualTo("nosniff");
            assertThat(header(answer, "Content-Security-Policy"))
                    .as(path)
                    .contains("frame-ancestors 'none'", "object-src 'none'", "base-uri 'none'");
            assertThat(header(answer, "Cross-Origin-Opener-Policy"))
                    .as(path)
                    .isEqualTo("same-origin");
        }
    }

    @Test
    void carryTokenOfFormsThatNobodyGuesses() throws Exception {
        assertThat(get("/sign-in").headers().allValues("Set-Cookie"))
                .anyMatch(it -> it.matches("kollega-csrf=[A-Za-z0-9_-]{43};.*"));
    }

    @Test
    void openNothingToOtherOrigins() throws Exception {
        for (String path : List.of("/sign-in", "/api/v1/me", "/icon.svg", "/health")) {
            HttpResponse<String> answer = get(path, "Origin", "https://elsewhere.example");
            assertThat(answer.headers().map().keySet())
                    .as(path)
                    .noneMatch(it -> it.toLowerCase().startsWith("access-control-"));
        }
        HttpResponse<String> asked =
                CLIENT.send(
                        HttpRequest.newBuilder(address("/api/v1/requests"))
                                .header("Origin", "https://elsewhere.example")
                                .header("Access-Control-Request-Method", "POST")
                                .method("OPTIONS", BodyPublishers.noBody())
                                .build(),
                        BodyHandlers.ofString());
        assertThat(header(asked, "Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void sayNothingOfWhatAnswers() throws Exception {
        for (String path : List.of("/sign-in", "/nothing", "/api/v1/nothing", "/health")) {
            HttpResponse<String> answer = get(path);
            assertThat(header(answer, "Server")).as(path).isEmpty();
            assertThat(header(answer, "X-Powered-By")).as(path).isEmpty();
            assertThat(answer.body()).as(path).doesNotContain("Tomcat", "Spring", "java.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "TRACK", "CONNECT", "DEBUG", "PROPFIND"})
    void refuseMethodsThatNobodyNeeds(String method) throws Exception {
        assertThat(said(method + " /sign-in HTTP/1.1\r\nHost: localhost\r\nX-Echo: secret\r\n"))
                .matches("(?s)HTTP/1.1 (400|403|405|501) .*")
                .doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/.git/config",
                "/css/",
                "/js/",
                "/webjars/",
                "/webjars/htmx.org/",
                "/application.yml",
                "/WEB-INF/web.xml",
                "/META-INF/MANIFEST.MF",
                "/pom.xml",
                "/../application.yml"
            })
    void giveNeitherFoldersNorSources(String path) throws Exception {
        assertThat(said("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n"))
                .matches("(?s)HTTP/1.1 (400|404) .*");
    }

    @Test
    void agreeOnWhereRequestEnds() throws Exception {
        String post = "POST /sign-in HTTP/1.1\r\nHost: localhost\r\n";
        String hidden = "GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n";
        assertThat(said(post + "Content-Length: 3\r\nContent-Length: 5\r\n")).contains(" 400 ");
        assertThat(said(post + "Transfer-Encoding: nonsense\r\n")).containsAnyOf(" 400 ", " 501 ");
        String both =
                said(
                        post
                                + "Content-Length: "
                                + (hidden.length() + 5)
                                + "\r\nTransfer-Encoding: chunked\r\n",
                        "0\r\n\r\n" + hidden);
        // Whichever length another party believes, nothing hidden in a body is answered.
        assertThat(both.split("HTTP/1.1 ", -1)).hasSize(2);
        assertThat(both).doesNotContain("liveness");
    }

    private String said(String head, String... body) throws IOException {
        String closing = body.length == 0 ? "Connection: close\r\n" : "";
        try (Wire wire = Wire.to(port)) {
            return wire.say(head + closing + "\r\n" + String.join("", body)).hear(PATIENCE);
        }
    }

    private HttpResponse<String> get(String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static String type(HttpResponse<String> answer) {
        return header(answer, "Content-Type").replace("; ", ";");
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
