package kollega.measurement.change;

import java.util.Arrays;
import kollega.measurement.Argument;
import kollega.measurement.Outcome;
import org.hipparchus.special.Beta;

/**
 * When, if ever, a share changed once for good: exact posterior of a single change point in a
 * series of counts, the share before and after being anything from 0 to 1 beforehand, every moment
 * equally likely, and a change as likely as none.
 *
 * <p>Source: A. F. M. Smith (1975), A Bayesian approach to inference about a change-point in a
 * sequence of random variables, Biometrika 62, 407-416.
 *
 * @param probabilities that the last period before the change is period 1, 2, ..., T - 1, given
 *     that there is a change; they sum to 1
 * @param bayesFactor how much likelier the series is with a change than without
 */
public record ChangePoint(double[] probabilities, double bayesFactor) {

    public ChangePoint {
        probabilities = Argument.finite("probabilities", probabilities);
        Argument.positive("bayesFactor", bayesFactor);
    }

    /**
     * The posterior for a series.
     *
     * @param counts of successes, one a period, none above its total
     * @param totals of each period, at least 0
     * @return no data with fewer than 2 periods
     */
    public static Outcome<ChangePoint> of(long[] counts, long[] totals) {
        int periods = counts.length;
        Argument.require(
                totals.length == periods, "totals.length", totals.length, "exactly " + periods);
        var hits = new long[periods + 1];
        var misses = new long[periods + 1];
        for (int t = 0; t < periods; t++) {
            Argument.atLeast("totals[" + t + "]", 0, totals[t]);
            Argument.require(
                    counts[t] >= 0 && counts[t] <= totals[t],
                    "counts[" + t + "]",
                    counts[t],
                    "from 0 to " + totals[t] + ", its total");
            hits[t + 1] = hits[t] + counts[t];
            misses[t + 1] = misses[t] + totals[t] - counts[t];
        }
        if (periods < 2) {
            return Outcome.notEnoughData(
                    "there are %d periods, a change needs at least 2".formatted(periods));
        }
        var logs = new double[periods - 1];
        for (int t = 1; t < periods; t++) {
            logs[t - 1] =
                    Beta.logBeta(1.0 + hits[t], 1.0 + misses[t])
                            + Beta.logBeta(
                                    1.0 + hits[periods] - hits[t],
                                    1.0 + misses[periods] - misses[t]);
        }
        double none = Beta.logBeta(1.0 + hits[periods], 1.0 + misses[periods]);
        return Outcome.estimated(posterior(logs, none));
    }

    private static ChangePoint posterior(double[] logs, double none) {
        double most = Arrays.stream(logs).max().orElseThrow();
        double sum = Arrays.stream(logs).map(log -> Math.exp(log - most)).sum();
        double logFactor = Math.log(sum / logs.length) + most - none;
        return new ChangePoint(
                Arrays.stream(logs).map(log -> Math.exp(log - most) / sum).toArray(),
                Math.exp(Math.clamp(logFactor, -700, 700)));
    }

    /** The probability of each last period before the change, given that there is one; a copy. */
    @Override
    public double[] probabilities() {
        return probabilities.clone();
    }

    /** The likeliest last period before the change, from 1. */
    public int mostLikely() {
        int best = 0;
        for (int t = 1; t < probabilities.length; t++) {
            best = probabilities[t] > probabilities[best] ? t : best;
        }
        return best + 1;
    }

    /** The probability that there was a change at all. */
    public double probabilityOfChange() {
        return bayesFactor / (1 + bayesFactor);
    }
}
