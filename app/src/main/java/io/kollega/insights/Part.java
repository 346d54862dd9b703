package io.kollega.insights;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;

/**
 * What was taken in of a pair, or of several, over a period. Raw: it must not leave the module.
 *
 * @param from the first month in which something was taken in
 * @param to the last such month
 * @param moved when something was last taken in
 */
record Part(Tally tally, YearMonth from, YearMonth to, Instant moved) {
    /** Of at least one part. */
    static Part sum(Collection<Part> parts) {
        if (parts.size() == 1) {
            return parts.iterator().next();
        }
        return new Part(
                Tally.sum(parts.stream().map(Part::tally).toList()),
                first(parts.stream().map(Part::from).toList()),
                last(parts.stream().map(Part::to).toList()),
                last(parts.stream().map(Part::moved).toList()));
    }

    private static <T extends Comparable<? super T>> T first(Collection<T> some) {
        return some.stream().min(Comparator.naturalOrder()).orElseThrow();
    }

    private static <T extends Comparable<? super T>> T last(Collection<T> some) {
        return some.stream().max(Comparator.naturalOrder()).orElseThrow();
    }
}
