package kollega.measurement.few;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import kollega.measurement.Argument;

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

    /**
     * Of pairs that were summed up.
     *
     * @param ratersFirst whether the raters are the first factor
     * @throws IllegalArgumentException if a pair is there twice
     */
    static Pairs of(List<PairSum> sums, boolean ratersFirst) {
        List<PairSum> ordered =
                sums.stream()
                        .sorted(
                                Comparator.comparingInt((PairSum sum) -> first(sum, ratersFirst))
                                        .thenComparingInt(sum -> first(sum, !ratersFirst)))
                        .toList();
        int[] first = ordered.stream().mapToInt(sum -> first(sum, ratersFirst)).toArray();
        int[] second = ordered.stream().mapToInt(sum -> first(sum, !ratersFirst)).toArray();
        for (int k = 1; k < first.length; k++) {
            Argument.require(
                    first[k] != first[k - 1] || second[k] != second[k - 1],
                    "pairs",
                    ordered.get(k),
                    "each pair of rater and provider once");
        }
        long size = 0;
        double total = 0;
        for (PairSum sum : ordered) {
            size = Argument.sum("ratings", size, sum.n());
            total += sum.n() * sum.mean();
        }
        double grandMean = total / size;
        double withinSquares = 0;
        double betweenSquares = 0;
        for (PairSum sum : ordered) {
            withinSquares += sum.squares();
            double distance = sum.mean() - grandMean;
            betweenSquares += sum.n() * distance * distance;
        }
        return new Pairs(
                Arrays.stream(first).max().orElseThrow() + 1,
                Arrays.stream(second).max().orElseThrow() + 1,
                first,
                second,
                ordered.stream().mapToDouble(PairSum::n).toArray(),
                ordered.stream().mapToDouble(sum -> sum.mean() - grandMean).toArray(),
                grandMean,
                size,
                withinSquares,
                withinSquares + betweenSquares);
    }

    private static int first(PairSum sum, boolean ratersFirst) {
        return ratersFirst ? sum.rater() : sum.provider();
    }

    /** Sums single ratings up by pair. */
    static List<PairSum> sums(int[] raters, int[] providers, double[] ratings) {
        int[] order =
                IntStream.range(0, ratings.length)
                        .boxed()
                        .sorted(
                                Comparator.<Integer>comparingInt(i -> raters[i])
                                        .thenComparingInt(i -> providers[i]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        List<PairSum> sums = new ArrayList<>();
        for (int from = 0, to = 0; from < order.length; from = to) {
            int rater = raters[order[from]];
            int provider = providers[order[from]];
            double sum = 0;
            while (to < order.length
                    && raters[order[to]] == rater
                    && providers[order[to]] == provider) {
                sum += ratings[order[to++]];
            }
            double mean = sum / (to - from);
            double squares = 0;
            for (int i = from; i < to; i++) {
                squares += (ratings[order[i]] - mean) * (ratings[order[i]] - mean);
            }
            sums.add(new PairSum(rater, provider, to - from, mean, squares));
        }
        return sums;
    }

    /** The number of pairs that have a value. */
    int pairs() {
        return mean.length;
    }
}
