package io.kollega.promises;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Sees what the clock alone has done: pauses that have lasted long enough, promises that are due
 * soon, promises that broke. Any number of nodes may sweep: each takes rows that no other has.
 *
 * <p>A verb locks its request before the promise, a listener of the sweep may want the request
 * after the promise. So the sweep waits only briefly for a lock, less than the database takes to
 * call it a deadlock, and tries again later; the verb never loses.
 */
@Component
class PromiseSweep {
    private static final Logger LOG = LoggerFactory.getLogger(PromiseSweep.class);
    private static final int BATCH = 200;

    private final PromiseTable table;
    private final SpanTable spans;
    private final PromiseOutcomes outcomes;
    private final TransactionOperations transactions;
    private final JdbcClient jdbc;
    private final Clock clock;

    PromiseSweep(
            PromiseTable table,
            SpanTable spans,
            PromiseOutcomes outcomes,
            TransactionOperations transactions,
            JdbcClient jdbc,
            Clock clock) {
        this.table = table;
        this.spans = spans;
        this.outcomes = outcomes;
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT2S")
    void everything() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        try {
            while (batch(now) == BATCH) {
                // more are due
            }
        } catch (RuntimeException e) {
            LOG.warn("Promises are swept one by one, because a batch of them failed: {}", e + "");
            table.dueWork(now).forEach(work -> one(work, now));
        }
    }

    /** How many were due and free. */
    private int batch(Instant now) {
        Integer seen =
                transactions.execute(_ -> {
                    hurry();
                    return see(table.due(now, BATCH), now);
                });
        return seen == null ? 0 : seen;
    }

    /** So that one that fails (and is tried again at the next sweep) does not stop the others. */
    private void one(WorkId work, Instant now) {
        try {
            transactions.executeWithoutResult(_ -> {
                hurry();
                see(table.due(work, now), now);
            });
        } catch (RuntimeException e) {
            LOG.error("The promise of work {} could not be swept.", work.value(), e);
        }
    }

    private void hurry() {
        jdbc.sql("set local lock_timeout = '300ms'").update();
    }

    private int see(List<Promise> due, Instant now) {
        for (Promise promise : due) {
            promise.advance(now);
            promise.warn(now);
            spans.write(promise);
        }
        table.update(due);
        outcomes.tell(due);
        return due.size();
    }
}
