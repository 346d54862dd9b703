package kollega.measurement.change;

import java.util.Arrays;
import java.util.OptionalDouble;
import kollega.measurement.Argument;
import org.hipparchus.distribution.discrete.BinomialDistribution;

/**
 * Ranks in a sorted sample between which a quantile of its population lies, whatever the
 * distribution: B(q_low; n, p) and B(q_high; n, p) + 1, with q the binomial quantiles. For complete
 * samples only; with lifetimes still open use {@link KaplanMeier#quantileInterval}.
 *
 * <p>Source: H. A. David and H. N. Nagaraja (2003), Order Statistics, 3rd ed., section 7.1.
 *
 * @param n size of the sample
 * @param lowRank rank from 1 of the lower end; 0 where the sample sets no lower limit
 * @param highRank rank of the upper end; n + 1 where the sample sets no upper limit
 * @param coverage the probability that the interval holds the quantile of a continuous distribution
 */
public record OrderStatisticInterval(int n, int lowRank, int highRank, double coverage) {

    public OrderStatisticInterval {
        Argument.atLeast("n", 1, n);
        Argument.within("lowRank", 0, n, lowRank);
        Argument.within("highRank", lowRank + 1, n + 1, highRank);
        Argument.share("coverage", coverage);
    }

    /**
     * The ranks for a quantile.
     *
     * @param n size of the sample, at least 1
     * @param p the quantile, between 0 and 1, exclusive
     * @param level of confidence, between 0 and 1, exclusive
     */
    public static OrderStatisticInterval of(int n, double p, double level) {
        Argument.atLeast("n", 1, n);
        Argument.between0And1("p", p);
        Argument.between0And1("level", level);
        var below = new BinomialDistribution(n, p);
        int low = below.inverseCumulativeProbability((1 - level) / 2);
        int high = below.inverseCumulativeProbability((1 + level) / 2) + 1;
        double coverage =
                below.cumulativeProbability(high - 1) - below.cumulativeProbability(low - 1);
        return new OrderStatisticInterval(n, low, high, Math.min(1, coverage));
    }

    /**
     * The interval in a sample.
     *
     * @param sample n finite values, in any order
     */
    public Bounds in(double[] sample) {
        double[] sorted = Argument.finite("sample", Argument.ofLength("sample", n, sample));
        Arrays.sort(sorted);
        return new Bounds(
                lowRank == 0 ? OptionalDouble.empty() : OptionalDouble.of(sorted[lowRank - 1]),
                highRank > n ? OptionalDouble.empty() : OptionalDouble.of(sorted[highRank - 1]));
    }
}
