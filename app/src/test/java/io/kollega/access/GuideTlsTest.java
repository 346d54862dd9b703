package io.kollega.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a proxy that is set up as the guide says speaks with whom; nothing stands behind it here.
 */
class GuideTlsTest {
    private static final byte ALERT = 21;
    private static final byte PROTOCOL_VERSION = 70;

    @TempDir static Path folder;
    private static int plain;
    private static int tls;
    private static Nginx nginx;

    @BeforeAll
    static void start() throws Exception {
        plain = Nginx.freePort();
        tls = Nginx.freePort();
        nginx = Nginx.start(folder, plain, tls, Nginx.freePort());
    }

    @AfterAll
    static void stop() {
        if (nginx != null) {
            nginx.close();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void refusesTlsOlderThanTwelve(int minor) throws Exception {
        byte[] answer = new byte[7];
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), tls)) {
            socket.getOutputStream().write(hello(minor));
            assertThat(socket.getInputStream().readNBytes(answer, 0, answer.length)).isEqualTo(7);
        }
        assertThat(answer[0]).isEqualTo(ALERT);
        assertThat(answer[6]).isEqualTo(PROTOCOL_VERSION);
    }

    @Test
    void prefersTheNewest() throws Exception {
        SSLSession session = agreed(new SSLParameters());
        assertThat(session.getProtocol()).isEqualTo("TLSv1.3");
    }

    @ParameterizedTest
    @CsvSource({
        "TLSv1.2, TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
        "TLSv1.2, TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
        "TLSv1.2, TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
        "TLSv1.3, TLS_AES_256_GCM_SHA384"
    })
    void takesCiphersWithForwardSecrecyAndAuthentication(String protocol, String cipher)
            throws Exception {
        SSLSession session = agreed(parameters(protocol, cipher));
        assertThat(session.getCipherSuite()).isEqualTo(cipher);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256",
                "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384",
                "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA"
            })
    void refusesOtherCiphers(String cipher) {
        assertThatThrownBy(() -> agreed(parameters("TLSv1.2", cipher)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("handshake_failure");
    }

    @Test
    void refusesProgramsThatComeWithoutTlsAndSendsPeopleToIt() throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> program = get(http, "/api/v1/me");
            assertThat(program.statusCode()).isEqualTo(403);
            assertThat(program.headers().firstValue("Location")).isEmpty();
            assertThat(get(http, "/requests").statusCode()).isEqualTo(308);
        }
    }

    private static HttpResponse<String> get(HttpClient http, String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + plain + path)).build(),
                BodyHandlers.ofString());
    }

    private static SSLParameters parameters(String protocol, String cipher) {
        return new SSLParameters(new String[] {cipher}, new String[] {protocol});
    }

    private static SSLSession agreed(SSLParameters parameters) throws Exception {
        try (SSLSocket socket =
                (SSLSocket)
                        nginx.trusted()
                                .getSocketFactory()
                                .createSocket(InetAddress.getLoopbackAddress(), tls)) {
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            return socket.getSession();
        }
    }

    /** What a client says first that knows no later TLS than 1.{@code minor - 1}; Java won't. */
    private static byte[] hello(int minor) {
        byte version = 3;
        ByteBuffer body =
                ByteBuffer.allocate(43)
                        .put(version)
                        .put((byte) minor)
                        .put(new byte[32])
                        .put((byte) 0)
                        .putShort((short) 4)
                        .putShort((short) 0xc009)
                        .putShort((short) 0xc00a)
                        .put((byte) 1)
                        .put((byte) 0);
        return ByteBuffer.allocate(52)
                .put((byte) 22)
                .put(version)
                .put((byte) 1)
                .putShort((short) 47)
                .put((byte) 1)
                .put((byte) 0)
                .putShort((short) 43)
                .put(body.array())
                .array();
    }
}
