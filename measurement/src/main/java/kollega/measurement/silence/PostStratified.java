package kollega.measurement.silence;

import java.util.List;
import kollega.measurement.Argument;
import kollega.measurement.Interval;
import kollega.measurement.Outcome;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * A mean in which each group counts by its size among those asked, not among those who answered:
 * sum W_h m_h with W_h = N_h/N and standard error sqrt(sum W_h^2 (1 - n_h/N_h) v_h/n_h). It is
 * about the people asked in this wave, hence the finite population correction.
 *
 * <p>Source: Holt, D. and Smith, T. M. F. (1979), "Post stratification", Journal of the Royal
 * Statistical Society A 142(1), 33-46.
 *
 * @param estimate the weighted mean, in the answers' units
 * @param standardError at least 0; 0 only if everybody answered
 * @param degreesOfFreedom answers less groups
 */
public record PostStratified(double estimate, double standardError, long degreesOfFreedom) {

    public PostStratified {
        Argument.finite("estimate", estimate);
        Argument.notNegative("standardError", standardError);
        Argument.atLeast("degreesOfFreedom", 1, degreesOfFreedom);
    }

    /** The mean over all groups. Groups with fewer than two answers must be merged first. */
    public static Outcome<PostStratified> of(List<Stratum> strata) {
        Argument.atLeast("strata.size()", 1, strata.size());
        double population = strata.stream().mapToDouble(Stratum::population).sum();
        double estimate = 0;
        double variance = 0;
        long n = 0;
        boolean everybody = true;
        for (Stratum stratum : strata) {
            if (stratum.n() < 2) {
                return Outcome.notEnoughData(
                        "Group %s has %d answers and needs at least 2: merge it with another."
                                .formatted(stratum.name(), stratum.n()));
            }
            double weight = stratum.population() / population;
            double silent = 1 - (double) stratum.n() / stratum.population();
            estimate += weight * stratum.mean();
            variance += weight * weight * silent * stratum.variance() / stratum.n();
            n += stratum.n();
            everybody &= stratum.n() == stratum.population();
        }
        if (variance == 0 && !everybody) {
            return Outcome.notEnoughData(
                    "All answers are equal within each group, so their spread can't be estimated.");
        }
        return Outcome.estimated(
                new PostStratified(estimate, Math.sqrt(variance), n - strata.size()));
    }

    /**
     * Student's interval for the mean; not cut off at the ends of the answers' scale.
     *
     * @param confidence strictly between 0 and 1
     */
    public Interval interval(double confidence) {
        double quantile = (1 + Argument.between0And1("confidence", confidence)) / 2;
        double margin =
                standardError
                        * new TDistribution(degreesOfFreedom)
                                .inverseCumulativeProbability(quantile);
        return new Interval(estimate - margin, estimate + margin);
    }
}
