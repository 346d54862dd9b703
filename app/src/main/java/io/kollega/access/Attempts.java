package io.kollega.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Limits attempts to sign in: by login from one address, by login from anywhere, by address. The
 * counts are rows, so they hold across nodes; every attempt is counted before the password is
 * looked at, so that attempts at once can't slip by.
 */
@Component
final class Attempts {
    static final Duration WINDOW = Duration.ofMinutes(15);
    static final int BY_LOGIN_AND_ADDRESS = 8;
    static final int BY_LOGIN = 40;
    static final int BY_ADDRESS = 100;

    private final JdbcClient jdbc;
    private final Clock clock;

    Attempts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Limit(String key, int limit) {}

    private static List<Limit> limits(String login, String address) {
        return List.of(
                new Limit("both " + address + " " + login, BY_LOGIN_AND_ADDRESS),
                new Limit("login " + login, BY_LOGIN),
                new Limit("address " + address, BY_ADDRESS));
    }

    /** Counts an attempt, and says whether it may go on. */
    boolean allow(String login, String address) {
        Instant now = clock.instant();
        List<Limit> limits = limits(login, address);
        List<Boolean> within =
                jdbc
                        .sql(
                                """
                                insert into access.sign_in_attempt as a (key, window_start, attempts)
                                select key, :now, 1 from unnest(:keys::bytea[]) as g (key) order by key
                                on conflict (key) do update set
                                    attempts = case when a.window_start <= :ended then 1 else a.attempts + 1 end,
                                    window_start = case when a.window_start <= :ended then :now else a.window_start end
                                returning attempts <= (
                                    select g.top from unnest(:keys::bytea[], :limits::int[]) as g (key, top)
                                    where g.key = a.key)
                                """)
                        .param("now", Timestamp.from(now))
                        .param("ended", Timestamp.from(now.minus(WINDOW)))
                        .param("keys", keys(limits))
                        .param("limits", limits.stream().map(Limit::limit).toArray(Integer[]::new))
                        .query((row, _) -> row.getBoolean(1))
                        .list()
                        .stream()
                        .map(Objects::requireNonNull)
                        .toList();
        return !within.contains(false);
    }

    /** A success takes back what it counted, and forgives the login at this address. */
    void succeeded(String login, String address) {
        List<Limit> limits = limits(login, address);
        jdbc.sql("update access.sign_in_attempt set attempts = attempts - 1 where key = any(:keys)")
                .param("keys", keys(limits.subList(1, limits.size())))
                .update();
        jdbc.sql("delete from access.sign_in_attempt where key = :key")
                .param("key", Secret.hash(limits.getFirst().key()))
                .update();
    }

    /** Forgets windows that have passed. */
    @Scheduled(initialDelay = 1, fixedDelay = 6, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        jdbc.sql("delete from access.sign_in_attempt where window_start < ?")
                .param(Timestamp.from(clock.instant().minus(WINDOW)))
                .update();
    }

    private static byte[][] keys(List<Limit> limits) {
        return limits.stream().map(limit -> Secret.hash(limit.key())).toArray(byte[][]::new);
    }
}
