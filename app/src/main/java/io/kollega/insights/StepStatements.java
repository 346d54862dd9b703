package io.kollega.insights;

/** The statements of {@link Steps}. */
final class StepStatements {
    /** Which pairs are looked at; a common table expression. */
    private static final String LOOKED =
            """
            looked (measure, client, provider) as (
                select * from unnest(:measures::text[], :clients::bigint[], :providers::bigint[]))
            """;

    private static final String OF_LOOKED =
            "looked join insights.observation as o using (measure, client, provider)";

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

    static final String NUMBER_ALL = NUMBER.formatted("insights.observation as o");

    static final String NUMBER_PAIRS = "with " + LOOKED + NUMBER.formatted(OF_LOOKED);

    private static final String FIRST =
            "select coalesce(min(o.day), '9999-12-01') from %s where o.step is null";

    /** The day of what has waited longest; one that never comes if nothing waits. */
    static final String FIRST_DAY = FIRST.formatted("insights.observation as o");

    static final String FIRST_DAY_OF_PAIRS = "with " + LOOKED + FIRST.formatted(OF_LOOKED);

    /**
     * @param begin common table expressions to begin with
     * @param client the client of the step
     * @param provider the provider of the step
     * @param from the rows that wait, without those that came later
     * @param same whether a row belongs to a step
     */
    record Reach(String begin, String client, String provider, String from, String same) {
        static final Reach PAIRS =
                new Reach(
                        LOOKED + ",",
                        "o.client",
                        "o.provider",
                        OF_LOOKED,
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

    static final String NOTE =
            """
            with %s,
            left_over as (
                select measure, client, provider,
                       count(distinct o.rater) filter (where o.rater <> 0)
                           + count(*) filter (where o.rater = 0 and o.n > 0) >= :people as enough
                  from %s
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
                    .formatted(LOOKED, OF_LOOKED);

    private StepStatements() {}
}
