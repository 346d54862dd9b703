package io.kollega.ratings;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Opens the ratings whose window has closed. Marking and what follows from it are one transaction,
 * and a marked row is never marked again, so each is opened once by whichever node gets it.
 */
@Component
class Sweep {
    private static final int BATCH = 500;

    private final Rateables rateables;
    private final Reveal reveal;
    private final TransactionOperations transactions;
    private final Clock clock;

    Sweep(Rateables rateables, Reveal reveal, TransactionOperations transactions, Clock clock) {
        this.rateables = rateables;
        this.reveal = reveal;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1M")
    void everything() {
        while (batch() == BATCH) {
            // more have closed
        }
    }

    int batch() {
        Integer revealed =
                transactions.execute(_ -> {
                    Instant now = clock.instant();
                    List<Rateable> closed = rateables.revealClosed(BATCH, now);
                    reveal.of(closed, now);
                    return closed.size();
                });
        return revealed == null ? 0 : revealed;
    }
}
