package io.kollega.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.kollega.Cast;
import io.kollega.KollegaServerTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Kollega behind a real nginx that ends the TLS, as the guide says to stand it. */
@KollegaServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BehindTlsTest {
    private static final String PROXY = "127.0.0.1";
    private static final String CLIENT = "127.0.0.2";
    private static final int TLS = port();
    private static final int PLAIN = port();

    @LocalServerPort int application;
    @Autowired Cast cast;
    @Autowired JdbcClient jdbc;
    @TempDir static Path folder;

    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final List<String> setCookies = new ArrayList<>();
    private Nginx nginx;
    private HttpClient http;

    @DynamicPropertySource
    static void stand(DynamicPropertyRegistry properties) {
        properties.add("KOLLEGA_ADDRESS", () -> "https://localhost:" + TLS);
        properties.add("KOLLEGA_PROXIES", () -> PROXY);
    }

    @BeforeAll
    void start() throws Exception {
        nginx = Nginx.start(folder, PLAIN, TLS, application);
        http = client(CLIENT).sslContext(nginx.trusted()).build();
    }

    @AfterAll
    void stop() {
        if (nginx != null) {
            http.close();
            nginx.close();
        }
    }

    @Test
    void bindsEveryCookieToThisHostAndTls() throws Exception {
        signIn("adam", Cast.PASSWORD);
        form("/preferences", "/", "language=en&theme=dark&back=%2F");
        assertThat(setCookies)
                .isNotEmpty()
                .allSatisfy(cookie ->
                        assertThat(cookie)
                                .startsWith("__Host-kollega")
                                .containsIgnoringCase("; Secure")
                                .containsIgnoringCase("; HttpOnly")
                                .contains("Path=/")
                                .contains("SameSite=Lax")
                                .doesNotContainIgnoringCase("Domain="));
        assertThat(cookies.keySet())
                .contains(
                        "__Host-kollega",
                        "__Host-kollega-csrf",
                        "__Host-kollega-device",
                        "__Host-kollega-language",
                        "__Host-kollega-theme");
        assertThat(get("/").statusCode()).as("the session holds").isEqualTo(200);
        assertThat(get("/").body()).contains("lang=\"en\"").contains("data-bs-theme=\"dark\"");
    }

    @Test
    void tellsBrowsersToKeepToTls() throws Exception {
        for (String path :
                List.of("/sign-in", "/nothing", "/api/v1/me", "/health", "/a/%2e%2e%5c")) {
            HttpResponse<String> answer = get(path);
            assertThat(answer.headers().allValues("Strict-Transport-Security"))
                    .as("%s, answered with %d", path, answer.statusCode())
                    .containsExactly("max-age=31536000 ; includeSubDomains");
        }
    }

    @Test
    void sendsWhoComesWithoutTlsToTls() throws Exception {
        HttpResponse<String> answer =
                http.send(
                        HttpRequest.newBuilder(
                                        URI.create("http://localhost:" + PLAIN + "/requests?x=1"))
                                .build(),
                        BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(308);
        assertThat(answer.headers().firstValue("Location"))
                .contains("https://localhost:" + TLS + "/requests?x=1");
    }

    @Test
    void redirectsWithinTls() throws Exception {
        cookies.clear();
        HttpResponse<String> answer = get("/requests/1");
        assertThat(answer.statusCode()).isEqualTo(302);
        URI next = answer.uri().resolve(answer.headers().firstValue("Location").orElseThrow());
        assertThat(next).hasScheme("https").hasAuthority("localhost:" + TLS);
    }

    @Test
    void beginsOneTimeLinksWithTheConfiguredAddress() throws Exception {
        signIn("adam", Cast.PASSWORD);
        String person = "/administration/people/" + cast.id("client12").value();
        String page = form(person + "/password-link", person, "x=1").body();
        assertThat(page).contains("https://localhost:" + TLS + "/password/");
    }

    @Test
    void believesNoHostThatRequestNames() throws Exception {
        for (String path :
                List.of("/", "/sign-in", "/nothing", "/api/v1/openapi.json", "/requests/1")) {
            String answer =
                    raw(
                            "GET " + path + " HTTP/1.1",
                            "Host: evil.example",
                            "X-Forwarded-Host: evil.example",
                            "X-Forwarded-Proto: http",
                            "Forwarded: host=evil.example;proto=http");
            assertThat(answer).as(path).startsWith("HTTP/1.1 ").doesNotContain("evil.example");
        }
    }

    @Test
    void countsAttemptsAtTheClientsOwnAddress() throws Exception {
        attempt("behind-tls-1", "9.9.9.9");
        assertThat(counted(CLIENT, "behind-tls-1")).isTrue();
        assertThat(counted(PROXY, "behind-tls-1")).isFalse();
        assertThat(counted("9.9.9.9", "behind-tls-1")).as("made up").isFalse();
    }

    @Test
    void believesForwardedAddressFromNamedProxyAlone() throws Exception {
        String page = direct(PROXY, "GET", "/sign-in", "").body();
        assertThat(page).contains("_csrf");
        direct(PROXY, "POST", "/sign-in", "behind-tls-2");
        assertThat(counted("203.0.113.9", "behind-tls-2")).isTrue();
        direct("127.0.0.3", "POST", "/sign-in", "behind-tls-3");
        assertThat(counted("127.0.0.3", "behind-tls-3")).isTrue();
        assertThat(counted("203.0.113.9", "behind-tls-3")).isFalse();
    }

    /** Past nginx, with an address made up. */
    private HttpResponse<String> direct(String from, String method, String path, String login)
            throws Exception {
        try (HttpClient client = client(from).build()) {
            URI address = URI.create("http://127.0.0.1:" + application + path);
            HttpResponse<String> page =
                    client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
            if (method.equals("GET")) {
                return page;
            }
            String cookie = page.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
            return client.send(
                    HttpRequest.newBuilder(address)
                            .header("X-Forwarded-For", "203.0.113.9")
                            .header("Cookie", cookie)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(
                                    BodyPublishers.ofString(
                                            "_csrf=" + csrf(page) + "&password=x&login=" + login))
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    private boolean counted(String network, String login) {
        return jdbc.sql("select exists (select from access.attempt where key = ?)")
                .param(Secret.hash(Attempts.Count.PLACE + " " + network + " " + login))
                .query(Boolean.class)
                .single();
    }

    private void signIn(String login, String password) throws Exception {
        cookies.clear();
        assertThat(
                        form(
                                        "/sign-in",
                                        "/sign-in",
                                        "login=" + login + "&password=" + encoded(password))
                                .statusCode())
                .isEqualTo(302);
    }

    private void attempt(String login, String forged) throws Exception {
        cookies.clear();
        HttpResponse<String> page = get("/sign-in");
        HttpResponse<String> answer =
                send(
                        request("/sign-in")
                                .header("X-Forwarded-For", forged)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(
                                        BodyPublishers.ofString(
                                                "_csrf=%s&login=%s&password=x"
                                                        .formatted(csrf(page), login))));
        assertThat(answer.statusCode()).isEqualTo(422);
    }

    /** Sends a form with the token of the page it stands on. */
    private HttpResponse<String> form(String path, String page, String fields) throws Exception {
        String token = csrf(get(page));
        return send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("_csrf=" + token + "&" + fields)));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(request(path));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("https://localhost:" + TLS + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        if (!cookies.isEmpty()) {
            List<String> pairs = new ArrayList<>();
            cookies.forEach((name, value) -> pairs.add(name + "=" + value));
            request.header("Cookie", String.join("; ", pairs));
        }
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        for (String cookie : answer.headers().allValues("Set-Cookie")) {
            setCookies.add(cookie);
            String[] pair = cookie.split(";", 2)[0].split("=", 2);
            cookies.put(pair[0], pair[1]);
        }
        return answer;
    }

    private String raw(String... lines) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", application)) {
            socket.getOutputStream()
                    .write(
                            (String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n")
                                    .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static HttpClient.Builder client(String from) throws IOException {
        return HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(20))
                .localAddress(InetAddress.getByName(from));
    }

    private static String csrf(HttpResponse<String> page) {
        return Objects.requireNonNull(
                        Jsoup.parse(page.body()).selectFirst("input[name=_csrf]"), page.body())
                .val();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static int port() {
        try {
            return Nginx.freePort();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
