package kollega.measurement.score;

import kollega.measurement.Argument;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.special.Erf;

/** The standard normal distribution: quantiles and two-sided p-values. */
public final class StandardNormal {

    /** The quantile of 0.975, for 95 % intervals. */
    public static final double Z95 = quantile(0.975);

    /** Nearer to 0 or 1 the quantile is lost in rounding. */
    private static final double LEAST = 1e-15;

    private StandardNormal() {}

    /** The z that a confidence level in (0, 1) stands for: 0.95 gives 1.959964. */
    public static double zOf(double confidence) {
        return confidence == 0.95
                ? Z95
                : quantile((1 + Argument.between0And1("confidence", confidence)) / 2);
    }

    /**
     * The value below which a standard normal variable falls.
     *
     * @param probability from 1e-15 to 1 - 1e-15
     */
    public static double quantile(double probability) {
        Argument.require(
                probability >= LEAST && probability <= 1 - LEAST,
                "probability",
                probability,
                "a number from 1e-15 to 1 - 1e-15");
        return new NormalDistribution().inverseCumulativeProbability(probability);
    }

    /** The probability of a value at least as far from 0 as {@code z}: 2 Phi(-|z|). */
    public static double twoSidedP(double z) {
        return Erf.erfc(Math.abs(Argument.finite("z", z)) / Math.sqrt(2));
    }
}
