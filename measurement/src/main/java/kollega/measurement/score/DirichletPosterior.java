package kollega.measurement.score;

import kollega.measurement.Argument;
import kollega.measurement.Interval;
import org.hipparchus.analysis.solvers.AllowedSolution;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.hipparchus.random.RandomDataGenerator;
import org.hipparchus.special.Beta;

/**
 * The posterior distribution of a net score whose three shares follow a Dirichlet distribution.
 *
 * <p>W = p + d follows Beta(alphaP + alphaD, alphaN) and, independently, S = p / (p + d) follows
 * Beta(alphaP, alphaD); the score is W (2S - 1). All values are shares: scores from -1 to 1.
 *
 * @param alphaP parameter of the promoters, from 1e-20 to 1e12: prior plus count
 * @param alphaN parameter of the passives, above 0
 * @param alphaD parameter of the detractors, above 0
 */
public record DirichletPosterior(double alphaP, double alphaN, double alphaD) implements Posterior {

    public DirichletPosterior {
        Argument.pseudoCount("alphaP", alphaP);
        Argument.pseudoCount("alphaN", alphaN);
        Argument.pseudoCount("alphaD", alphaD);
    }

    /** The posterior with Jeffreys' prior, half an answer in each group. */
    public static DirichletPosterior of(NetScore score) {
        return new DirichletPosterior(
                score.promoters() + 0.5, score.passives() + 0.5, score.detractors() + 0.5);
    }

    @Override
    public double mean() {
        return (alphaP - alphaD) / sum();
    }

    @Override
    public double variance() {
        double mean = mean();
        return ((alphaP + alphaD) / sum() - mean * mean) / (sum() + 1);
    }

    /** {@inheritDoc} Exact to about 1e-8. */
    @Override
    public double probabilityBelow(double value) {
        Argument.finite("value", value);
        if (value >= 1) {
            return 1;
        }
        if (value <= -1) {
            return 0;
        }
        if (value == 0) {
            return Beta.regularizedBeta(0.5, alphaP, alphaD);
        }
        return value > 0
                ? 1 - DirichletTail.above(value, alphaP, alphaN, alphaD)
                : DirichletTail.above(-value, alphaD, alphaN, alphaP);
    }

    @Override
    public Interval interval(double confidence) {
        double out = (1 - Argument.between0And1("confidence", confidence)) / 2;
        return new Interval(quantile(out), quantile(1 - out));
    }

    /** The value below which the score lies with {@code probability}, strictly between 0 and 1. */
    public double quantile(double probability) {
        Argument.between0And1("probability", probability);
        var solver = new BracketingNthOrderBrentSolver(1e-12, 1e-12, 1e-12, 5);
        return solver.solve(
                200, t -> probabilityBelow(t) - probability, -1, 1, AllowedSolution.ANY_SIDE);
    }

    @Override
    public double draw(RandomDataGenerator random) {
        double p = random.nextGamma(alphaP, 1);
        double n = random.nextGamma(alphaN, 1);
        double d = random.nextGamma(alphaD, 1);
        return (p - d) / (p + n + d);
    }

    private double sum() {
        return alphaP + alphaN + alphaD;
    }
}
