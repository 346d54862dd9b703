package io.kollega.demo;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A day in a small demo company, played once before Kollega first serves people. What is used here
 * is what the cache of a start holds, with the profiles by which the frequent ways are compiled
 * early. Ends the application.
 */
@Component
@ConditionalOnProperty("kollega.rehearsal")
final class Rehearsal {
    private static final int PAGES_EACH = 80;
    private static final int ACTORS = 4;

    private final Clock clock;
    private final Duration half;

    /**
     * @param half how long pages are read, and then how long requests are served
     */
    Rehearsal(Clock clock, @Value("${kollega.rehearsal}") Duration half) {
        this.clock = clock;
        this.half = half;
    }

    @EventListener
    void play(ApplicationReadyEvent ready) throws InterruptedException, ExecutionException {
        String address =
                "http://localhost:"
                        + ready.getApplicationContext()
                                .getEnvironment()
                                .getRequiredProperty("local.server.port");
        say("%d pages", together(readings(address, goesOn())));
        say("%d deeds", together(deeds(address, goesOn())));
        SpringApplication.exit(ready.getApplicationContext());
    }

    private BooleanSupplier goesOn() {
        Instant end = clock.instant().plus(half);
        return () -> clock.instant().isBefore(end);
    }

    private static int together(List<Callable<Integer>> parts)
            throws InterruptedException, ExecutionException {
        int done = 0;
        try (ExecutorService actors = Executors.newFixedThreadPool(ACTORS)) {
            for (Future<Integer> part : actors.invokeAll(parts)) {
                done += part.get();
            }
        }
        return done;
    }

    /** Each of the cast looks at what the pages lead to. */
    private static List<Callable<Integer>> readings(String address, BooleanSupplier goesOn) {
        return Arrays.stream(Cast.values())
                .<Callable<Integer>>map(member ->
                        () -> {
                            try (Visitor visitor = new Visitor(address)) {
                                visitor.signIn(member.login());
                                return visitor.lookAround(PAGES_EACH, goesOn);
                            }
                        })
                .toList();
    }

    /** Requests are submitted, answered, solved and rated, as other programs do it. */
    private static List<Callable<Integer>> deeds(String address, BooleanSupplier goesOn) {
        return Collections.nCopies(
                ACTORS,
                () -> {
                    try (Visitor client = new Visitor(address);
                            Visitor specialist = new Visitor(address)) {
                        client.signIn(Cast.CLIENT.login());
                        client.takeToken();
                        specialist.signIn(Cast.SPECIALIST.login());
                        specialist.takeToken();
                        Visitor.Ids served = specialist.ids();
                        int deeds = 0;
                        while (goesOn.getAsBoolean()) {
                            deeds += serve(client, specialist, served);
                        }
                        return deeds;
                    }
                });
    }

    private static int serve(Visitor client, Visitor specialist, Visitor.Ids served)
            throws IOException, InterruptedException {
        String asked =
                """
                {"unit":%s,"kind":"question","subject":"Rehearsal","body":"Does all of it work?"}\
                """
                        .formatted(served.unit());
        String request =
                client.call("POST", "/api/v1/requests", asked)
                        .headers()
                        .firstValue("Location")
                        .orElseThrow();
        client.call("GET", request, "");
        specialist.call(
                "PUT", request + "/assignment", "{\"person\":%s}".formatted(served.person()));
        specialist.call("POST", request + "/entries", "{\"text\":\"It does.\"}");
        specialist.call("PUT", request + "/solution", "{\"text\":\"All of it works.\"}");
        client.call(
                "PUT", request + "/rating", "{\"score\":9,\"ease\":\"easy\",\"solved\":\"yes\"}");
        specialist.call("PUT", request + "/rating", "{\"score\":8}");
        client.call("GET", request + "/ledger", "");
        return 8;
    }

    private static void say(String pattern, Object... values) {
        System.out.println("Rehearsal: " + String.format(java.util.Locale.ROOT, pattern, values));
    }
}
