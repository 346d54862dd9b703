package io.kollega.access;

import io.kollega.access.AttemptRows.Row;
import io.kollega.access.FamiliarPlaces.Known;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Slows attempts to sign in: on one login from one place, on one login by strangers from anywhere,
 * and by strangers from one address. Who waits because of an address waits for themselves alone, so
 * that one bad colleague can't use up the turns of a whole office. The counts are rows, so they
 * hold across nodes; every attempt is counted before the password is looked at, so that attempts at
 * once can't slip by.
 */
@Component
final class Attempts {
    static final Duration KEPT = Duration.ofHours(8);
    private static final Duration LONGEST = Count.PLACE.pace.longest();

    private final AttemptRows rows;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Attempts(AttemptRows rows, TransactionTemplate transactions, Clock clock) {
        this.rows = rows;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What is counted, from what few share to what many do. */
    enum Count {
        PLACE(5, 5, 15 * 60, 15 * 60),
        LOGIN(20, 5, 15 * 60, 15 * 60),
        ADDRESS(50, 1, 30, 60);

        final Pace pace;

        Count(int free, int first, int longest, int forgiven) {
            pace =
                    new Pace(
                            free,
                            Duration.ofSeconds(first),
                            Duration.ofSeconds(longest),
                            Duration.ofSeconds(forgiven));
        }
    }

    private record Limit(Count count, byte[] key) {
        Limit(Count count, String of) {
            this(count, Secret.hash(count + " " + of));
        }
    }

    /** Whether an attempt may go on. */
    sealed interface Turn {
        /** It may; what it counted stays counted unless it is taken back. */
        record Granted(List<Row> counted) implements Turn {}

        record Slowed(Duration delay) implements Turn {}
    }

    /** An attempt on a login. */
    Turn begin(String login, Origin from, Known known) {
        String place = known == Known.BY_DEVICE ? "device " + from.device() : from.network();
        Limit here = new Limit(Count.PLACE, place + " " + login);
        return take(
                known == Known.NOT
                        ? List.of(
                                here,
                                new Limit(Count.LOGIN, login),
                                new Limit(Count.ADDRESS, from.network()))
                        : List.of(here));
    }

    /** Somebody signed in shows that it is them: strangers have no part in this count. */
    Turn beginProof(String login, String address) {
        String place = "signed in " + Origin.network(address);
        return take(List.of(new Limit(Count.PLACE, place + " " + login)));
    }

    private Turn take(List<Limit> limits) {
        Instant now = now();
        List<byte[]> keys = limits.stream().map(Limit::key).toList();
        // Those that have to wait may be many, so they only read.
        Duration delay = delay(now, rows.openAt(keys));
        return delay.isPositive()
                ? new Turn.Slowed(delay)
                : Objects.requireNonNull(
                        transactions.execute(_ -> take(limits, rows.lock(keys, now), now)));
    }

    /** A wait longer than any was noted by a clock that has gone back since, and is over. */
    private static Duration delay(Instant now, Instant openAt) {
        Duration delay = Duration.between(now, openAt);
        return delay.compareTo(LONGEST) > 0 ? Duration.ZERO : delay;
    }

    private Turn take(List<Limit> limits, List<Row> found, Instant now) {
        Instant openAt = found.stream().map(Row::openAt).max(Instant::compareTo).orElse(now);
        Duration wait = delay(now, openAt);
        if (wait.isPositive()) {
            return new Turn.Slowed(wait);
        }
        Duration heat = Duration.ZERO;
        List<Row> counted = new ArrayList<>();
        for (int i = limits.size() - 1; i >= 0; i--) {
            Count count = limits.get(i).count();
            Row row = found.get(i);
            double left = count.pace.left(row.level(), Duration.between(row.countedAt(), now));
            double level = count.pace.more(left);
            Duration delay = count.pace.delay(level);
            if (count == Count.ADDRESS) {
                // Nobody waits for the address itself: it only makes each place on it wait.
                heat = count.pace.delay(left);
            } else if (count == Count.PLACE && heat.isPositive()) {
                if (row.fresh()) {
                    rows.write(List.of(new Row(row.key(), 0, now, now.plus(heat))));
                    return new Turn.Slowed(heat);
                }
                delay = delay.compareTo(heat) > 0 ? delay : heat;
            }
            // What is free leaves nothing to wait for, not even for a clock that goes back.
            boolean free = count == Count.LOGIN && delay.isZero();
            Instant next = count == Count.ADDRESS || free ? Instant.EPOCH : now.plus(delay);
            counted.addFirst(new Row(row.key(), level, now, next));
        }
        rows.write(counted);
        return new Turn.Granted(List.copyOf(counted));
    }

    /** It was no attempt: nothing was looked at. */
    void takeBack(Turn.Granted turn) {
        rows.takeBack(turn.counted(), now());
    }

    /** It was right: it no longer counts, and what went wrong at its place before is forgiven. */
    void succeeded(Turn.Granted turn) {
        takeBack(turn);
        rows.forget(turn.counted().getFirst().key());
    }

    /** Forgets what no longer counts. */
    @Scheduled(initialDelay = 1, fixedDelay = 15, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        rows.forgetBefore(now().minus(KEPT));
    }

    /** As exact as the database is. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
