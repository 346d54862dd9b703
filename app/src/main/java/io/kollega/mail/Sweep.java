package io.kollega.mail;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets what was given up long ago, and threads in which nobody has written for a year. */
@Component
final class Sweep {
    private static final Duration GIVEN_UP_KEPT = Duration.ofDays(30);
    private static final Duration THREADS_KEPT = Duration.ofDays(365);

    private final JdbcClient jdbc;
    private final Clock clock;

    Sweep(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 12, timeUnit = TimeUnit.HOURS)
    void sweep() {
        jdbc.sql("delete from mail.letter where given_up_at < ?")
                .param(Timestamp.from(clock.instant().minus(GIVEN_UP_KEPT)))
                .update();
        jdbc.sql("delete from mail.thread where at < ?")
                .param(Timestamp.from(clock.instant().minus(THREADS_KEPT)))
                .update();
    }
}
