package io.kollega.insights;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes what lies in the inbox into the cells. Taking and adding are one transaction, so a value is
 * counted exactly once whatever breaks. Any number of nodes may try; the one that holds the
 * generation's row folds, the others leave it to that one. The row is locked first, which is also
 * what keeps two folders from locking the same cells in different orders.
 */
@Component
class Fold {
    private static final int BATCH = 20_000;

    private static final String TAKE_AND_ADD =
            """
            with taken as (
                delete from insights.inbox
                 where ctid = any (array(
                       select ctid from insights.inbox limit :batch for update skip locked))
                returning measure, month, client, provider, service, value, rater, n),
            added as (
                insert into insights.cell
                %s
                  from taken
                 group by measure, month, client, provider, service
                on conflict (measure, month, client, provider, service) do update set
                    v0 = cell.v0 + excluded.v0, v1 = cell.v1 + excluded.v1,
                    v2 = cell.v2 + excluded.v2, v3 = cell.v3 + excluded.v3,
                    v4 = cell.v4 + excluded.v4, v5 = cell.v5 + excluded.v5,
                    v6 = cell.v6 + excluded.v6, v7 = cell.v7 + excluded.v7,
                    v8 = cell.v8 + excluded.v8, v9 = cell.v9 + excluded.v9,
                    v10 = cell.v10 + excluded.v10),
            counted as (
                insert into insights.cell_rater
                select measure, month, client, provider, service, rater, sum(n)
                  from taken
                 where rater <> 0
                 group by measure, month, client, provider, service, rater
                on conflict (measure, month, client, provider, service, rater)
                do update set n = cell_rater.n + excluded.n),
            told as (
                insert into insights.month_changed
                select distinct measure, month, :generation from taken
                on conflict (measure, month) do update set generation = excluded.generation)
            select count(*) from taken
            """
                    .formatted(CellColumns.COUNTED);

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    Fold(JdbcClient jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Scheduled(fixedDelayString = "PT1S")
    void everything() {
        while (batch() == BATCH) {
            // more lies there
        }
    }

    /** How many values were taken: 0 if there were none, or if somebody else is folding. */
    int batch() {
        Integer taken = transactions.execute(_ -> generation().map(this::take).orElse(0));
        return taken == null ? 0 : taken;
    }

    /** The new generation; empty if nothing waits, or if somebody else is folding. */
    private Optional<Long> generation() {
        return jdbc.sql(
                        """
                        with free as (
                            select number from insights.generation for update skip locked)
                        update insights.generation
                           set number = generation.number + 1
                          from free
                         where exists (select from insights.inbox)
                        returning generation.number
                        """)
                .query(Long.class)
                .optional();
    }

    private int take(long generation) {
        return jdbc.sql(TAKE_AND_ADD)
                .param("batch", BATCH)
                .param("generation", generation)
                .query(Integer.class)
                .single();
    }
}
