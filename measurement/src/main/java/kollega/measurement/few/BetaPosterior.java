package kollega.measurement.few;

import kollega.measurement.Argument;
import kollega.measurement.Interval;
import kollega.measurement.score.Posterior;
import org.hipparchus.distribution.continuous.BetaDistribution;
import org.hipparchus.random.RandomDataGenerator;
import org.hipparchus.special.Beta;

/**
 * The posterior distribution of a unit's rate, Beta(alpha, beta) on [0, 1].
 *
 * @param alpha from 1e-20 to 1e12: prior plus successes
 * @param beta above 0: prior plus failures
 */
public record BetaPosterior(double alpha, double beta) implements Posterior {

    public BetaPosterior {
        Argument.pseudoCount("alpha", alpha);
        Argument.pseudoCount("beta", beta);
    }

    @Override
    public double mean() {
        return alpha / (alpha + beta);
    }

    @Override
    public double variance() {
        return mean() * (1 - mean()) / (alpha + beta + 1);
    }

    @Override
    public double probabilityBelow(double value) {
        return Beta.regularizedBeta(Math.clamp(Argument.finite("value", value), 0, 1), alpha, beta);
    }

    @Override
    public Interval interval(double confidence) {
        double out = (1 - Argument.between0And1("confidence", confidence)) / 2;
        var distribution = new BetaDistribution(alpha, beta);
        return new Interval(
                distribution.inverseCumulativeProbability(out),
                distribution.inverseCumulativeProbability(1 - out));
    }

    @Override
    public double draw(RandomDataGenerator random) {
        return random.nextBeta(alpha, beta);
    }
}
