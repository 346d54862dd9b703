package io.kollega.travel;

import io.kollega.organization.Organization;
import io.kollega.organization.Unit;
import io.kollega.organization.UnitId;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kollega.measurement.Outcome;
import kollega.measurement.change.KaplanMeier;
import kollega.measurement.change.Lifetime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Sums the ways of requests, one statement a part of the page. */
@Component
final class TravelQueries {
    /** Rows of a table on the page. */
    private static final int SHOWN = 25;

    /** A unit with fewer requests says more of a person than of a unit. */
    private static final int FEWEST = 5;

    private final JdbcClient jdbc;
    private final Organization organization;
    private final Clock clock;

    TravelQueries(JdbcClient jdbc, Organization organization, Clock clock) {
        this.jdbc = jdbc;
        this.organization = organization;
        this.clock = clock;
    }

    TravelFigures answer(TravelQuestion question) {
        Scope scope = new Scope(question);
        return new TravelFigures(
                totals(scope),
                flows(scope),
                waiting(scope),
                shares(scope),
                byUnit(scope),
                timeToSolve(scope),
                jdbc.sql("select count(*) from travel.noted").query(Long.class).single());
    }

    /** The requests of the months in question, and the group each unit is shown under. */
    private final class Scope {
        private static final String WAYS =
                """
                with way as (
                    select * from travel.way
                    where submitted_at >= :from and submitted_at < :to),
                grouped as (
                    select * from unnest(:units::bigint[], :groups::bigint[]) as g (unit, under))
                """;
        private final OffsetDateTime from;
        private final OffsetDateTime to;
        private final Long[] units;
        private final Long[] groups;

        Scope(TravelQuestion question) {
            from = start(question.from(), YearMonth.of(1970, 1));
            YearMonth last = question.to();
            to = start(last == null ? null : last.plusMonths(1), YearMonth.of(2200, 1));
            Map<UnitId, Unit> every = organization.everyUnit();
            units = every.keySet().stream().map(UnitId::value).toArray(Long[]::new);
            groups =
                    every.values().stream()
                            .map(unit -> group(unit, question.level(), every).value())
                            .toArray(Long[]::new);
        }

        private OffsetDateTime start(@Nullable YearMonth month, YearMonth otherwise) {
            YearMonth first = month == null ? otherwise : month;
            return first.atDay(1).atStartOfDay(organization.zone()).toOffsetDateTime();
        }

        /** A division is what stands right above the unit, unless that is the top. */
        private UnitId group(Unit unit, TravelQuestion.Level level, Map<UnitId, Unit> every) {
            Unit parent = unit.parent() == null ? null : every.get(unit.parent());
            if (level == TravelQuestion.Level.UNITS || parent == null || parent.parent() == null) {
                return unit.id();
            }
            return parent.id();
        }

        StatementSpec sql(String query) {
            return jdbc.sql(WAYS + query)
                    .param("from", from)
                    .param("to", to)
                    .param("units", units)
                    .param("groups", groups)
                    .param("shown", SHOWN)
                    .param("fewest", FEWEST);
        }
    }

    private TravelFigures.Totals totals(Scope scope) {
        return scope.sql(
                        """
                        select count(*) requests, coalesce(sum(handovers), 0) handovers,
                            count(*) filter (where came_back) came_back,
                            count(*) filter (where reopenings > 0) reopened,
                            count(*) filter (where client_waits > 0) waited,
                            coalesce(percentile_cont(0.5) within group (order by client_seconds)
                                filter (where client_waits > 0), 0) median_wait
                        from way\
                        """)
                .query((row, _) ->
                        new TravelFigures.Totals(
                                row.getLong("requests"),
                                row.getLong("handovers"),
                                row.getLong("came_back"),
                                row.getLong("reopened"),
                                row.getLong("waited"),
                                row.getDouble("median_wait")))
                .single();
    }

    private List<TravelFigures.Flow> flows(Scope scope) {
        return all(
                scope.sql(
                                """
                                select f.under source, t.under target, count(*) handovers,
                                    count(distinct h.request) requests,
                                    count(*) filter (where h.came_back) came_back
                                from way w join travel.hop h using (request)
                                join grouped f on f.unit = h.from_unit
                                join grouped t on t.unit = h.to_unit
                                where f.under <> t.under
                                group by 1, 2 having count(distinct h.request) >= :fewest
                                order by handovers desc, 1, 2 limit :shown\
                                """)
                        .query((row, _) ->
                                new TravelFigures.Flow(
                                        row.getLong("source"),
                                        row.getLong("target"),
                                        row.getLong("handovers"),
                                        row.getLong("requests"),
                                        row.getLong("came_back")))
                        .list());
    }

    private List<TravelFigures.Waiting> waiting(Scope scope) {
        return all(
                scope.sql(
                                """
                                select g.under unit, count(*) requests,
                                    count(*) filter (where client_waits > 0) waited,
                                    percentile_cont(0.5) within group (order by client_seconds)
                                        filter (where client_waits > 0) median_wait
                                from way w join grouped g using (unit)
                                group by 1
                                having count(*) filter (where client_waits > 0) >= :fewest
                                order by waited desc, 1 limit :shown\
                                """)
                        .query((row, _) ->
                                new TravelFigures.Waiting(
                                        row.getLong("unit"),
                                        row.getLong("requests"),
                                        row.getLong("waited"),
                                        row.getDouble("median_wait")))
                        .list());
    }

    private List<TravelFigures.Share> shares(Scope scope) {
        return all(
                scope.sql(
                                """
                                select s.holder, s.closed, sum(s.seconds) seconds
                                from way w join travel.share s using (request)
                                group by 1, 2 order by 1, 2\
                                """)
                        .query((row, _) ->
                                new TravelFigures.Share(
                                        Objects.requireNonNull(row.getString("holder")),
                                        row.getBoolean("closed"),
                                        row.getLong("seconds")))
                        .list());
    }

    private List<TravelFigures.UnitShare> byUnit(Scope scope) {
        return all(
                scope.sql(
                                """
                                select g.under unit, count(distinct s.request) requests,
                                    coalesce(sum(s.seconds) filter (where not s.closed), 0) opened,
                                    coalesce(sum(s.seconds) filter (where s.closed), 0) closed
                                from way w join travel.share s using (request)
                                join grouped g on g.unit = s.unit
                                group by 1 having count(distinct s.request) >= :fewest
                                order by opened desc, 1 limit :shown\
                                """)
                        .query((row, _) ->
                                new TravelFigures.UnitShare(
                                        row.getLong("unit"),
                                        row.getLong("requests"),
                                        row.getLong("opened"),
                                        row.getLong("closed")))
                        .list());
    }

    /**
     * Durations are read in groups 3 % apart, so that the curve costs the same for any number of
     * requests. Requests that ended without a solution count as open until they ended.
     */
    private TravelFigures.TimeToSolve timeToSolve(Scope scope) {
        List<Lifetime> lifetimes = new ArrayList<>();
        scope.sql(
                        """
                        select count(*), solved, avg(seconds)::float8 from (
                            select solved, greatest(extract(epoch from
                                coalesce(ended_at, :now) - submitted_at), 0) seconds from way) d
                        group by solved, floor(ln(seconds + 1) * 33)\
                        """)
                .param("now", OffsetDateTime.ofInstant(clock.instant(), java.time.ZoneOffset.UTC))
                .query(row -> {
                    for (long i = row.getLong(1); i > 0; i--) {
                        lifetimes.add(new Lifetime(row.getDouble(3), row.getBoolean(2)));
                    }
                });
        long open = lifetimes.stream().filter(lifetime -> !lifetime.ended()).count();
        return switch (KaplanMeier.of(lifetimes)) {
            case Outcome.Estimated<KaplanMeier>(KaplanMeier curve) ->
                    new TravelFigures.TimeToSolve(
                            lifetimes.size(),
                            open,
                            curve.quantile(0.5),
                            curve.quantileInterval(0.5, 0.95),
                            curve.quantile(0.9),
                            curve.steps().stream()
                                    .map(step -> new double[] {step.time(), step.survival()})
                                    .toList());
            case Outcome.NotEnoughData<KaplanMeier>(String reason) ->
                    new TravelFigures.TimeToSolve(
                            lifetimes.size(),
                            open,
                            Outcome.notEnoughData(reason),
                            null,
                            Outcome.notEnoughData(reason),
                            List.of());
        };
    }

    private static <T> List<T> all(List<@Nullable T> rows) {
        return rows.stream().map(Objects::requireNonNull).toList();
    }
}
