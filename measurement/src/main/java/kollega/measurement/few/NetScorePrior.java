package kollega.measurement.few;

import java.util.List;
import kollega.measurement.Argument;
import kollega.measurement.Outcome;
import kollega.measurement.score.DirichletPosterior;
import kollega.measurement.score.NetScore;

/**
 * How the true net scores of a company's units vary: the three shares follow a Dirichlet
 * distribution, estimated from all units (empirical Bayes, Dirichlet-multinomial model).
 *
 * <p>Where units vary no more than chance lets them, or the likelihood's maximum runs away, the sum
 * of the parameters is {@link #MOST_CONCENTRATION} and all units shrink to the mean.
 *
 * @param alphaP parameter of the promoters, from 1e-20 to 1e12
 * @param alphaN parameter of the passives, above 0
 * @param alphaD parameter of the detractors, above 0
 */
public record NetScorePrior(double alphaP, double alphaN, double alphaD) {

    /** The greatest sum of the parameters. */
    public static final double MOST_CONCENTRATION = 500;

    public NetScorePrior {
        Argument.pseudoCount("alphaP", alphaP);
        Argument.pseudoCount("alphaN", alphaN);
        Argument.pseudoCount("alphaD", alphaD);
    }

    /** The prior of greatest likelihood; refused if the units' cut points differ. */
    public static Outcome<NetScorePrior> fit(List<NetScore> units) {
        return BrierMoments.of(units)
                .map(moments -> {
                    double start = Math.max(moments.concentration(), 0.5);
                    if (Double.isFinite(start)) {
                        start = Math.min(start, MOST_CONCENTRATION / 2);
                    }
                    double[] alpha = likelihood(units).fit(start, MOST_CONCENTRATION);
                    return new NetScorePrior(alpha[0], alpha[1], alpha[2]);
                });
    }

    /** The company's mean score mu0, a share from -1 to 1. */
    public double mean() {
        return (alphaP - alphaD) / concentration();
    }

    /** The sum A of the parameters: how many answers the company's mean counts for. */
    public double concentration() {
        return alphaP + alphaN + alphaD;
    }

    /** What is known of the unit's true score after its own answers. */
    public DirichletPosterior posterior(NetScore unit) {
        return new DirichletPosterior(
                alphaP + unit.promoters(), alphaN + unit.passives(), alphaD + unit.detractors());
    }

    /** The probability that the unit's true score lies below the company's mean. */
    public double probabilityBelowMean(NetScore unit) {
        return posterior(unit).probabilityBelow(mean());
    }

    /** The log-likelihood of at least one unit's answers, without the multinomial coefficients. */
    public double logLikelihood(List<NetScore> units) {
        Argument.atLeast("units.size()", 1, units.size());
        return likelihood(units).logLikelihood(new double[] {alphaP, alphaN, alphaD});
    }

    private static DirichletMultinomial likelihood(List<NetScore> units) {
        return new DirichletMultinomial(
                units.stream()
                        .map(u -> new long[] {u.promoters(), u.passives(), u.detractors()})
                        .toArray(long[][]::new));
    }
}
