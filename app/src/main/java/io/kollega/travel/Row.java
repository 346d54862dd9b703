package io.kollega.travel;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * One row of a list with all its months. It may be told in parts of time that rest on people enough
 * and are always the same, so that no two periods differ by fewer.
 */
final class Row<K, C extends Cell> {
    private final K key;
    private final NavigableMap<LocalDate, C> cells = new TreeMap<>();
    private final boolean[] told;
    private final long[] months;
    private final long[][][] askers;
    private List<Span> parts = List.of();

    /** For each month the first and the last one of its part; before there are any, none. */
    private final long[] partFirst;

    private final long[] partLast;

    Row(K key, Collection<C> cells) {
        this.key = key;
        cells.forEach(cell -> this.cells.put(cell.month(), cell));
        months = this.cells.keySet().stream().mapToLong(LocalDate::toEpochDay).toArray();
        askers = this.cells.values().stream().map(Cell::askers).toArray(long[][][]::new);
        partFirst = new long[months.length];
        partLast = new long[months.length];
        Arrays.fill(partFirst, Long.MIN_VALUE);
        told = new boolean[askers[0].length];
        for (int thing = 0; thing < told.length; thing++) {
            told[thing] = people(thing, all()).enough();
        }
    }

    K key() {
        return key;
    }

    int things() {
        return told.length;
    }

    /** Whether one of the things that are counted may be told at all. */
    boolean tells(int thing) {
        return told[thing];
    }

    void hide(int thing) {
        told[thing] = false;
    }

    long requests() {
        return sum(all(), Cell::requests);
    }

    private Span all() {
        return new Span(cells.firstKey(), cells.lastKey());
    }

    private People people(int thing, Span span) {
        People people = new People();
        collect(thing, span, people);
        return people;
    }

    /**
     * Divides its time into parts.
     *
     * @param window what must be true of each part, and of each with any number of those before it
     */
    void divide(Predicate<Span> window) {
        parts =
                Span.parts(
                        cells.navigableKeySet(),
                        (before, span) ->
                                safe(span)
                                        && window.test(span)
                                        && before.stream()
                                                .map(part -> new Span(part.first(), span.last()))
                                                .allMatch(window));
        for (Span part : parts) {
            for (int i = from(part);
                    i < months.length && months[i] <= part.last().toEpochDay();
                    i++) {
                partFirst[i] = part.first().toEpochDay();
                partLast[i] = part.last().toEpochDay();
            }
        }
    }

    private boolean safe(Span span) {
        boolean some = false;
        for (int thing = 0; thing < told.length; thing++) {
            if (told[thing]) {
                People people = people(thing, span);
                if (!people.safe()) {
                    return false;
                }
                some |= people.enough();
            }
        }
        return some;
    }

    /** Adds who stands behind what a span has of this row and does not tell in it. */
    void collectRest(int thing, Span span, People people) {
        long first = span.first().toEpochDay();
        long last = span.last().toEpochDay();
        for (int i = from(span); i < months.length && months[i] <= last; i++) {
            if (!told[thing] || partFirst[i] < first || partLast[i] > last) {
                people.add(askers[i][thing]);
            }
            if (people.enough()) {
                return;
            }
        }
    }

    /** Whether a span has something of this row that is told in no part at all. */
    boolean silentIn(int thing, Span span) {
        if (told[thing] && !parts.isEmpty()) {
            return false;
        }
        People people = new People();
        collect(thing, span, people);
        return !people.none();
    }

    /** Adds who stands behind what parts that reach into a span have outside of it. */
    void collectOutside(int thing, Span span, People people) {
        long first = span.first().toEpochDay();
        long last = span.last().toEpochDay();
        for (int i = from(span); told[thing] && i < months.length && months[i] <= last; i++) {
            if (partFirst[i] != Long.MIN_VALUE && (partFirst[i] < first || partLast[i] > last)) {
                for (int k = 0; k < months.length && !people.enough(); k++) {
                    if (partFirst[k] == partFirst[i] && (months[k] < first || months[k] > last)) {
                        people.add(askers[k][thing]);
                    }
                }
            }
        }
    }

    /** Adds who stands behind all that it has. */
    void collectAll(int thing, People people) {
        collect(thing, all(), people);
    }

    private void collect(int thing, Span span, People people) {
        long last = span.last().toEpochDay();
        for (int i = from(span); i < months.length && months[i] <= last && !people.enough(); i++) {
            people.add(askers[i][thing]);
        }
    }

    /** Where the first month of a span stands, or the next after it. */
    private int from(Span span) {
        int place = Arrays.binarySearch(months, span.first().toEpochDay());
        return place < 0 ? -place - 1 : place;
    }

    private Collection<C> within(Span span) {
        return cells.subMap(span.first(), true, span.last(), true).values();
    }

    /** Whether a month counts in a period: if its whole part lies in it. */
    boolean counts(LocalDate month, Span period) {
        for (Span part : parts) {
            if (part.has(month)) {
                return part.within(period);
            }
        }
        return false;
    }

    /** The cells that count in a period. */
    List<C> counted(Span period) {
        List<C> counted = new ArrayList<>();
        for (Span part : parts) {
            if (part.within(period)) {
                counted.addAll(within(part));
            }
        }
        return counted;
    }

    /** Sums over what counts in a period. */
    long told(Span period, ToLongFunction<C> value) {
        long sum = 0;
        for (C cell : counted(period)) {
            sum += value.applyAsLong(cell);
        }
        return sum;
    }

    /** Sums over all that there is in a period, told or not: must not be shown. */
    long sum(Span period, ToLongFunction<? super C> value) {
        long sum = 0;
        for (C cell : within(period)) {
            sum += value.applyAsLong(cell);
        }
        return sum;
    }
}
