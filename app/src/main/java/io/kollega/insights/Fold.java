package io.kollega.insights;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Looks at the pairs of which something was observed, and takes in what may be. Looking and taking
 * are one transaction, so a value is counted exactly once whatever breaks. Any number of nodes may
 * try; the one that holds the generation's row folds, the others leave it to that one.
 */
@Component
class Fold {
    private static final int BATCH = 5_000; // pairs in a measure
    private static final int ROWS = 500_000; // so that no transaction takes minutes

    /**
     * Some of the pairs of which something lies there: no more than so many, and no further ones
     * once so much waits of them. Always at least one.
     */
    private static final String TAKE =
            """
            with noted as (
                select measure, client, provider,
                       sum(sum(seen)) over (order by measure, client, provider)
                           - sum(seen) as before
                  from insights.inbox
                 group by measure, client, provider),
            keys as (
                select measure, client, provider from noted where before < :rows limit :batch),
            taken as (
                delete from insights.inbox
                 using keys
                 where inbox.measure = keys.measure
                   and inbox.client = keys.client
                   and inbox.provider = keys.provider
                returning inbox.*)
            select measure, client, provider, bool_or(brought) as brought,
                   (select count(*) from noted) > (select count(*) from keys) as more
              from taken
             group by measure, client, provider
            """;

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Steps steps;
    private final Now now;
    private final int rows;

    @Autowired
    Fold(JdbcClient jdbc, TransactionOperations transactions, Steps steps, Now now) {
        this(jdbc, transactions, steps, now, ROWS);
    }

    Fold(JdbcClient jdbc, TransactionOperations transactions, Steps steps, Now now, int rows) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.steps = steps;
        this.now = now;
        this.rows = rows;
    }

    private record Noted(
            String measure, long client, long provider, boolean brought, boolean more) {
        PairKeys.Key key() {
            return new PairKeys.Key(measure, client, provider);
        }
    }

    /**
     * @param pairs at how many it looked: none if there were none, or if somebody else is folding
     * @param more whether others lay there beside them
     */
    record Batch(int pairs, boolean more) {
        private static final Batch NONE = new Batch(0, false);
    }

    @Scheduled(fixedDelayString = "PT1S")
    void everything() {
        while (batch().more) {
            // at the others
        }
        gather();
    }

    /** Whether something lies there; waits for whoever folds just now. */
    boolean isBehind() {
        Boolean behind =
                transactions.execute(_ -> {
                    jdbc.sql("select number from insights.generation for update")
                            .query(Long.class)
                            .single();
                    return jdbc.sql("select exists (select from insights.inbox)")
                            .query(Boolean.class)
                            .single();
                });
        return Boolean.TRUE.equals(behind);
    }

    /** Looks at some pairs, as many as one short transaction may. */
    Batch batch() {
        return Objects.requireNonNull(
                transactions.execute(_ ->
                        generation("exists (select from insights.inbox)")
                                .map(this::fold)
                                .orElse(Batch.NONE)));
    }

    private Batch fold(long generation) {
        List<Noted> noted =
                jdbc.sql(TAKE).param("batch", BATCH).param("rows", rows).query(Noted.class).list();
        List<PairKeys.Key> brought = noted.stream().filter(Noted::brought).map(Noted::key).toList();
        List<PairKeys.Key> fresh =
                noted.stream().filter(note -> !note.brought).map(Noted::key).toList();
        Steps.Moment moment = new Steps.Moment(now.instant(), now.month(), generation);
        take(PairKeys.of(brought), keys -> steps.takeHistory(keys, moment), generation);
        take(PairKeys.of(fresh), keys -> steps.takePairs(keys, moment), generation);
        return new Batch(noted.size(), noted.stream().anyMatch(Noted::more));
    }

    private void take(PairKeys keys, Consumer<PairKeys> taking, long generation) {
        if (!keys.isEmpty()) {
            steps.number(keys);
            taking.accept(keys);
            steps.noteWaiting(keys, generation);
        }
    }

    /**
     * Once a day, and after something was brought in: what has waited too long is taken in
     * together.
     */
    void gather() {
        LocalDate today = now.day();
        transactions.executeWithoutResult(_ -> {
            Optional<Boolean> gatheredBefore =
                    jdbc.sql(
                                    """
                                    select gathered is not null from insights.generation
                                     where (gathered is null or gathered < :today)
                                       and not exists (
                                           select from insights.inbox where brought)
                                    """)
                            .param("today", today)
                            .query(Boolean.class)
                            .optional();
            if (gatheredBefore.isPresent()) {
                generation("true")
                        .ifPresent(generation -> gather(today, generation, gatheredBefore.get()));
            }
        });
    }

    private void gather(LocalDate today, long generation, boolean gatheredBefore) {
        Steps.Moment moment = new Steps.Moment(now.instant(), now.month(), generation);
        steps.number();
        if (gatheredBefore) {
            steps.takeTogether(moment);
        } else {
            steps.takeTogetherSince(moment);
        }
        steps.forgetWaiting();
        jdbc.sql("update insights.generation set gathered = :today").param("today", today).update();
    }

    /** The new generation; empty if there is nothing to do, or if somebody else is folding. */
    private Optional<Long> generation(String worthwhile) {
        return jdbc.sql(
                        """
                        with free as (
                            select number from insights.generation for update skip locked)
                        update insights.generation
                           set number = generation.number + 1
                          from free
                         where %s
                        returning generation.number
                        """
                                .formatted(worthwhile))
                .query(Long.class)
                .optional();
    }
}
