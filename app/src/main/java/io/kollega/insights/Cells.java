package io.kollega.insights;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The upkeep of the cells: they can be compared with the observations they came from, and rebuilt
 * from them, while the application runs. Says how many, never what they hold: figures leave through
 * {@link Publications} only.
 */
@Component
public final class Cells {
    private static final String DIFFERENCES =
            """
            with raw as (
                %1$s from (
                    select measure, date_trunc('month', day)::date as month,
                           client, provider, service, value, 1 as n
                      from insights.observation) as observed
                 group by measure, month, client, provider, service),
            waiting as (
                %1$s from insights.inbox
                 group by measure, month, client, provider, service),
            held as (
                select measure, month, client, provider, service, %2$s
                  from (select * from insights.cell union all select * from waiting) as parts
                 group by measure, month, client, provider, service
                having sum(%3$s) <> 0),
            raw_rater as (
                select measure, date_trunc('month', day)::date as month, client, provider, service,
                       rater, count(*) as n
                  from insights.observation
                 where rater <> 0
                 group by 1, 2, 3, 4, 5, 6),
            held_rater as (
                select measure, month, client, provider, service, rater, sum(n) as n
                  from (select * from insights.cell_rater
                        union all
                        select measure, month, client, provider, service, rater, n
                          from insights.inbox
                         where rater <> 0) as parts
                 group by measure, month, client, provider, service, rater
                having sum(n) <> 0)
            select (select count(*) from insights.observation) as observations,
                   (select count(*) from insights.inbox) as waiting,
                   (select count(*) from insights.cell) as cells,
                   (select count(*) from (
                       (select * from raw except select * from held)
                       union
                       (select * from held except select * from raw)) as one_side) as wrong_counts,
                   (select count(*) from (
                       (select * from raw_rater except select * from held_rater)
                       union
                       (select * from held_rater except select * from raw_rater)) as one_side)
                   as wrong_raters
            """
                    .formatted(CellColumns.COUNTED, CellColumns.SUMMED, CellColumns.TOTAL);

    private static final String FILL =
            """
            with emptied as (delete from insights.inbox),
            observed as (
                select measure, date_trunc('month', day)::date as month,
                       client, provider, service, value, rater, 1 as n
                  from insights.observation),
            counted as (
                insert into insights.cell_rater
                select measure, month, client, provider, service, rater, count(*)
                  from observed
                 where rater <> 0
                 group by measure, month, client, provider, service, rater),
            told as (
                insert into insights.month_changed
                select distinct measure, month, :generation from observed)
            insert into insights.cell
            %s
              from observed
             group by measure, month, client, provider, service
            """
                    .formatted(CellColumns.COUNTED);

    private static final List<String> TABLES = List.of("cell", "cell_rater", "month_changed");

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    Cells(JdbcClient jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /**
     * What a comparison found.
     *
     * @param observations raw rows there are
     * @param waiting how many of them are not folded yet
     * @param cells cells there are
     * @param wrongCounts rows of counts that one side has and the other has not
     * @param wrongRaters the same of who they came from
     */
    public record Comparison(
            long observations, long waiting, long cells, long wrongCounts, long wrongRaters) {
        public boolean agrees() {
            return wrongCounts == 0 && wrongRaters == 0;
        }
    }

    /** Compares what cells and inbox hold with the observations, in one snapshot. */
    public Comparison verify() {
        return jdbc.sql(DIFFERENCES).query(Comparison.class).single();
    }

    /**
     * Makes the cells anew from the observations; returns how many there are. Nothing is folded
     * meanwhile; what is recorded meanwhile is folded afterwards.
     */
    public long rebuild() {
        Integer filled =
                transactions.execute(_ -> {
                    long generation =
                            jdbc.sql(
                                            """
                                            update insights.generation
                                               set number = number + 1
                                            returning number
                                            """)
                                    .query(Long.class)
                                    .single();
                    for (String table : TABLES) {
                        jdbc.sql("delete from insights." + table).update();
                    }
                    return jdbc.sql(FILL).param("generation", generation).update();
                });
        return filled == null ? 0 : filled;
    }
}
