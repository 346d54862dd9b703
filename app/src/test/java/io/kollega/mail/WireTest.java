package io.kollega.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WireTest {
    /**
     * The command at which the server says something else than yes, what it says, what we make of
     * it.
     */
    @ParameterizedTest
    @CsvSource({
        "RCPT, 550 no such user, Refused[trouble=RECIPIENT_REFUSED]",
        "RCPT, 450 greylisted, Postponed[trouble=LATER]",
        "RCPT, 421 closing, Down[trouble=NO_SERVER]",
        "MAIL, 553 not in your name, Down[trouble=SENDER_REFUSED]",
        ".,    554 not this one, Refused[trouble=REFUSED]",
        ".,    451 not now, Postponed[trouble=LATER]",
        "none, 250 ok, Taken[]"
    })
    void tellsWhoseFaultItIs(String at, String answer, String verdict) throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> serve(socket, at, answer));
            MailServer server = MailServer.read("smtp://127.0.0.1:" + socket.getLocalPort());
            try (Wire wire = new Wire(server, "kollega@company.example")) {
                MimeMessage message = new MimeMessage(wire.session());
                message.setText("x");
                message.saveChanges();
                assertThat(wire.send(message, new InternetAddress("a@company.example")))
                        .hasToString(verdict);
            }
        }
    }

    private static void serve(ServerSocket server, String at, String answer) {
        try (Socket socket = server.accept();
                BufferedReader in =
                        new BufferedReader(
                                new InputStreamReader(
                                        socket.getInputStream(), StandardCharsets.US_ASCII));
                PrintWriter out =
                        new PrintWriter(
                                socket.getOutputStream(), true, StandardCharsets.US_ASCII)) {
            out.print("220 hello\r\n");
            out.flush();
            boolean data = false;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (data && !line.equals(".")) {
                    continue;
                }
                data = line.equals("DATA");
                out.print((line.startsWith(at) ? answer : data ? "354 go" : "250 ok") + "\r\n");
                out.flush();
            }
        } catch (IOException _) {
            // The test has ended.
        }
    }
}
