package kollega.measurement.score;

import kollega.measurement.Argument;
import kollega.measurement.Interval;
import kollega.measurement.Outcome;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * The mean of answers on a bounded scale, for detection and alarms: it keeps what a net score
 * throws away by cutting the scale in three. The interval is Student's, cut off at the scale's
 * ends.
 *
 * @param n the number of answers, at least 2
 * @param mean on the answers' own scale
 * @param variance of one answer, unbiased (divisor n - 1), above 0
 * @param scale the least and the greatest answer possible
 */
public record MeanScore(long n, double mean, double variance, Interval scale) {

    public MeanScore {
        Argument.atLeast("n", 2, n);
        Argument.require(
                scale.contains(mean), "mean", mean, "from " + scale.low() + " to " + scale.high());
        Argument.positive("variance", variance);
    }

    /** The mean of a histogram of answers from 0 to 10: {@code histogram[a]} people answered a. */
    public static Outcome<MeanScore> ofHistogram(long[] histogram) {
        Argument.within("histogram.length", 11, 11, histogram.length);
        long n = 0;
        double sum = 0;
        int different = 0;
        for (int a = 0; a < histogram.length; a++) {
            long count = Argument.atLeast("histogram[" + a + "]", 0, histogram[a]);
            n = Argument.sum("number of answers", n, count);
            sum += (double) count * a;
            different += count > 0 ? 1 : 0;
        }
        if (n < 2) {
            return Outcome.notEnoughData("A mean needs at least 2 answers, there is " + n + ".");
        }
        double mean = sum / n;
        double squares = 0;
        for (int a = 0; a < histogram.length; a++) {
            squares += histogram[a] * (a - mean) * (a - mean);
        }
        if (different == 1) {
            return Outcome.notEnoughData(
                    "All %d answers are equal, so their spread can't be estimated.".formatted(n));
        }
        return Outcome.estimated(new MeanScore(n, mean, squares / (n - 1), new Interval(0, 10)));
    }

    /**
     * Student's interval for the mean.
     *
     * @param confidence strictly between 0 and 1
     */
    public Interval interval(double confidence) {
        double quantile = (1 + Argument.between0And1("confidence", confidence)) / 2;
        double t = new TDistribution(n - 1).inverseCumulativeProbability(quantile);
        double margin = t * Math.sqrt(variance / n);
        return new Interval(
                Math.max(scale.low(), mean - margin), Math.min(scale.high(), mean + margin));
    }
}
