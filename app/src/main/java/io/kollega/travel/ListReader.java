package io.kollega.travel;

import io.kollega.travel.TravelQuestion.Level;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads all cells, and keeps what was made of them until something is folded. */
@Component
final class ListReader {
    private final JdbcClient jdbc;
    private volatile @Nullable Made made;

    ListReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Made(long change, Lists lists) {}

    /** The lists as the caller's transaction sees them. */
    Lists now() {
        long change = jdbc.sql("select change from travel.seen").query(Long.class).single();
        Made known = made;
        if (known != null && known.change == change) {
            return known.lists;
        }
        Made fresh = new Made(change, new Lists(hops(), parts(), months(), divisions()));
        made = fresh;
        return fresh.lists;
    }

    private Map<Long, Long> divisions() {
        Map<Long, Long> divisions = new HashMap<>();
        jdbc.sql("select unit, under from travel.grouping")
                .query(row -> {
                    divisions.put(row.getLong(1), row.getLong(2));
                });
        return divisions;
    }

    private Map<Level, Map<Lists.Between, List<Cell.Hop>>> hops() {
        Map<Level, Map<Lists.Between, List<Cell.Hop>>> hops = new EnumMap<>(Level.class);
        jdbc.sql(
                        """
                        select level, month, from_unit, to_unit, n, handovers, came_back, askers
                        from travel.hop_cell\
                        """)
                .query(row -> {
                    hops.computeIfAbsent(level(row), _ -> new HashMap<>())
                            .computeIfAbsent(
                                    new Lists.Between(
                                            row.getLong("from_unit"), row.getLong("to_unit")),
                                    _ -> new ArrayList<>())
                            .add(
                                    new Cell.Hop(
                                            month(row),
                                            row.getLong("n"),
                                            row.getLong("handovers"),
                                            row.getLong("came_back"),
                                            people(row, "askers")));
                });
        return hops;
    }

    private Map<Level, Map<Long, List<Cell.Part>>> parts() {
        Map<Level, Map<Long, List<Cell.Part>>> parts = new EnumMap<>(Level.class);
        jdbc.sql("select * from travel.part_cell")
                .query(row -> {
                    parts.computeIfAbsent(level(row), _ -> new HashMap<>())
                            .computeIfAbsent(row.getLong("unit"), _ -> new ArrayList<>())
                            .add(
                                    new Cell.Part(
                                            month(row),
                                            row.getLong("held"),
                                            row.getLong("waited"),
                                            row.getLong("asked"),
                                            row.getLong("open_seconds"),
                                            row.getLong("closed_seconds"),
                                            row.getLong("exported_seconds"),
                                            row.getLong("imported_seconds"),
                                            people(row, "held_askers"),
                                            people(row, "waited_askers"),
                                            people(row, "asked_askers")));
                });
        return parts;
    }

    private List<Cell.Whole> months() {
        List<Cell.Whole> months = new ArrayList<>();
        jdbc.sql("select * from travel.month_cell")
                .query(row -> {
                    months.add(
                            new Cell.Whole(
                                    month(row),
                                    row.getLong("n"),
                                    row.getLong("handovers"),
                                    row.getLong("came_back"),
                                    row.getLong("reopened"),
                                    row.getLong("waited"),
                                    row.getLong("unit_seconds"),
                                    row.getLong("client_seconds"),
                                    row.getLong("approval_seconds"),
                                    row.getLong("outside_seconds"),
                                    row.getLong("scheduled_seconds"),
                                    row.getLong("closed_seconds"),
                                    people(row, "askers")));
                });
        return months;
    }

    private static Level level(ResultSet row) throws SQLException {
        return Level.of(row.getString("level"));
    }

    private static LocalDate month(ResultSet row) throws SQLException {
        return row.getObject("month", LocalDate.class);
    }

    private static long[] people(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        Long[] numbers = (Long[]) array.getArray();
        long[] people = new long[numbers.length];
        for (int i = 0; i < people.length; i++) {
            people[i] = numbers[i];
        }
        return people;
    }
}
