package kollega.measurement.score;

import java.util.stream.IntStream;
import kollega.measurement.Argument;

/**
 * Control of the share of false findings among all findings on one screen.
 *
 * <p>Source: Benjamini, Y. and Hochberg, Y. (1995), "Controlling the false discovery rate: a
 * practical and powerful approach to multiple testing", Journal of the Royal Statistical Society B
 * 57(1), 289-300.
 */
public final class BenjaminiHochberg {

    private BenjaminiHochberg() {}

    /**
     * Adjusted p-values, in the order given: the j-th smallest becomes the least of min(1, m p/i)
     * over the ranks i from j on. A finding is one whose adjusted value is at most q, for example
     * 0.10.
     *
     * @param p one p-value for each of the family's m comparisons, each from 0 to 1
     */
    public static double[] adjust(double... p) {
        for (int i = 0; i < p.length; i++) {
            Argument.share("p[" + i + "]", p[i]);
        }
        int[] order =
                IntStream.range(0, p.length)
                        .boxed()
                        .sorted((x, y) -> Double.compare(p[y], p[x]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        double[] adjusted = new double[p.length];
        double least = 1;
        for (int i = 0; i < p.length; i++) {
            least = Math.min(least, p[order[i]] * p.length / (p.length - i));
            adjusted[order[i]] = least;
        }
        return adjusted;
    }
}
