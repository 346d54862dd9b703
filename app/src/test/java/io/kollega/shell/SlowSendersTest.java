package io.kollega.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.kollega.Cast;
import io.kollega.KollegaServerTest;
import io.kollega.Wire;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.test.context.TestPropertySource;

/** Those who send slowly, or not at all, take nothing from the others. */
@KollegaServerTest
@TestPropertySource(properties = "kollega.bodies.patience=6s")
class SlowSendersTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Duration WHILE = Duration.ofSeconds(20);
    private static final String FORM = "application/x-www-form-urlencoded";

    @LocalServerPort int port;
    @Autowired Cast cast;
    @Autowired ServletWebServerApplicationContext context;

    private final List<Wire> wires = new ArrayList<>();

    @AfterAll
    static void end() {
        CLIENT.close();
    }

    @AfterEach
    void hangUp() throws IOException {
        for (Wire wire : wires) {
            wire.close();
        }
    }

    @Test
    void servesOthersWhileManySendSlowly() throws Exception {
        for (int i = 0; i < 500; i++) {
            dial();
        }
        List<Wire> heads = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            heads.add(dial().say("GET /sign-in HTTP/1.1\r\nHost: localhost\r\nX-Slow: "));
        }
        List<Wire> bodies = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            bodies.add(dial().say(head(FORM, "Content-Length: 1000")).say("login="));
        }
        for (int i = 0; i < 20; i++) {
            bodies.add(dial().say(head(FORM, "Transfer-Encoding: chunked")).say("64\r\n"));
        }
        for (int round = 0; round < 10; round++) {
            for (Wire slow : heads) {
                slow.say("a");
            }
            for (Wire slow : bodies) {
                slow.say("a");
            }
            assertThat(health()).isLessThan(Duration.ofSeconds(1));
        }
        assertThat(signIn()).isEqualTo(302);
        for (Wire slow : bodies) {
            assertThat(slow.hear(WHILE)).startsWith("HTTP/1.1 408").contains("<h1>");
        }
        assertThat(health()).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void takesBodyThatComesInPieces() throws Exception {
        String body = "{\"unit\":%d,\"kind\":\"question\",\"subject\":\"%s\"}";
        String whole = body.formatted(cast.unit("it").value(), "Печать ".repeat(20));
        byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
        for (boolean chunked : new boolean[] {false, true}) {
            Wire wire =
                    dial().say(
                                    """
                                    POST /api/v1/requests HTTP/1.1\r
                                    Host: localhost\r
                                    Connection: close\r
                                    Authorization: %s\r
                                    Content-Type: application/json\r
                                    %s\r
                                    \r
                                    """
                                            .formatted(
                                                    cast.bearer("irina"),
                                                    chunked
                                                            ? "Transfer-Encoding: chunked"
                                                            : "Content-Length: " + bytes.length));
            for (int from = 0; from < bytes.length; from += 50) {
                int size = Math.min(50, bytes.length - from);
                byte[] piece = java.util.Arrays.copyOfRange(bytes, from, from + size);
                if (chunked) {
                    wire.say(Integer.toHexString(size) + "\r\n").say(piece).say("\r\n");
                } else {
                    wire.say(piece);
                }
                health();
            }
            if (chunked) {
                wire.say("0\r\n\r\n");
            }
            assertThat(wire.hear(WHILE)).startsWith("HTTP/1.1 201");
        }
    }

    @Test
    void asksForBodyThatIsWaitedFor() throws Exception {
        String form = "login=nobody&password=x";
        Wire wire =
                dial().say(head(FORM, "Expect: 100-continue\r\nContent-Length: " + form.length()));
        health();
        assertThat(wire.say(form).hear(WHILE))
                .startsWith("HTTP/1.1 100")
                .contains("HTTP/1.1 403", "<h1>");
    }

    @Test
    void keepsNoFilesOfStrangers() throws Exception {
        long before = spooled();
        Wire wire = dial().say(head("multipart/form-data; boundary=B", "Content-Length: 3000000"));
        wire.say("--B\r\nContent-Disposition: form-data; name=\"f\"; filename=\"f\"\r\n\r\n");
        wire.say("x".repeat(2_000_000));
        health();
        assertThat(spooled()).isEqualTo(before);
        assertThat(wire.say("x".repeat(1_000_000)).hear(WHILE)).startsWith("HTTP/1.1 401");
        assertThat(spooled()).isEqualTo(before);
        assertThat(
                        dial().say(
                                        head(
                                                "multipart/form-data; boundary=B",
                                                "Expect: 100-continue\r\nContent-Length: 3000000"))
                                .hear(WHILE))
                .startsWith("HTTP/1.1 401");
    }

    @Test
    void closesAfterRefusalOfWhatNoAnswerCanWaitFor() throws Exception {
        Wire wire = dial().say(head(FORM, "Content-Length: 4000000"));
        assertThat(wire.say("x".repeat(4_000_000)).hear(WHILE)).startsWith("HTTP/1.1 413");
    }

    private Wire dial() throws IOException {
        Wire wire = Wire.to(port);
        wires.add(wire);
        return wire;
    }

    private static String head(String type, String more) {
        return "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: "
                + type
                + "\r\n"
                + more
                + "\r\n\r\n";
    }

    private Duration health() throws Exception {
        long begun = System.nanoTime();
        assertThat(get("/health").statusCode()).isEqualTo(200);
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private int signIn() throws Exception {
        HttpResponse<String> page = get("/sign-in");
        String token =
                Objects.requireNonNull(Jsoup.parse(page.body()).selectFirst("input[name=_csrf]"))
                        .val();
        String cookie = page.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
        String form =
                "_csrf=%s&login=pavel&password=%s"
                        .formatted(token, URLEncoder.encode(Cast.PASSWORD, StandardCharsets.UTF_8));
        return CLIENT.send(
                        HttpRequest.newBuilder(address("/sign-in"))
                                .header("Content-Type", FORM)
                                .header("Cookie", cookie)
                                .POST(BodyPublishers.ofString(form))
                                .build(),
                        BodyHandlers.ofString())
                .statusCode();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return CLIENT.send(
                HttpRequest.newBuilder(address(path)).timeout(WHILE).build(),
                BodyHandlers.ofString());
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    /** Files of bodies and of forms: named ones, and those that only this process still holds. */
    private long spooled() throws IOException {
        File folder =
                (File)
                        Objects.requireNonNull(
                                Objects.requireNonNull(context.getServletContext())
                                        .getAttribute("jakarta.servlet.context.tempdir"));
        Path open = Path.of("/proc/self/fd");
        try (Stream<Path> named = Files.walk(folder.toPath());
                Stream<Path> held = Files.isDirectory(open) ? Files.list(open) : Stream.empty()) {
            return named.filter(Files::isRegularFile).count()
                    + held.filter(it -> target(it).startsWith(folder.getPath())).count();
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException gone) {
            return "";
        }
    }
}
