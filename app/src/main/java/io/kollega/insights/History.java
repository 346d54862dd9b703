package io.kollega.insights;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * All that was seen of one measure, by month and pair of units. Raw: it must not leave the module.
 *
 * @param generation in which it last changed
 */
record History(Measure measure, long generation, NavigableMap<YearMonth, Month> months) {

    /** One month as it stood in a generation. */
    record Month(long generation, Map<Pair, Tally> pairs) {}

    /** The months of what matches, each with its sum; months without any are missing. */
    NavigableMap<YearMonth, Tally> monthsOf(Predicate<Pair> wanted) {
        NavigableMap<YearMonth, Tally> found = new TreeMap<>();
        months.forEach((month, held) -> {
            List<Tally> parts = new ArrayList<>();
            held.pairs.forEach((pair, tally) -> {
                if (wanted.test(pair)) {
                    parts.add(tally);
                }
            });
            if (!parts.isEmpty()) {
                found.put(month, Tally.sum(parts));
            }
        });
        return found;
    }

    /** What was seen up to the end of a month. */
    History until(YearMonth last) {
        return new History(measure, generation, months.headMap(last, true));
    }

    /** Each pair with its months. */
    Map<Pair, NavigableMap<YearMonth, Tally>> pairs() {
        Map<Pair, NavigableMap<YearMonth, Tally>> pairs = new HashMap<>();
        months.forEach((month, held) ->
                held.pairs.forEach((pair, tally) ->
                        pairs.computeIfAbsent(pair, _ -> new TreeMap<>()).put(month, tally)));
        return pairs;
    }
}
