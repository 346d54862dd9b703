package io.kollega.travel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * The rows of one list. What they do not tell must be nobody's, or that of people enough, wherever
 * it could be got by taking the rows from something larger.
 *
 * @param <G> what rows are put together in
 */
final class Listing<K, G, C extends Cell> {
    private final List<Row<K, C>> rows;
    private final Map<G, List<Row<K, C>>> groups = new HashMap<>();

    Listing(Collection<Row<K, C>> rows, Function<K, G> group) {
        this.rows = List.copyOf(rows);
        for (Row<K, C> row : rows) {
            groups.computeIfAbsent(group.apply(row.key()), _ -> new ArrayList<>()).add(row);
        }
        groups.values().forEach(Listing::hideMore);
        hideMore(this.rows);
    }

    List<Row<K, C>> rows() {
        return rows;
    }

    /** As long as what is hidden is of too few people, the smallest row goes with it. */
    private static <K, C extends Cell> void hideMore(List<Row<K, C>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        List<Row<K, C>> smallest =
                rows.stream().sorted(Comparator.comparingLong(Row::requests)).toList();
        for (int thing = 0; thing < rows.getFirst().things(); thing++) {
            People hidden = new People();
            for (Row<K, C> row : rows) {
                if (!row.tells(thing)) {
                    row.collectAll(thing, hidden);
                }
            }
            for (int i = 0; i < smallest.size() && !hidden.safe(); i++) {
                if (smallest.get(i).tells(thing)) {
                    smallest.get(i).hide(thing);
                    smallest.get(i).collectAll(thing, hidden);
                }
            }
        }
    }

    void divide(BiPredicate<K, Span> window) {
        rows.forEach(row -> row.divide(span -> window.test(row.key(), span)));
    }

    /**
     * Whether nobody can be read by taking the rows from their group, or the group from the rows,
     * in a span.
     */
    boolean isSafe(G group, Span span) {
        return isSafe(groups.getOrDefault(group, List.of()), span);
    }

    /**
     * The same of all rows.
     *
     * @param other a list by the groups of this one or the other way round: what it tells wholly
     *     hides nothing here
     */
    boolean isSafe(Span span, Listing<?, G, ?> other) {
        int things = rows.isEmpty() ? 0 : rows.getFirst().things();
        List<Row<K, C>> hiding = new ArrayList<>();
        groups.forEach((group, some) -> {
            if (!other.tellsWhole(group, span)) {
                hiding.addAll(some);
            }
        });
        for (int thing = 0; thing < things; thing++) {
            if (!restIsSafe(hiding, thing, span)) {
                return false;
            }
        }
        return isSafe(rows, span);
    }

    private boolean tellsWhole(G group, Span span) {
        List<Row<K, C>> some = groups.getOrDefault(group, List.of());
        People rest = new People();
        for (Row<K, C> row : some) {
            for (int thing = 0; thing < row.things(); thing++) {
                row.collectRest(thing, span, rest);
                if (!rest.none()) {
                    return false;
                }
            }
        }
        return !some.isEmpty();
    }

    private static <K, C extends Cell> boolean isSafe(List<Row<K, C>> rows, Span span) {
        int things = rows.isEmpty() ? 0 : rows.getFirst().things();
        for (int thing = 0; thing < things; thing++) {
            if (!restIsSafe(rows, thing, span) || !outsideIsSafe(rows, thing, span)) {
                return false;
            }
        }
        return true;
    }

    /** What the group has more than its rows. */
    private static <K, C extends Cell> boolean restIsSafe(
            List<Row<K, C>> rows, int thing, Span span) {
        People rest = new People();
        for (Row<K, C> row : rows) {
            row.collectRest(thing, span, rest);
            if (rest.enough()) {
                return true;
            }
        }
        return rest.none();
    }

    /**
     * What rows that reach into the span have more than the group; nobody can tell where it also
     * has something that no row tells.
     */
    private static <K, C extends Cell> boolean outsideIsSafe(
            List<Row<K, C>> rows, int thing, Span span) {
        People outside = new People();
        for (Row<K, C> row : rows) {
            row.collectOutside(thing, span, outside);
            if (outside.enough()) {
                return true;
            }
        }
        return outside.none() || rows.stream().anyMatch(row -> row.silentIn(thing, span));
    }
}
