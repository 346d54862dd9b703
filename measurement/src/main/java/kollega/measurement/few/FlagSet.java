package kollega.measurement.few;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import kollega.measurement.Argument;

/**
 * Which units to name as below the company so that, on average, at most a given share of the names
 * is wrong: the largest set, in order of probability, whose mean of 1 - P is at most that share.
 *
 * <p>Source: Newton, M. A., Noueiry, A., Sarkar, D. and Ahlquist, P. (2004), "Detecting
 * differential gene expression with a semiparametric hierarchical mixture method", Biostatistics 5,
 * 155-176.
 *
 * @param units positions of the flagged units, the surest first; equal ones in the order given
 * @param expectedFalse the mean of 1 - P over them, 0 for none
 */
public record FlagSet(List<Integer> units, double expectedFalse) {

    /** The usual share of wrong names. */
    public static final double USUAL = 0.10;

    public FlagSet {
        units = List.copyOf(units);
        Argument.share("expectedFalse", expectedFalse);
    }

    /**
     * The flagged units.
     *
     * @param probabilityBelow for each unit the probability of being below, from 0 to 1
     * @param mostFalse the greatest share of wrong names, strictly between 0 and 1
     */
    public static FlagSet of(double[] probabilityBelow, double mostFalse) {
        Argument.between0And1("mostFalse", mostFalse);
        double[] p = probabilityBelow.clone();
        for (int i = 0; i < p.length; i++) {
            Argument.share("probabilityBelow[" + i + "]", p[i]);
        }
        int[] order =
                IntStream.range(0, p.length)
                        .boxed()
                        .sorted((x, y) -> Double.compare(p[y], p[x]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        double sum = 0;
        double expected = 0;
        int size = 0;
        // The mean of 1 - P never falls along the order, so the first set too many ends it.
        for (int i = 0; i < order.length; i++) {
            sum += 1 - p[order[i]];
            if (sum > mostFalse * (i + 1) + 1e-12) {
                break;
            }
            size = i + 1;
            expected = Math.min(sum / size, mostFalse);
        }
        return new FlagSet(Arrays.stream(order, 0, size).boxed().toList(), expected);
    }
}
