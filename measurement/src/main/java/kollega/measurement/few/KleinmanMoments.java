package kollega.measurement.few;

import java.util.List;
import kollega.measurement.Outcome;

/**
 * The mean rate and the correlation within units by moments, without iteration; weights are the
 * numbers of trials. Source: Kleinman, J. C. (1973), "Proportions with extraneous variance: single
 * and independent samples", Journal of the American Statistical Association 68, 46-54.
 *
 * @param mu the mean rate, from 0 to 1
 * @param rho the correlation within units; at most 0 if units vary no more than chance lets them
 */
public record KleinmanMoments(double mu, double rho) {

    /** The moments of units' rates; units without trials count for nothing. */
    public static Outcome<KleinmanMoments> of(List<Rate> rates) {
        List<Rate> used = rates.stream().filter(rate -> rate.trials() > 0).toList();
        if (used.size() < 2 || used.stream().allMatch(rate -> rate.trials() == 1)) {
            return Outcome.notEnoughData(
                    "How much units vary needs at least 2 with trials, one of them with 2 or more;"
                            + " there are "
                            + used.size()
                            + " with trials.");
        }
        double w = used.stream().mapToDouble(Rate::trials).sum();
        double p = used.stream().mapToDouble(Rate::successes).sum() / w;
        if (p == 0 || p == 1) {
            return Outcome.notEnoughData(
                    "All %.0f trials ended the same, so units can't be told apart.".formatted(w));
        }
        double s = 0;
        double g = 0;
        double h = 0;
        for (Rate rate : used) {
            double n = rate.trials();
            double deviation = rate.successes() / n - p;
            s += n * deviation * deviation;
            g += 1 - n / w;
            h += n * (1 - n / w);
        }
        return Outcome.estimated(
                new KleinmanMoments(p, (s - p * (1 - p) * g) / (p * (1 - p) * (h - g))));
    }

    /** The concentration M = 1/rho - 1 of the prior, infinite if rho is not positive. */
    public double concentration() {
        return rho > 0 ? Math.max(1 / rho - 1, 0) : Double.POSITIVE_INFINITY;
    }
}
