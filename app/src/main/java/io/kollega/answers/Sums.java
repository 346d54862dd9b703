package io.kollega.answers;

import java.util.Map;
import java.util.TreeMap;

/**
 * What many people answered to one question, as sums that can be added up: nothing in it stands for
 * one person.
 *
 * @param counts how many gave each answer that can be counted; of several at once each is counted
 * @param n how many answered, those who can't judge left out
 * @param sum of the numbers they gave
 * @param squares of these numbers, summed
 * @param cantJudge how many could not judge
 */
public record Sums(Map<String, Long> counts, long n, double sum, double squares, long cantJudge) {
    /** Nobody. */
    public static final Sums NONE = new Sums(Map.of(), 0, 0, 0, 0);

    public Sums {
        counts = Map.copyOf(counts);
    }

    /** One person who gave a number. */
    static Sums number(double value) {
        return new Sums(Map.of(), 1, value, value * value, 0);
    }

    /** One person who gave a number that is also counted. */
    static Sums step(int value) {
        return new Sums(Map.of(String.valueOf(value), 1L), 1, value, (double) value * value, 0);
    }

    /** One person who chose these. */
    static Sums chosen(Iterable<String> codes) {
        Map<String, Long> counts = new TreeMap<>();
        codes.forEach(code -> counts.put(code, 1L));
        return new Sums(counts, 1, 0, 0, 0);
    }

    /** One person who could not judge. */
    static Sums unjudged() {
        return new Sums(Map.of(), 0, 0, 0, 1);
    }

    /** Both together. */
    public Sums plus(Sums other) {
        Map<String, Long> both = new TreeMap<>(counts);
        other.counts.forEach((answer, count) -> both.merge(answer, count, Long::sum));
        return new Sums(
                both,
                n + other.n,
                sum + other.sum,
                squares + other.squares,
                cantJudge + other.cantJudge);
    }

    /** How many gave this answer. */
    public long count(String answer) {
        return counts.getOrDefault(answer, 0L);
    }
}
