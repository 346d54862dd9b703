package kollega.measurement.few;

import java.util.List;
import kollega.measurement.Argument;
import kollega.measurement.Outcome;
import org.hipparchus.special.Gamma;

/**
 * How the true rates of a company's units vary: Beta(alpha, beta), estimated from all units
 * (empirical Bayes, beta-binomial model). Each unit's posterior borrows strength from it.
 *
 * <p>Where units vary no more than chance lets them the likelihood is flat and its maximum runs
 * away: the concentration alpha + beta is kept at or below {@link #MOST_CONCENTRATION}.
 *
 * @param alpha from 1e-20 to 1e12
 * @param beta above 0
 */
public record RatePrior(double alpha, double beta) {

    /** The greatest concentration; with it a unit of 1000 trials still counts as much as all. */
    public static final double MOST_CONCENTRATION = 1000;

    public RatePrior {
        Argument.pseudoCount("alpha", alpha);
        Argument.pseudoCount("beta", beta);
    }

    /** The prior of greatest likelihood; units without trials count for nothing. */
    public static Outcome<RatePrior> fit(List<Rate> rates) {
        return KleinmanMoments.of(rates)
                .map(moments -> {
                    double start = Math.clamp(moments.concentration(), 0.5, 500);
                    double[] alpha = likelihood(rates).fit(start, MOST_CONCENTRATION);
                    return new RatePrior(alpha[0], alpha[1]);
                });
    }

    /** The mean rate mu, from 0 to 1. */
    public double mean() {
        return alpha / (alpha + beta);
    }

    /** The concentration M = alpha + beta: how many trials the company's mean counts for. */
    public double concentration() {
        return alpha + beta;
    }

    /** The correlation of two trials of one unit, 1 / (M + 1). */
    public double correlation() {
        return 1 / (concentration() + 1);
    }

    /** What is known of the unit's true rate after its own trials. */
    public BetaPosterior posterior(Rate rate) {
        return new BetaPosterior(alpha + rate.successes(), beta + rate.trials() - rate.successes());
    }

    /** The probability that the unit's true rate lies below the company's mean. */
    public double probabilityBelowMean(Rate rate) {
        return posterior(rate).probabilityBelow(mean());
    }

    /** The log-likelihood of the rates of units, at least one. */
    public double logLikelihood(List<Rate> rates) {
        Argument.atLeast("rates.size()", 1, rates.size());
        double coefficients =
                rates.stream()
                        .mapToDouble(r ->
                                Gamma.logGamma(r.trials() + 1.0)
                                        - Gamma.logGamma(r.successes() + 1.0)
                                        - Gamma.logGamma(r.trials() - r.successes() + 1.0))
                        .sum();
        return coefficients + likelihood(rates).logLikelihood(new double[] {alpha, beta});
    }

    private static DirichletMultinomial likelihood(List<Rate> rates) {
        return new DirichletMultinomial(
                rates.stream()
                        .map(r -> new long[] {r.successes(), r.trials() - r.successes()})
                        .toArray(long[][]::new));
    }
}
