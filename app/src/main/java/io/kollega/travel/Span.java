package io.kollega.travel;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.function.BiPredicate;

/** Months from one to another, both included, by their first days. */
record Span(LocalDate first, LocalDate last) {

    boolean has(LocalDate month) {
        return !month.isBefore(first) && !month.isAfter(last);
    }

    boolean within(Span other) {
        return other.has(first) && other.has(last);
    }

    /**
     * Puts months together, the earliest first, each time as soon as those together are safe. What
     * is left at the end goes with the part before it. Empty if not even all of them are safe.
     *
     * @param safe whether a part is, after those before it
     */
    static List<Span> parts(NavigableSet<LocalDate> months, BiPredicate<List<Span>, Span> safe) {
        List<Span> parts = new ArrayList<>();
        LocalDate first = null;
        for (LocalDate month : months) {
            first = first == null ? month : first;
            Span part = new Span(first, month);
            if (safe.test(parts, part)) {
                parts.add(part);
                first = null;
            }
        }
        while (first != null && !parts.isEmpty()) {
            Span longer = new Span(parts.removeLast().first, months.last());
            if (safe.test(parts, longer)) {
                parts.add(longer);
                first = null;
            }
        }
        return List.copyOf(parts);
    }
}
