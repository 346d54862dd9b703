package kollega.measurement.few;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Values under two crossed factors, collapsed to pairs of levels: each pair's number of values and
 * their mean, and the spread within pairs. The mean of all values is taken off. Pairs are in order
 * of the first factor's level, then the second's.
 */
record Pairs(
        int levelsOfFirst,
        int levelsOfSecond,
        int[] first,
        int[] second,
        double[] count,
        double[] mean,
        double grandMean,
        long size,
        double withinSquares,
        double totalSquares) {

    static Pairs of(int[] firsts, int[] seconds, double[] values) {
        int size = values.length;
        double grandMean = Arrays.stream(values).average().orElseThrow();
        int[] order =
                IntStream.range(0, size)
                        .boxed()
                        .sorted(
                                Comparator.<Integer>comparingInt(i -> firsts[i])
                                        .thenComparingInt(i -> seconds[i]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        int[] first = new int[size];
        int[] second = new int[size];
        double[] count = new double[size];
        double[] mean = new double[size];
        double within = 0;
        double total = 0;
        int pairs = 0;
        for (int at = 0; at < size; pairs++) {
            int from = at;
            first[pairs] = firsts[order[at]];
            second[pairs] = seconds[order[at]];
            double sum = 0;
            while (at < size
                    && firsts[order[at]] == first[pairs]
                    && seconds[order[at]] == second[pairs]) {
                sum += values[order[at]] - grandMean;
                at++;
            }
            count[pairs] = at - from;
            mean[pairs] = sum / count[pairs];
            for (int i = from; i < at; i++) {
                double deviation = values[order[i]] - grandMean;
                total += deviation * deviation;
                within += (deviation - mean[pairs]) * (deviation - mean[pairs]);
            }
        }
        return new Pairs(
                Arrays.stream(firsts).max().orElseThrow() + 1,
                Arrays.stream(seconds).max().orElseThrow() + 1,
                Arrays.copyOf(first, pairs),
                Arrays.copyOf(second, pairs),
                Arrays.copyOf(count, pairs),
                Arrays.copyOf(mean, pairs),
                grandMean,
                size,
                within,
                total);
    }

    /** The number of pairs that have a value. */
    int pairs() {
        return mean.length;
    }
}
