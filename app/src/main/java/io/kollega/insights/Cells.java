package io.kollega.insights;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.Consumer;
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
    /**
     * Reads every observation once; a row a person and cell goes on from there. Those are told
     * apart by hashing, and by themselves: to sort every observation for both at once takes three
     * times as long.
     */
    private static final String RAW =
            """
            by_person as materialized (
                select step.measure, step.month, step.client, step.provider, number, %2$s,
                       sum(n) as n, max(step.at) as at
                  from insights.observation
                  join insights.step on step.id = observation.step
                  left join insights.rater on key = rater
                 where observation.measure = any (:measures)
                 group by 1, 2, 3, 4, 5),
            raw as (
                select measure, month, client, provider, %1$s,
                       coalesce(sum(n) filter (where number is null), 0)::int as strangers,
                       coalesce(array_agg(number order by number)
                                    filter (where number is not null), '{}') as people,
                       max(at) as moved
                  from by_person
                 group by 1, 2, 3, 4)
            """
                    .formatted(CellColumns.SUMMED, CellColumns.COUNTED);

    private static final String WRITE =
            """
            with %1$s
            insert into insights.cell (measure, month, client, provider, %2$s,
                                       strangers, people, moved)
            select * from raw
            """
                    .formatted(RAW, CellColumns.NAMES);

    private static final String DIFFERENCES =
            """
            with %1$s,
            joined as (
                select raw.measure is null or held.measure is null
                           or (%2$s, raw.strangers) is distinct from (%3$s, held.strangers)
                           as counts,
                       raw.people is distinct from held.people as people
                  from raw full join insights.cell as held
                       using (measure, month, client, provider)),
            by_person_and_step as (
                select step, measure, rater, sum(n) as n, count(*) filter (where n > 0) as seen
                  from insights.observation
                 where step is not null
                 group by 1, 2, 3),
            small as (
                select step
                  from by_person_and_step
                 group by step, measure
                having count(*) filter (where rater <> 0)
                           + coalesce(sum(seen) filter (where rater = 0), 0) < :people
                    or max(n) filter (where rater <> 0) > :share * sum(n)
                           and measure = any (:opinions))
            select (select count(*) from insights.observation) as observations,
                   (select count(*) from insights.observation where step is null) as waiting,
                   (select count(*) from insights.cell) as cells,
                   (select count(*) from joined where counts) as wrong_counts,
                   (select count(*) from joined where people) as wrong_raters,
                   (select count(*) from small) as wrong_steps
            """
                    .formatted(RAW, CellColumns.of("raw"), CellColumns.of("held"));

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Fold fold;

    Cells(JdbcClient jdbc, TransactionOperations transactions, Fold fold) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.fold = fold;
    }

    /**
     * What a comparison found.
     *
     * @param observations raw rows there are
     * @param waiting how many of them wait to be taken in
     * @param cells cells there are
     * @param wrongCounts cells whose counts are not those of their observations
     * @param wrongRaters the same of who they came from
     * @param wrongSteps steps that rest on fewer people than any may, or mostly on one
     */
    public record Comparison(
            long observations,
            long waiting,
            long cells,
            long wrongCounts,
            long wrongRaters,
            long wrongSteps) {
        public boolean agrees() {
            return wrongCounts == 0 && wrongRaters == 0 && wrongSteps == 0;
        }
    }

    /** Compares what the cells hold with the observations, in one snapshot. */
    public Comparison verify() {
        return Objects.requireNonNull(transactions.execute(_ -> compare()));
    }

    private Comparison compare() {
        hash();
        return jdbc.sql(DIFFERENCES)
                .param("measures", slugs(Measure.values()))
                .param("people", Publications.RULE.raters())
                .param("share", Publications.RULE.largestShare())
                .param(
                        "opinions",
                        slugs(
                                Arrays.stream(Measure.values())
                                        .filter(Measure::rated)
                                        .toArray(Measure[]::new)))
                .query(Comparison.class)
                .single();
    }

    /**
     * Takes in at once what lies there, as the fold would within seconds. Waits for another node
     * that folds meanwhile.
     */
    public void fold() {
        do {
            fold.everything();
        } while (fold.isBehind());
    }

    /**
     * Makes the cells anew from the observations, measure by measure; returns how many there are.
     * Nothing is folded while a measure is made; people go on working.
     *
     * @param progress hears of each measure that is done
     */
    public long rebuild(Consumer<Measure> progress) {
        long cells = 0;
        for (Measure measure : Measure.values()) {
            Integer made = transactions.execute(_ -> rebuild(measure));
            cells += made == null ? 0 : made;
            progress.accept(measure);
        }
        return cells;
    }

    private int rebuild(Measure measure) {
        long generation =
                jdbc.sql("update insights.generation set number = number + 1 returning number")
                        .query(Long.class)
                        .single();
        hash();
        jdbc.sql("delete from insights.cell where measure = :measure")
                .param("measure", measure.slug())
                .update();
        int made = jdbc.sql(WRITE).param("measures", slugs(measure)).update();
        jdbc.sql("update insights.movement set generation = :generation where measure = :measure")
                .param("generation", generation)
                .param("measure", measure.slug())
                .update();
        return made;
    }

    /** A sort of every observation would take longer than everything else. */
    private void hash() {
        jdbc.sql("set local work_mem = '64MB'").update();
        jdbc.sql("set local enable_sort = off").update();
    }

    private static String[] slugs(Measure... measures) {
        return Arrays.stream(measures).map(Measure::slug).toArray(String[]::new);
    }
}
