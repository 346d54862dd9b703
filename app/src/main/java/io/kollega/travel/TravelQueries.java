package io.kollega.travel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import kollega.measurement.Outcome;
import kollega.measurement.change.KaplanMeier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Adds up the cells, one statement a part of the page; only open requests are read one by one. */
@Component
final class TravelQueries {
    private static final YearMonth FIRST = YearMonth.of(1970, 1);
    private static final YearMonth LAST = YearMonth.of(2200, 1);

    private final JdbcClient jdbc;
    private final Clock clock;

    TravelQueries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    TravelFigures answer(TravelQuestion question) {
        Map<Long, DurationBins> waits = waits(question);
        List<UnitCells> units = units(question);
        return new TravelFigures(
                totals(question, waits.getOrDefault(0L, new DurationBins())),
                flows(question),
                ranked(
                        units,
                        UnitCells::held,
                        unit ->
                                new TravelFigures.UnitTime(
                                        unit.unit, unit.held, unit.open, unit.closed),
                        Comparator.comparingLong(TravelFigures.UnitTime::open)),
                ranked(
                        units,
                        UnitCells::waited,
                        unit ->
                                new TravelFigures.Waiting(
                                        unit.unit,
                                        unit.held,
                                        unit.waited,
                                        waits.getOrDefault(unit.unit, new DurationBins()).median()),
                        Comparator.comparingLong(TravelFigures.Waiting::waited)),
                ranked(
                        units,
                        unit -> Math.max(unit.held, unit.asked),
                        UnitCells::balance,
                        Comparator.comparingLong(TravelFigures.Balance::larger)),
                timeToSolve(question),
                jdbc.sql("select count(*) from travel.noted").query(Long.class).single());
    }

    /** The cells of one unit, added up. */
    private record UnitCells(
            long unit,
            long held,
            long waited,
            long asked,
            long open,
            long closed,
            long exported,
            long imported) {
        TravelFigures.Balance balance() {
            return new TravelFigures.Balance(
                    unit, allowed(held, exported), allowed(asked, imported));
        }

        /** That there is no request at all is no secret. */
        private static @Nullable Long allowed(long requests, long seconds) {
            return requests == 0 || requests >= TravelFigures.FEWEST ? Long.valueOf(seconds) : null;
        }
    }

    /** Those with requests enough, the largest first; units without any request are no secret. */
    private static <T> TravelFigures.Ranked<T> ranked(
            List<UnitCells> units,
            java.util.function.ToLongFunction<UnitCells> requests,
            java.util.function.Function<UnitCells, T> figure,
            Comparator<T> order) {
        Predicate<UnitCells> enough = unit -> requests.applyAsLong(unit) >= TravelFigures.FEWEST;
        long some = units.stream().filter(unit -> requests.applyAsLong(unit) > 0).count();
        List<T> rows = units.stream().filter(enough).map(figure).sorted(order.reversed()).toList();
        return new TravelFigures.Ranked<>(rows, (int) some - rows.size());
    }

    private StatementSpec sql(String query, TravelQuestion question) {
        return jdbc.sql(query)
                .param("from", first(question.from() == null ? FIRST : question.from()))
                .param("to", first(question.to() == null ? LAST : question.to()))
                .param("level", question.level().slug());
    }

    private static LocalDate first(YearMonth month) {
        return month.atDay(1);
    }

    private TravelFigures.Totals totals(TravelQuestion question, DurationBins waits) {
        return sql(
                        """
                        select coalesce(sum(n), 0) n, coalesce(sum(handovers), 0) handovers,
                            coalesce(sum(came_back), 0) came_back,
                            coalesce(sum(reopened), 0) reopened, coalesce(sum(waited), 0) waited,
                            coalesce(sum(unit_seconds), 0) unit,
                            coalesce(sum(client_seconds), 0) client,
                            coalesce(sum(approval_seconds), 0) approval,
                            coalesce(sum(outside_seconds), 0) outside,
                            coalesce(sum(scheduled_seconds), 0) scheduled,
                            coalesce(sum(closed_seconds), 0) closed
                        from travel.month_cell where month between :from and :to\
                        """,
                        question)
                .query((row, _) ->
                        new TravelFigures.Totals(
                                row.getLong("n"),
                                row.getLong("handovers"),
                                row.getLong("came_back"),
                                row.getLong("reopened"),
                                row.getLong("waited"),
                                waits.median(),
                                shares(row)))
                .single();
    }

    private static List<TravelFigures.Share> shares(ResultSet row) throws SQLException {
        List<TravelFigures.Share> shares = new ArrayList<>();
        for (String holder :
                List.of("unit", "client", "approval", "outside", "scheduled", "closed")) {
            shares.add(new TravelFigures.Share(holder, row.getLong(holder)));
        }
        return shares;
    }

    private TravelFigures.Ranked<TravelFigures.Flow> flows(TravelQuestion question) {
        List<TravelFigures.Flow> all =
                sql(
                                """
                                select from_unit, to_unit, sum(n) n, sum(handovers) handovers,
                                    sum(came_back) came_back
                                from travel.hop_cell
                                where level = :level and month between :from and :to
                                group by 1, 2 order by 4 desc, 1, 2\
                                """,
                                question)
                        .query((row, _) ->
                                new TravelFigures.Flow(
                                        row.getLong("from_unit"),
                                        row.getLong("to_unit"),
                                        row.getLong("handovers"),
                                        row.getLong("n"),
                                        row.getLong("came_back")))
                        .list()
                        .stream()
                        .map(Objects::requireNonNull)
                        .toList();
        List<TravelFigures.Flow> shown =
                all.stream().filter(flow -> flow.requests() >= TravelFigures.FEWEST).toList();
        return new TravelFigures.Ranked<>(shown, all.size() - shown.size());
    }

    private List<UnitCells> units(TravelQuestion question) {
        return sql(
                        """
                        select unit, sum(held) held, sum(waited) waited, sum(asked) asked,
                            sum(open_seconds) opened, sum(closed_seconds) closed,
                            sum(exported_seconds) exported, sum(imported_seconds) imported
                        from travel.part_cell
                        where level = :level and month between :from and :to
                        group by unit order by unit\
                        """,
                        question)
                .query((row, _) ->
                        new UnitCells(
                                row.getLong("unit"),
                                row.getLong("held"),
                                row.getLong("waited"),
                                row.getLong("asked"),
                                row.getLong("opened"),
                                row.getLong("closed"),
                                row.getLong("exported"),
                                row.getLong("imported")))
                .list()
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    /** How long requests waited for the client: because of each unit, and all of them under 0. */
    private Map<Long, DurationBins> waits(TravelQuestion question) {
        Map<Long, DurationBins> waits = new HashMap<>();
        sql(
                        """
                        select unit, bin, sum(n), sum(seconds) from travel.wait_cell
                        where (level = :level or level = 'units' and unit = 0)
                            and month between :from and :to
                        group by unit, bin\
                        """,
                        question)
                .query(row -> {
                    waits.computeIfAbsent(row.getLong(1), _ -> new DurationBins())
                            .add(row.getInt(2), row.getLong(3), row.getLong(4));
                });
        return waits;
    }

    /** Requests that ended without a solution count as open until they ended. */
    private TravelFigures.TimeToSolve timeToSolve(TravelQuestion question) {
        DurationBins solved = new DurationBins();
        DurationBins unsolved = new DurationBins();
        sql(
                        """
                        select solved, bin, sum(n), sum(seconds) from travel.life_cell
                        where month between :from and :to group by solved, bin\
                        """,
                        question)
                .query(row -> {
                    (row.getBoolean(1) ? solved : unsolved)
                            .add(row.getInt(2), row.getLong(3), row.getLong(4));
                });
        long ended = unsolved.n();
        sql(
                        """
                        select greatest(extract(epoch from :now - submitted_at), 0)::bigint
                        from travel.way where ended_at is null and month between :from and :to\
                        """,
                        question)
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .query(row -> {
                    long seconds = row.getLong(1);
                    unsolved.add(DurationBins.of(seconds), 1, seconds);
                });
        List<KaplanMeier.Group> groups = new ArrayList<>();
        solved.all().forEach(bin -> groups.add(new KaplanMeier.Group(bin.seconds(), bin.n(), 0)));
        unsolved.all().forEach(bin -> groups.add(new KaplanMeier.Group(bin.seconds(), 0, bin.n())));
        return switch (KaplanMeier.ofGroups(groups)) {
            case Outcome.Estimated<KaplanMeier>(KaplanMeier curve) ->
                    new TravelFigures.TimeToSolve(
                            curve.n(),
                            unsolved.n() - ended,
                            ended,
                            curve.quantile(0.5),
                            curve.quantileInterval(0.5, 0.95),
                            curve.quantile(0.9),
                            curve.steps().stream()
                                    .map(step -> new double[] {step.time(), step.survival()})
                                    .toList());
            case Outcome.NotEnoughData<KaplanMeier>(String reason) ->
                    new TravelFigures.TimeToSolve(
                            0,
                            0,
                            0,
                            Outcome.notEnoughData(reason),
                            null,
                            Outcome.notEnoughData(reason),
                            List.of());
        };
    }
}
