package io.kollega.travel;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Answers questions from the lists; durations are added up from their bins. */
@Component
class TravelQueries {
    private static final Span EVER = new Span(LocalDate.of(1970, 1, 1), LocalDate.of(2200, 1, 1));

    private final JdbcClient jdbc;
    private final ListReader reader;
    private final Lives lives;

    TravelQueries(JdbcClient jdbc, ListReader reader, Lives lives) {
        this.jdbc = jdbc;
        this.reader = reader;
        this.lives = lives;
    }

    /** All of it as it was at one moment. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    TravelFigures answer(TravelQuestion question) {
        Lists lists = reader.now();
        Span period = period(question);
        List<Row<Long, Cell.Part>> units = lists.parts(question.level()).rows();
        Optional<Row<String, Cell.Whole>> company = lists.company();
        List<Cell.Whole> months = company.map(row -> row.counted(period)).orElse(List.of());
        Map<Long, DurationBins> waits = waits(question.level(), units, months, period);
        return new TravelFigures(
                totals(months, waits.getOrDefault(0L, new DurationBins())),
                ranked(
                        lists.hops(question.level()).rows(),
                        period,
                        Cell.Hop::requests,
                        row -> flow(row, period),
                        Comparator.comparingLong(TravelFigures.Flow::handovers)),
                ranked(
                        units,
                        period,
                        Cell.Part::held,
                        row -> time(row, period),
                        Comparator.comparingLong(TravelFigures.UnitTime::open)),
                ranked(
                        units,
                        period,
                        Cell.Part::waited,
                        row -> waiting(row, period, waits),
                        Comparator.comparingLong(TravelFigures.Waiting::waited)),
                ranked(
                        units,
                        period,
                        cell -> cell.held() + cell.asked(),
                        row -> balance(row, period),
                        Comparator.comparingLong(TravelFigures.Balance::larger)),
                lives.timeToSolve(months.stream().map(Cell.Whole::month).toList()),
                months.isEmpty()
                        && company.map(row -> row.sum(period, Cell::requests)).orElse(0L) > 0,
                jdbc.sql("select count(*) from travel.noted").query(Long.class).single());
    }

    private static Span period(TravelQuestion question) {
        return new Span(
                question.from() == null ? EVER.first() : question.from().atDay(1),
                question.to() == null ? EVER.last() : question.to().atDay(1));
    }

    /**
     * The rows that have something to tell, the largest first; those without any request are no
     * secret.
     */
    private static <K, C extends Cell, T> TravelFigures.Ranked<T> ranked(
            List<Row<K, C>> rows,
            Span period,
            ToLongFunction<C> requests,
            Function<Row<K, C>, @Nullable T> figure,
            Comparator<T> order) {
        List<T> shown = new ArrayList<>();
        int withheld = 0;
        for (Row<K, C> row : rows) {
            if (row.sum(period, requests) > 0) {
                T told = figure.apply(row);
                if (told == null) {
                    withheld++;
                } else {
                    shown.add(told);
                }
            }
        }
        shown.sort(order.reversed());
        return new TravelFigures.Ranked<>(shown, withheld);
    }

    private static TravelFigures.@Nullable Flow flow(
            Row<Lists.Between, Cell.Hop> row, Span period) {
        long requests = row.told(period, Cell.Hop::requests);
        return !row.tells(0) || requests == 0
                ? null
                : new TravelFigures.Flow(
                        row.key().from(),
                        row.key().to(),
                        row.told(period, Cell.Hop::handovers),
                        requests,
                        row.told(period, Cell.Hop::cameBack));
    }

    private static TravelFigures.@Nullable UnitTime time(Row<Long, Cell.Part> row, Span period) {
        long held = row.told(period, Cell.Part::held);
        return !row.tells(Cell.Part.HELD) || held == 0
                ? null
                : new TravelFigures.UnitTime(
                        row.key(),
                        held,
                        row.told(period, Cell.Part::open),
                        row.told(period, Cell.Part::closed));
    }

    private static TravelFigures.@Nullable Waiting waiting(
            Row<Long, Cell.Part> row, Span period, Map<Long, DurationBins> waits) {
        long waited = row.told(period, Cell.Part::waited);
        return !row.tells(Cell.Part.HELD) || !row.tells(Cell.Part.WAITED) || waited == 0
                ? null
                : new TravelFigures.Waiting(
                        row.key(),
                        row.told(period, Cell.Part::held),
                        waited,
                        Usual.of(waits.getOrDefault(row.key(), new DurationBins())));
    }

    private static TravelFigures.@Nullable Balance balance(Row<Long, Cell.Part> row, Span period) {
        Long exported = allowed(row, period, Cell.Part.HELD, Cell.Part::held, Cell.Part::exported);
        Long imported =
                allowed(row, period, Cell.Part.ASKED, Cell.Part::asked, Cell.Part::imported);
        boolean something =
                exported != null && row.told(period, Cell.Part::held) > 0
                        || imported != null && row.told(period, Cell.Part::asked) > 0;
        return something ? new TravelFigures.Balance(row.key(), exported, imported) : null;
    }

    /** That there is no request at all is no secret. */
    private static @Nullable Long allowed(
            Row<Long, Cell.Part> row,
            Span period,
            int thing,
            ToLongFunction<Cell.Part> requests,
            ToLongFunction<Cell.Part> seconds) {
        if (row.sum(period, requests) == 0) {
            return 0L;
        }
        return row.tells(thing) && row.told(period, requests) > 0
                ? Long.valueOf(row.told(period, seconds))
                : null;
    }

    private static TravelFigures.Totals totals(List<Cell.Whole> months, DurationBins waits) {
        return new TravelFigures.Totals(
                sum(months, Cell.Whole::requests),
                sum(months, Cell.Whole::handovers),
                sum(months, Cell.Whole::cameBack),
                sum(months, Cell.Whole::reopened),
                sum(months, Cell.Whole::waited),
                Usual.of(waits),
                List.of(
                        new TravelFigures.Share("unit", sum(months, Cell.Whole::unit)),
                        new TravelFigures.Share("client", sum(months, Cell.Whole::client)),
                        new TravelFigures.Share("approval", sum(months, Cell.Whole::approval)),
                        new TravelFigures.Share("outside", sum(months, Cell.Whole::outside)),
                        new TravelFigures.Share("scheduled", sum(months, Cell.Whole::scheduled)),
                        new TravelFigures.Share("closed", sum(months, Cell.Whole::closed))));
    }

    private static long sum(List<Cell.Whole> months, ToLongFunction<Cell.Whole> value) {
        return months.stream().mapToLong(value).sum();
    }

    /** How long requests waited for the client: because of each unit, and all of them under 0. */
    private Map<Long, DurationBins> waits(
            TravelQuestion.Level level,
            List<Row<Long, Cell.Part>> units,
            List<Cell.Whole> wholeMonths,
            Span period) {
        List<Long> unit = new ArrayList<>();
        List<String> month = new ArrayList<>();
        for (Row<Long, Cell.Part> row : units) {
            if (row.tells(Cell.Part.WAITED)) {
                for (Cell.Part cell : row.counted(period)) {
                    if (cell.waited() > 0) {
                        unit.add(row.key());
                        month.add(cell.month().toString());
                    }
                }
            }
        }
        Map<Long, DurationBins> waits = new HashMap<>();
        jdbc.sql(
                        """
                        select unit, bin, sum(n), sum(seconds)
                        from travel.wait_cell
                            join unnest(:units::bigint[], :months::text[]::date[]) as told (unit, month)
                                using (unit, month)
                        where level = :level
                        group by unit, bin
                        union all
                        select 0, bin, sum(n), sum(seconds) from travel.wait_cell
                        where level = 'units' and unit = 0 and month = any (:whole::text[]::date[])
                        group by bin\
                        """)
                .param("level", level.slug())
                .param("units", unit.toArray(Long[]::new))
                .param("months", month.toArray(String[]::new))
                .param(
                        "whole",
                        wholeMonths.stream()
                                .map(cell -> cell.month().toString())
                                .toArray(String[]::new))
                .query(row -> {
                    waits.computeIfAbsent(row.getLong(1), _ -> new DurationBins())
                            .add(row.getInt(2), row.getLong(3), row.getLong(4));
                });
        return waits;
    }
}
