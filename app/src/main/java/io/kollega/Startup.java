package io.kollega;

import io.kollega.database.CannotReachDatabase;
import io.kollega.shell.Misconfigured;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Objects;
import java.util.Optional;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.event.SpringApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.SimpleCommandLinePropertySource;

/** The first and the last words of a start: refuses a taken port, says when Kollega serves. */
final class Startup implements ApplicationListener<SpringApplicationEvent> {

    /** A start that can't go on, with the sentence to show. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused(String sentence) {
            super(sentence);
        }
    }

    @Override
    public void onApplicationEvent(SpringApplicationEvent event) {
        if (event instanceof ApplicationReadyEvent ready) {
            String port =
                    ready.getApplicationContext()
                            .getEnvironment()
                            .getProperty("local.server.port", "");
            System.out.println("Kollega is ready at http://localhost:" + port);
        }
    }

    /** Looks at the port before anything else is begun. */
    static void refuseTakenPort(String[] arguments) {
        String given =
                Objects.requireNonNullElse(
                        new SimpleCommandLinePropertySource(arguments).getProperty("server.port"),
                        System.getenv().getOrDefault("KOLLEGA_PORT", "8080"));
        int port = Integer.parseInt(given);
        if (port > 0) {
            try (ServerSocket socket = new ServerSocket()) {
                socket.setReuseAddress(true);
                socket.bind(new InetSocketAddress(port));
            } catch (IOException e) {
                throw new Refused(
                        "Port "
                                + port
                                + " is in use: stop what listens there, or choose another with"
                                + " --port.");
            }
        }
    }

    /**
     * Says why the start failed, in one sentence where the reason is known; gives the exit code.
     */
    static int explain(RuntimeException failure) {
        Optional<String> sentence =
                failure instanceof Refused
                        ? Optional.ofNullable(failure.getMessage())
                        : Misconfigured.sentence(failure)
                                .or(() -> CannotReachDatabase.sentence(failure));
        if (sentence.isPresent()) {
            System.err.println(sentence.get());
            return 2;
        }
        failure.printStackTrace(System.err);
        return 1;
    }
}
