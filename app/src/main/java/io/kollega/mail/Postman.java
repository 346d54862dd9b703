package io.kollega.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * A round: sorts what was done, then sends what is due. While the server takes nothing the rounds
 * grow rarer, but it is asked again within a minute at first and always within ten.
 */
@Component
final class Postman {
    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
    private static final Duration SHORTEST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    /** After so many broken off one after the other it is the server, not the mails. */
    private static final int BROKEN_IN_A_ROW = 3;

    private final MailSettings settings;
    private final Sorting sorting;
    private final Delivery delivery;
    private final Clock clock;
    private @Nullable Instant downSince;
    private Instant nextTry = Instant.MIN;

    Postman(MailSettings settings, Sorting sorting, Delivery delivery, Clock clock) {
        this.settings = settings;
        this.sorting = sorting;
        this.delivery = delivery;
        this.clock = clock;
    }

    /** Nothing that goes wrong may end the rounds. */
    void round() {
        try {
            settings.server().ifPresent(this::round);
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("Mail waits for the database: {}", e.getClass().getSimpleName());
        } catch (RuntimeException e) {
            LOG.warn("A round of mail broke off", e);
        }
    }

    private synchronized void round(MailServer server) {
        while (sorting.sort() == Sorting.AT_ONCE) {
            // All of it, in sets.
        }
        if (clock.instant().isBefore(nextTry)) {
            return;
        }
        try (Wire wire = new Wire(server, settings.from().getAddress())) {
            send(wire);
        }
    }

    private void send(Wire wire) {
        int broken = 0;
        for (Optional<Delivered> next = delivery.next(wire);
                next.isPresent();
                next = delivery.next(wire)) {
            Delivered sent = next.get();
            boolean down = sent instanceof Delivered.Down;
            broken =
                    sent instanceof Delivered.Postponed(Trouble trouble)
                                    && trouble == Trouble.NO_SERVER
                            ? broken + 1
                            : 0;
            if (down || broken == BROKEN_IN_A_ROW) {
                rest();
                return;
            }
            downSince = null;
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
        }
    }

    private void rest() {
        Instant now = clock.instant();
        Instant since = downSince == null ? now : downSince;
        downSince = since;
        Duration pause = Duration.between(since, now).dividedBy(2);
        nextTry =
                now.plus(
                        pause.compareTo(SHORTEST) < 0
                                ? SHORTEST
                                : pause.compareTo(LONGEST) > 0 ? LONGEST : pause);
    }

    /** Asks at once instead of when it would be time. */
    synchronized void hurry() {
        nextTry = Instant.MIN;
    }
}
