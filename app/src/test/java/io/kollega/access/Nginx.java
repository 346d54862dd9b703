package io.kollega.access;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A real nginx before the application, as the guide's sample configures it, with a certificate that
 * it has signed itself. Without nginx on this machine its tests are skipped, by name.
 */
final class Nginx implements AutoCloseable {
    private static final Path SAMPLE = Path.of("../docs/guide/nginx.conf");
    private static final char[] NO_SECRET = "changeit".toCharArray();

    private final Process process;
    private final KeyStore keys;

    private Nginx(Process process, KeyStore keys) {
        this.process = process;
        this.keys = keys;
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    static Nginx start(Path folder, int plain, int tls, int application) throws Exception {
        Path program =
                Stream.of("/usr/sbin/nginx", "/usr/local/sbin/nginx", "/usr/bin/nginx")
                        .map(Path::of)
                        .filter(Files::isExecutable)
                        .findFirst()
                        .orElse(null);
        assumeTrue(
                program != null,
                "There is no nginx, so nothing was tried behind TLS: install it (on Debian:"
                        + " apt-get install nginx).");
        KeyStore keys = selfSigned(folder);
        write(
                folder.resolve("key.pem"),
                "PRIVATE KEY",
                keys.getKey("localhost", NO_SECRET).getEncoded());
        write(
                folder.resolve("certificate.pem"),
                "CERTIFICATE",
                keys.getCertificate("localhost").getEncoded());
        String sample =
                Files.readString(SAMPLE)
                        .replace("https://kollega.example.com$", "https://localhost:" + tls + "$")
                        .replace("server_name kollega.example.com", "server_name localhost")
                        .replace("listen 80;", "listen 127.0.0.1:" + plain + ";")
                        .replace("listen 443 ", "listen 127.0.0.1:" + tls + " ")
                        .replace(
                                "/etc/ssl/private/kollega.pem",
                                folder.resolve("certificate.pem").toString())
                        .replace(
                                "/etc/ssl/private/kollega.key",
                                folder.resolve("key.pem").toString())
                        .replace("127.0.0.1:8080", "127.0.0.1:" + application);
        Files.writeString(
                folder.resolve("nginx.conf"),
                """
                daemon off;
                master_process off;
                pid nginx.pid;
                error_log errors.log;
                events {}
                http {
                    access_log off;
                    client_body_temp_path body;
                    proxy_temp_path proxy;
                    fastcgi_temp_path fastcgi;
                    uwsgi_temp_path uwsgi;
                    scgi_temp_path scgi;
                %s
                }
                """
                        .formatted(sample));
        Process process =
                new ProcessBuilder(
                                program.toString(),
                                "-p",
                                folder.toString(),
                                "-c",
                                "nginx.conf",
                                "-e",
                                "errors.log")
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("output.log").toFile())
                        .start();
        awaitListening(process, tls, folder);
        return new Nginx(process, keys);
    }

    /** Trusts this certificate, and no other. */
    SSLContext trusted() throws Exception {
        TrustManagerFactory trust =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        KeyStore certificates = KeyStore.getInstance(KeyStore.getDefaultType());
        certificates.load(null, null);
        certificates.setCertificateEntry("localhost", keys.getCertificate("localhost"));
        trust.init(certificates);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static KeyStore selfSigned(Path folder) throws Exception {
        Path store = folder.resolve("keys.p12");
        Process made =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-keyalg",
                                "EC",
                                "-alias",
                                "localhost",
                                "-dname",
                                "CN=localhost",
                                "-ext",
                                "SAN=dns:localhost",
                                "-validity",
                                "2",
                                "-storepass",
                                new String(NO_SECRET),
                                "-keystore",
                                store.toString())
                        .inheritIO()
                        .start();
        if (made.waitFor() != 0) {
            throw new IllegalStateException("keytool made no certificate");
        }
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, NO_SECRET);
        }
        return keys;
    }

    private static void write(Path file, String kind, byte[] bytes) throws IOException {
        String lines =
                Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(bytes);
        Files.writeString(
                file, "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(kind, lines, kind));
    }

    private static void awaitListening(Process process, int port, Path folder) throws Exception {
        while (true) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress("127.0.0.1", port), 1000);
                return;
            } catch (IOException _) {
                if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
                    throw new IllegalStateException(
                            Files.readString(folder.resolve("output.log"))
                                    + Files.readString(folder.resolve("errors.log")));
                }
            }
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(20, TimeUnit.SECONDS).join();
    }
}
