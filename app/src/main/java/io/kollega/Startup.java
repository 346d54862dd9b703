package io.kollega;

import io.kollega.database.CannotReachDatabase;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Objects;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.event.SpringApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.ConfigurableEnvironment;
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
            sayReady(ready);
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

    private static void sayReady(ApplicationReadyEvent ready) {
        ConfigurableEnvironment environment = ready.getApplicationContext().getEnvironment();
        String port = environment.getProperty("local.server.port", "");
        if (environment.getProperty("kollega.train", Boolean.class, false)) {
            warm(port);
            SpringApplication.exit(ready.getApplicationContext());
            return;
        }
        System.out.println("Kollega is ready at http://localhost:" + port);
    }

    /** Touches what a first visitor would, so that the training run has loaded it. */
    private static void warm(String port) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (String path : new String[] {"/sign-in", "/health", "/api/v1/me"}) {
                URI address = URI.create("http://localhost:" + port + path);
                client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding());
            }
        } catch (IOException e) {
            throw new IllegalStateException("The training run does not answer.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Says why the start failed, in one sentence where the reason is known; gives the exit code.
     */
    static int explain(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refused || cause instanceof CannotReachDatabase) {
                System.err.println(cause.getMessage());
                return 2;
            }
        }
        failure.printStackTrace(System.err);
        return 1;
    }
}
