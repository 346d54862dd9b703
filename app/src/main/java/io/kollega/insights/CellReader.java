package io.kollega.insights;

import io.kollega.organization.UnitId;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import kollega.measurement.summary.ScoreHistogram;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the cells. What it reads costs what the cells cost, whatever lies behind them. */
@Component
class CellReader {
    private static final String CELLS =
            "select month, client, provider, strangers, people, moved, %s from insights.cell where"
                            .formatted(CellColumns.NAMES)
                    + " measure = :measure and ";

    private static final String CLIENTS = "client = any (:clients)";
    private static final String PROVIDERS = "provider = any (:providers)";

    /** Before and after every month that can be. */
    private static final YearMonth EVER = YearMonth.of(1, 1);

    private static final YearMonth NEVER = YearMonth.of(9999, 1);

    private final JdbcClient jdbc;
    private final Now now;

    CellReader(JdbcClient jdbc, Now now) {
        this.jdbc = jdbc;
        this.now = now;
    }

    /** The month that is not over. */
    YearMonth month() {
        return now.month();
    }

    /** All of a measure over a period. What waits is a matter of periods that are not over. */
    Summary summary(Measure measure, Period period, Structure structure) {
        Map<Pair, List<Part>> parts = new HashMap<>();
        YearMonth from = period.from() == null ? EVER : period.from();
        YearMonth to = period.to() == null ? NEVER : period.to();
        jdbc.sql(CELLS + "month between :from and :to")
                .param("measure", measure.slug())
                .param("from", Date.valueOf(from.atDay(1)))
                .param("to", Date.valueOf(to.atDay(1)))
                .query(row -> {
                    parts.computeIfAbsent(structure.of(pair(row)), _ -> new ArrayList<>())
                            .add(part(row));
                });
        Map<Pair, Part> sums = HashMap.newHashMap(parts.size());
        parts.forEach((pair, some) -> sums.put(pair, Part.sum(some)));
        return new Summary(sums, to.isBefore(now.month()) ? Map.of() : waiting(measure, structure));
    }

    private Map<Pair, Boolean> waiting(Measure measure, Structure structure) {
        Map<Pair, Boolean> waiting = new HashMap<>();
        jdbc.sql("select client, provider, enough from insights.waiting where measure = ?")
                .param(measure.slug())
                .query(row -> {
                    waiting.merge(
                            structure.of(pair(row)), row.getBoolean("enough"), Boolean::logicalOr);
                });
        return waiting;
    }

    private record About(String condition, Map<String, Long[]> parameters) {}

    /** What was taken in of a subject in each month. */
    NavigableMap<YearMonth, Part> months(Measure measure, Subject subject, Structure structure) {
        About about =
                switch (subject) {
                    case Subject.Company() -> new About("true", Map.of());
                    case Subject.Client(var unit) ->
                            new About(CLIENTS, Map.of("clients", structure.members(unit)));
                    case Subject.Provider(var unit) ->
                            new About(PROVIDERS, Map.of("providers", structure.members(unit)));
                    case Subject.Between(var client, var provider) ->
                            new About(
                                    CLIENTS + " and " + PROVIDERS,
                                    Map.of(
                                            "clients", structure.members(client),
                                            "providers", structure.members(provider)));
                };
        Map<YearMonth, List<Part>> parts = new HashMap<>();
        jdbc.sql(CELLS + about.condition)
                .param("measure", measure.slug())
                .params(about.parameters)
                .query(row -> {
                    Part part = part(row);
                    parts.computeIfAbsent(part.from(), _ -> new ArrayList<>()).add(part);
                });
        NavigableMap<YearMonth, Part> sums = new TreeMap<>();
        parts.forEach((month, some) -> sums.put(month, Part.sum(some)));
        return sums;
    }

    private static Part part(ResultSet row) throws SQLException {
        YearMonth month = YearMonth.from(row.getDate("month").toLocalDate());
        long[] counts = new long[ScoreHistogram.ANSWERS];
        for (int value = 0; value < counts.length; value++) {
            counts[value] = row.getLong("v" + value);
        }
        int[] numbers =
                Arrays.stream((Integer[]) row.getArray("people").getArray())
                        .mapToInt(Integer::intValue)
                        .toArray();
        return new Part(
                new Tally(counts, new People(numbers, row.getLong("strangers"))),
                month,
                month,
                row.getObject("moved", OffsetDateTime.class).toInstant());
    }

    private static Pair pair(ResultSet row) throws SQLException {
        return new Pair(new UnitId(row.getLong("client")), new UnitId(row.getLong("provider")));
    }
}
