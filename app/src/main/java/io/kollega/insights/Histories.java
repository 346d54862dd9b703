package io.kollega.insights;

import io.kollega.organization.UnitId;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import kollega.measurement.disclosure.RaterTally;
import kollega.measurement.summary.ScoreHistogram;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads the cells. What was read is kept, month by month, until the fold says that the month has
 * changed; so it is never older than the last fold, on any node.
 */
@Component
class Histories {
    private static final String CELLS =
            """
            select month, client, provider, %s
              from insights.cell
             where measure = :measure and month = any (:months::date[])
             group by month, client, provider
            having sum(%s) > 0
            """
                    .formatted(CellColumns.SUMMED, CellColumns.TOTAL);

    private static final String RATERS =
            """
            select month, client, provider, rater, sum(n) as n
              from insights.cell_rater
             where measure = :measure and month = any (:months::date[])
             group by month, client, provider, rater
            having sum(n) > 0
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate snapshot;
    private final Map<Measure, History> known = new ConcurrentHashMap<>();
    private final Map<Measure, Object> locks = new ConcurrentHashMap<>();

    Histories(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setReadOnly(true);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** All that is folded of a measure. */
    History of(Measure measure) {
        Map<YearMonth, Long> generations = generations(measure);
        History held = known.get(measure);
        if (held != null && upToDate(held, generations)) {
            return held;
        }
        synchronized (locks.computeIfAbsent(measure, _ -> new Object())) {
            return Objects.requireNonNull(
                    snapshot.execute(_ -> refresh(measure, generations(measure))));
        }
    }

    private History refresh(Measure measure, Map<YearMonth, Long> generations) {
        History held = known.get(measure);
        NavigableMap<YearMonth, History.Month> months = new TreeMap<>();
        if (held != null) {
            held.months()
                    .forEach((month, kept) -> {
                        if (Long.valueOf(kept.generation()).equals(generations.get(month))) {
                            months.put(month, kept);
                        }
                    });
        }
        List<YearMonth> stale =
                generations.keySet().stream().filter(month -> !months.containsKey(month)).toList();
        if (!stale.isEmpty()) {
            months.putAll(read(measure, stale, generations));
        }
        long generation = generations.values().stream().mapToLong(Long::longValue).max().orElse(0);
        History fresh = new History(measure, generation, months);
        known.put(measure, fresh);
        return fresh;
    }

    private Map<YearMonth, History.Month> read(
            Measure measure, List<YearMonth> months, Map<YearMonth, Long> generations) {
        String[] days =
                months.stream().map(month -> month.atDay(1).toString()).toArray(String[]::new);
        Map<YearMonth, Map<Pair, Map<Long, Integer>>> raters = new HashMap<>();
        jdbc.sql(RATERS)
                .param("measure", measure.slug())
                .param("months", days)
                .query(row -> {
                    raters.computeIfAbsent(month(row), _ -> new HashMap<>())
                            .computeIfAbsent(pair(row), _ -> new HashMap<>())
                            .put(row.getLong("rater"), row.getInt("n"));
                });
        Map<YearMonth, History.Month> read = new HashMap<>();
        months.forEach(month ->
                read.put(
                        month,
                        new History.Month(generations.getOrDefault(month, 0L), new HashMap<>())));
        jdbc.sql(CELLS)
                .param("measure", measure.slug())
                .param("months", days)
                .query(row -> {
                    YearMonth month = month(row);
                    Pair pair = pair(row);
                    Map<Long, Integer> people =
                            raters.getOrDefault(month, Map.of()).getOrDefault(pair, Map.of());
                    History.Month held = read.get(month);
                    if (held != null) {
                        held.pairs().put(pair, new Tally(values(row), new RaterTally(people)));
                    }
                });
        return read;
    }

    private Map<YearMonth, Long> generations(Measure measure) {
        Map<YearMonth, Long> generations = new HashMap<>();
        jdbc.sql("select month, generation from insights.month_changed where measure = ?")
                .param(measure.slug())
                .query(row -> {
                    generations.put(month(row), row.getLong("generation"));
                });
        return generations;
    }

    private static boolean upToDate(History held, Map<YearMonth, Long> generations) {
        return held.months().size() == generations.size()
                && held.months().entrySet().stream()
                        .allMatch(month ->
                                Long.valueOf(month.getValue().generation())
                                        .equals(generations.get(month.getKey())));
    }

    private static YearMonth month(ResultSet row) throws SQLException {
        Date day = row.getDate("month");
        return YearMonth.from(day.toLocalDate());
    }

    private static Pair pair(ResultSet row) throws SQLException {
        return new Pair(new UnitId(row.getLong("client")), new UnitId(row.getLong("provider")));
    }

    private static ScoreHistogram values(ResultSet row) throws SQLException {
        long[] counts = new long[ScoreHistogram.ANSWERS];
        for (int value = 0; value < counts.length; value++) {
            counts[value] = row.getLong("v" + value);
        }
        return ScoreHistogram.of(counts);
    }
}
