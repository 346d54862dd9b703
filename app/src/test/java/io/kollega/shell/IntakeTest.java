package io.kollega.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.kollega.Cast;
import io.kollega.KollegaServerTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What can't be read is refused with a sentence, whoever sends it. */
@KollegaServerTest
class IntakeTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @LocalServerPort int port;
    @Autowired Cast cast;

    @AfterAll
    static void close() {
        CLIENT.close();
    }

    @Test
    void refusesWhatIsNoUtf8() throws Exception {
        for (String path : List.of("/sign-in?to=%C3%28", "/services?q=%C3%28")) {
            HttpResponse<String> page = get(path);
            assertThat(page.statusCode()).as(path).isEqualTo(400);
            assertThat(page.body()).contains("<h1>");
            assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
        }
        HttpResponse<String> program =
                get("/api/v1/units?q=%C3%28", "Authorization", cast.bearer("irina"));
        assertThat(program.statusCode()).isEqualTo(400);
        assertThat(type(program)).isEqualTo("application/problem+json");
        assertThat(program.body()).contains("percent-encoded");
        assertThat(send("/sign-in", "application/x-www-form-urlencoded", "login=%C3%28"))
                .extracting(HttpResponse::statusCode)
                .isEqualTo(400);
    }

    @Test
    void refusesFormsOfThousandFields() throws Exception {
        String form = "a=1&".repeat(2000);
        assertThat(send("/sign-in", "application/x-www-form-urlencoded", form).statusCode())
                .isIn(400, 413);
    }

    @Test
    void refusesFormThatSaysOneThingAndItsAddressAnother() throws Exception {
        String form = "application/x-www-form-urlencoded";
        for (String address : List.of("/sign-in?to=%2Fa", "/sign-in?a=1&t%6f=%2Fa")) {
            assertThat(send(address, form, "login=irina&to=%2Fb").statusCode())
                    .as(address)
                    .isEqualTo(400);
        }
        assertThat(send("/sign-in?a=1", form, "login=irina&to=%2Fb").statusCode()).isEqualTo(403);
        assertThat(send("/sign-in", form, "to=%2Fa&to=%2Fb").statusCode()).isEqualTo(403);
    }

    @Test
    void refusesJsonThatIsDeeperThanAnythingIsMeant() throws Exception {
        String deep = "{\"fields\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
        assertThat(json("/api/v1/requests", cast.bearer("irina"), deep).statusCode())
                .isEqualTo(400);
        String number = "{\"unit\":" + "9".repeat(5_000) + "}";
        assertThat(json("/api/v1/requests", cast.bearer("irina"), number).statusCode())
                .isEqualTo(400);
    }

    @Test
    void cleansWhatIsTyped() throws Exception {
        HttpResponse<String> page = get("/sign-in?to=%2Fa%00%E2%80%AEb");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(Jsoup.parse(page.body()).select("input[name=to]").val()).isEqualTo("/ab");
    }

    @Test
    void refusesBodiesTooLarge() throws Exception {
        String body = "{\"login\":\"" + "a".repeat(2 << 20) + "\"}";
        for (boolean chunked : new boolean[] {false, true}) {
            HttpResponse<String> refused =
                    CLIENT.send(
                            HttpRequest.newBuilder(address("/api/v1/requests"))
                                    .header("Authorization", cast.bearer("irina"))
                                    .header("Content-Type", "application/json")
                                    .header("Idempotency-Key", "large")
                                    .POST(
                                            chunked
                                                    ? BodyPublishers.ofInputStream(() ->
                                                            new ByteArrayInputStream(bytes(body)))
                                                    : BodyPublishers.ofString(body))
                                    .build(),
                            BodyHandlers.ofString());
            assertThat(refused.statusCode()).isEqualTo(413);
            assertThat(type(refused)).isEqualTo("application/problem+json");
        }
    }

    @Test
    void givesBackWhatWasTypedBesideFileTooLarge() throws Exception {
        HttpResponse<String> refused = upload(21 << 20, origin());
        assertThat(refused.statusCode()).isEqualTo(413);
        Document page = Jsoup.parse(refused.body());
        assertThat(page.text()).contains("20 МБ");
        assertThat(page.select("textarea").text()).isEqualTo("Не работает принтер");
        assertThat(page.select("a.btn-primary").attr("href")).isEqualTo("/requests/new?unit=1");
        assertThat(upload(21 << 20, "http://elsewhere.example").body())
                .doesNotContain("Не работает принтер");
    }

    @Test
    void saysLimitWhereFormCantBeReadAtAll() throws Exception {
        HttpResponse<String> refused = upload(125 << 20, origin());
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.body()).contains("20 МБ");
    }

    @Test
    void saysInItsOwnWordsWhatTheContainerRefuses() throws Exception {
        for (String path : List.of("/password/%00", "/requests/1%2F..", "/a%5Cb")) {
            String page = raw(path, "Accept-Language: en\r\n");
            assertThat(page).as(path).contains("<h1>").doesNotContain("HTTP Status", "Tomcat");
            String program = raw("/api/v1" + path, "");
            assertThat(program).contains("application/problem+json", "urn:kollega:problem:");
        }
    }

    @Test
    void tellsProgramsWhichParameterIsWrong() throws Exception {
        String token = cast.bearer("irina");
        assertThat(get("/api/v1/units?limit=abc", "Authorization", token).body())
                .contains("limit", "a whole number");
        HttpResponse<String> xml =
                get("/api/v1/units", "Authorization", token, "Accept", "application/xml");
        assertThat(xml.statusCode()).isEqualTo(406);
        HttpResponse<String> unknown =
                json("/api/v1/requests", token, "{\"unit\":1,\"subjekt\":\"x\"}");
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(unknown.body()).contains("There is no property subjekt");
        assertThat(json("/api/v1/requests", token, "{\"unit\":18.5}").body())
                .contains("unit", "a whole number");
        assertThat(json("/api/v1/requests", token, "{\"unit\":").body()).contains("line 1");
    }

    private HttpResponse<String> upload(int size, String origin) throws Exception {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(
                bytes(
                        """
                        --B\r
                        Content-Disposition: form-data; name="subject"\r
                        \r
                        Не работает принтер\r
                        --B\r
                        Content-Disposition: form-data; name="files"; filename="a.pdf"\r
                        Content-Type: application/pdf\r
                        \r
                        """));
        body.writeBytes(new byte[size]);
        body.writeBytes(bytes("\r\n--B--\r\n"));
        return CLIENT.send(
                HttpRequest.newBuilder(address("/requests"))
                        .header("Authorization", cast.bearer("irina"))
                        .header("Content-Type", "multipart/form-data; boundary=B")
                        .header("Origin", origin)
                        .header("Referer", origin + "/requests/new?unit=1")
                        .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> json(String path, String token, String body) throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(address(path))
                        .header("Authorization", token)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", "once")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> send(String path, String type, String body) throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(address(path))
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    /** An address that no client library would send. */
    private String raw(String path, String headers) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.getOutputStream()
                    .write(
                            bytes(
                                    "GET "
                                            + path
                                            + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                                            + headers
                                            + "\r\n"));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String origin() {
        return "http://localhost:" + port;
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String type(HttpResponse<String> response) {
        return response.headers().firstValue("Content-Type").orElse("");
    }
}
