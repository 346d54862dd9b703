package io.kollega.travel;

import io.kollega.travel.TravelQuestion.Level;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** All cells as they are at one moment, and what of them may be told. */
final class Lists {
    /** From one unit to another. */
    record Between(long from, long to) implements Comparable<Between> {
        @Override
        public int compareTo(Between other) {
            int byFrom = Long.compare(from, other.from);
            return byFrom == 0 ? Long.compare(to, other.to) : byFrom;
        }
    }

    private final Map<Level, Listing<Between, Between, Cell.Hop>> hops;
    private final Map<Level, Listing<Long, Long, Cell.Part>> parts;
    private final List<Row<String, Cell.Whole>> company;

    /**
     * @param divisions under which unit each unit is shown at that level
     */
    Lists(
            Map<Level, Map<Between, List<Cell.Hop>>> hopCells,
            Map<Level, Map<Long, List<Cell.Part>>> partCells,
            List<Cell.Whole> months,
            Map<Long, Long> divisions) {
        Function<Long, Long> above = unit -> divisions.getOrDefault(unit, unit);
        hops =
                byLevel(
                        hopCells,
                        between ->
                                new Between(
                                        above.apply(between.from()), above.apply(between.to())));
        parts = byLevel(partCells, above);
        Listing<Between, Between, Cell.Hop> unitHops = hops(Level.UNITS);
        Listing<Long, Long, Cell.Part> unitParts = parts(Level.UNITS);
        unitHops.divide((_, _) -> true);
        unitParts.divide((_, _) -> true);
        hops(Level.DIVISIONS).divide(unitHops::isSafe);
        parts(Level.DIVISIONS).divide(unitParts::isSafe);
        company = months.isEmpty() ? List.of() : List.of(new Row<>("", months));
        company.forEach(row -> row.divide(span -> isSafe(hops, span) && isSafe(parts, span)));
    }

    /** Whether nobody can be read from the whole company by rows of both levels. */
    private static <K, C extends Cell> boolean isSafe(
            Map<Level, Listing<K, K, C>> lists, Span span) {
        Listing<K, K, C> units = Objects.requireNonNull(lists.get(Level.UNITS));
        Listing<K, K, C> divisions = Objects.requireNonNull(lists.get(Level.DIVISIONS));
        return units.isSafe(span, divisions) && divisions.isSafe(span, units);
    }

    private static <K extends Comparable<K>, C extends Cell> Map<Level, Listing<K, K, C>> byLevel(
            Map<Level, Map<K, List<C>>> cells, Function<K, K> above) {
        Map<Level, Listing<K, K, C>> lists = new TreeMap<>();
        for (Level level : Level.values()) {
            Collection<Row<K, C>> rows =
                    new TreeMap<>(cells.getOrDefault(level, Map.of()))
                            .entrySet().stream()
                                    .map(row -> new Row<>(row.getKey(), row.getValue()))
                                    .toList();
            lists.put(level, new Listing<>(rows, level == Level.UNITS ? above : row -> row));
        }
        return lists;
    }

    Listing<Between, Between, Cell.Hop> hops(Level level) {
        return Objects.requireNonNull(hops.get(level));
    }

    Listing<Long, Long, Cell.Part> parts(Level level) {
        return Objects.requireNonNull(parts.get(level));
    }

    /** All requests; empty while there are none. */
    Optional<Row<String, Cell.Whole>> company() {
        return company.stream().findFirst();
    }
}
