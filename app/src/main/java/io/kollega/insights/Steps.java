package io.kollega.insights;

import java.sql.Date;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes in what waits, in steps: all that waits of a pair in a measure at once, as soon as it comes
 * from enough people of whom none gave too much. Steps have nothing in common, and everything that
 * is shown is a sum of them; so no two published states, and no sum or difference of published
 * figures, differ by what fewer people said than a step holds.
 *
 * <p>What has waited for {@link #PATIENCE} is taken in together with that of other clients of the
 * same provider, and failing that with that of the whole company. It then counts in their totals
 * and in no pair.
 *
 * <p>Every statement must run under the lock of the fold.
 */
@Component
final class Steps {
    /** What comes so slowly that a pair is not worth waiting for. */
    static final int PATIENCE_MONTHS = 12;

    /** What came since people were numbered has to wait for the next time. */
    private static final String NUMBERED =
            "(o.rater = 0 or exists (select from insights.rater where key = o.rater))";

    private static final String NUMBER =
            """
            insert into insights.rater (key)
            select distinct o.rater
              from %s
             where o.step is null and o.rater <> 0
               and not exists (select from insights.rater where key = o.rater)
            """;

    private static final String NUMBER_ALL = NUMBER.formatted("insights.observation as o");

    private static final String NUMBER_PAIRS =
            NUMBER.formatted(
                    """
                    insights.observation as o
                    join unnest(:measures::text[], :clients::bigint[], :providers::bigint[])
                         as looked (measure, client, provider) using (measure, client, provider)\
                    """);

    private static final String LOOKED =
            """
            looked (measure, client, provider) as (
                select * from unnest(:measures::text[], :clients::bigint[], :providers::bigint[])),
            """;

    /**
     * @param begin common table expressions to begin with
     * @param client the client of the step
     * @param provider the provider of the step
     * @param from the rows that wait, without those that came later
     * @param same whether a row belongs to a step
     */
    private record Reach(String begin, String client, String provider, String from, String same) {
        static final Reach PAIRS =
                new Reach(
                        LOOKED,
                        "o.client",
                        "o.provider",
                        "looked join insights.observation o using (measure, client, provider)",
                        "o.client = step.client and o.provider = step.provider");
        static final Reach PROVIDERS =
                new Reach(
                        "",
                        "0::bigint",
                        "o.provider",
                        "insights.observation o",
                        "o.provider = step.provider");
        static final Reach COMPANY =
                new Reach("", "0::bigint", "0::bigint", "insights.observation o", "true");

        String take() {
            return """
            with %1$s
            waiting as (
                select o.measure, %2$s as client, %3$s as provider, o.rater,
                       sum(o.n) as n, count(*) filter (where o.n > 0) as seen
                  from %4$s
                 where o.step is null and o.day < :before and %9$s
                 group by 1, 2, 3, 4),
            judged as (
                select measure, client, provider,
                       count(*) filter (where rater <> 0)
                           + coalesce(sum(seen) filter (where rater = 0), 0) >= :people as enough,
                       coalesce(max(n) filter (where rater <> 0), 0) <= :share * sum(n)
                           or measure <> all (:opinions) as balanced
                  from waiting
                 group by 1, 2, 3),
            step as (
                insert into insights.step (measure, month, client, provider, at)
                select measure, :month, client, provider, :at
                  from judged
                 where enough and balanced
                returning id, measure, client, provider),
            taken as (
                update insights.observation as o set step = step.id
                  from step
                 where o.measure = step.measure and %5$s and o.step is null and o.day < :before
                   and %9$s
                returning o.measure, step.client, step.provider, o.value, o.rater, o.n),
            added as (
                insert into insights.cell as held
                       (measure, month, client, provider, %6$s, strangers, people, moved)
                select measure, :month, client, provider, %7$s,
                       coalesce(sum(n) filter (where rater = 0), 0),
                       coalesce(array_agg(distinct number order by number)
                                    filter (where number is not null), '{}'),
                       :at
                  from taken left join insights.rater on key = rater
                 group by measure, client, provider
                on conflict (measure, month, client, provider) do update set
                    %8$s,
                    strangers = held.strangers + excluded.strangers,
                    people = coalesce(
                        (select array_agg(distinct number order by number)
                           from unnest(held.people || excluded.people) as number), '{}'),
                    moved = greatest(held.moved, excluded.moved)),
            moved as (
                insert into insights.movement (measure, generation, at)
                select distinct measure, :generation::bigint, :at from step
                on conflict (measure) do update set
                    generation = excluded.generation, at = excluded.at)
            select count(*) from taken
            """
                    .formatted(
                            begin,
                            client,
                            provider,
                            from,
                            same,
                            CellColumns.NAMES,
                            CellColumns.COUNTED,
                            CellColumns.ADDED,
                            NUMBERED);
        }
    }

    private static final String NOTE =
            """
            with %s
            left_over as (
                select measure, client, provider,
                       count(distinct o.rater) filter (where o.rater <> 0)
                           + count(*) filter (where o.rater = 0 and o.n > 0) >= :people as enough
                  from looked join insights.observation o using (measure, client, provider)
                 where o.step is null
                 group by 1, 2, 3),
            gone as (
                delete from insights.waiting as w
                 using looked
                 where (w.measure, w.client, w.provider)
                       = (looked.measure, looked.client, looked.provider)
                   and not exists (
                       select from left_over
                        where (w.measure, w.client, w.provider)
                              = (left_over.measure, left_over.client, left_over.provider))),
            noted as (
                insert into insights.waiting as held (measure, client, provider, enough)
                select * from left_over
                on conflict (measure, client, provider) do update set enough = excluded.enough
                 where held.enough <> excluded.enough
                returning measure)
            insert into insights.movement (measure, generation)
            select distinct measure, :generation::bigint from noted
            on conflict (measure) do update set generation = excluded.generation
            """
                    .formatted(LOOKED);

    private final JdbcClient jdbc;
    private final int fewestPeople;
    private final double largestShare;

    @Autowired
    Steps(JdbcClient jdbc) {
        this(jdbc, Publications.RULE.raters(), Publications.RULE.largestShare());
    }

    /** Steps of fewer people would give them away; for tests that show it. */
    Steps(JdbcClient jdbc, int fewestPeople, double largestShare) {
        this.jdbc = jdbc;
        this.fewestPeople = fewestPeople;
        this.largestShare = largestShare;
    }

    /** When and where something is taken in. */
    record Moment(java.time.Instant at, YearMonth month, long generation) {}

    /**
     * Takes in what waits of these pairs, counted in the moment's month.
     *
     * @return how many values were taken in
     */
    int takePairs(PairKeys keys, Moment moment) {
        return takePairs(keys, moment, LocalDate.of(9999, 12, 31));
    }

    /**
     * Takes in what waits of these pairs as it would have been taken in back then: month by month
     * up to the moment's.
     *
     * @return how many values were taken in
     */
    int takeHistory(PairKeys keys, Moment moment) {
        // Of what has just come in, PostgreSQL knows nothing yet and would read it all again and
        // again.
        jdbc.sql("analyze insights.observation").update();
        int taken = 0;
        for (YearMonth month = firstWaiting(); month.isBefore(moment.month); ) {
            YearMonth next = month.plusMonths(1);
            Moment then = new Moment(moment.at, month, moment.generation);
            taken += takePairs(keys, then, next.atDay(1));
            month = next;
        }
        return taken + takePairs(keys, moment);
    }

    private int takePairs(PairKeys keys, Moment moment, LocalDate before) {
        return jdbc.sql(Reach.PAIRS.take())
                .param("measures", keys.measures())
                .param("clients", keys.clients())
                .param("providers", keys.providers())
                .params(parameters(moment, before))
                .query(Integer.class)
                .single();
    }

    /** Notes of which of these pairs something waits, so that pages can say so. */
    void noteWaiting(PairKeys keys, long generation) {
        jdbc.sql(NOTE)
                .param("measures", keys.measures())
                .param("clients", keys.clients())
                .param("providers", keys.providers())
                .param("people", fewestPeople)
                .param("generation", generation)
                .update();
    }

    /** Gives a number to everybody of whom something waits in these pairs. */
    void number(PairKeys keys) {
        jdbc.sql(NUMBER_PAIRS)
                .param("measures", keys.measures())
                .param("clients", keys.clients())
                .param("providers", keys.providers())
                .update();
    }

    /** Gives a number to everybody of whom something waits. */
    void number() {
        jdbc.sql(NUMBER_ALL).update();
    }

    /** Takes in together what has waited long enough at the end of the moment's month. */
    int takeTogether(Moment moment) {
        return takeTogether(moment, moment.month.minusMonths(PATIENCE_MONTHS - 1L).atDay(1));
    }

    /** The same for every month from when the first thing began to wait. */
    int takeTogetherSince(Moment moment) {
        int taken = 0;
        YearMonth month = firstWaiting().plusMonths(PATIENCE_MONTHS - 1L);
        for (; month.isBefore(moment.month); month = month.plusMonths(1)) {
            taken += takeTogether(new Moment(moment.at, month, moment.generation));
        }
        return taken + takeTogether(moment);
    }

    private int takeTogether(Moment moment, LocalDate before) {
        return jdbc.sql(Reach.PROVIDERS.take())
                        .params(parameters(moment, before))
                        .query(Integer.class)
                        .single()
                + jdbc.sql(Reach.COMPANY.take())
                        .params(parameters(moment, before))
                        .query(Integer.class)
                        .single();
    }

    /** Forgets of pairs of which nothing waits any more that something did. */
    void forgetWaiting() {
        jdbc.sql(
                        """
                        delete from insights.waiting as w
                         where not exists (
                             select from insights.observation as o
                              where o.measure = w.measure and o.client = w.client
                                and o.provider = w.provider and o.step is null)
                        """)
                .update();
    }

    /** The month of what has waited longest; one that never comes if nothing waits. */
    private YearMonth firstWaiting() {
        LocalDate first =
                jdbc.sql(
                                """
                                select coalesce(min(day), '9999-12-01')
                                  from insights.observation where step is null
                                """)
                        .query(LocalDate.class)
                        .single();
        return YearMonth.from(first);
    }

    private java.util.Map<String, Object> parameters(Moment moment, LocalDate before) {
        return java.util.Map.of(
                "before",
                Date.valueOf(before),
                "month",
                Date.valueOf(moment.month.atDay(1)),
                "at",
                moment.at.atOffset(ZoneOffset.UTC),
                "generation",
                moment.generation,
                "people",
                fewestPeople,
                "share",
                largestShare,
                "opinions",
                Arrays.stream(Measure.values())
                        .filter(Measure::rated)
                        .map(Measure::slug)
                        .toArray(String[]::new));
    }
}
