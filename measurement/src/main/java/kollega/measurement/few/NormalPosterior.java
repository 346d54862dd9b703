package kollega.measurement.few;

import kollega.measurement.Argument;
import kollega.measurement.Interval;
import kollega.measurement.score.Posterior;
import kollega.measurement.score.StandardNormal;
import org.hipparchus.random.RandomDataGenerator;
import org.hipparchus.special.Erf;

/**
 * A normal posterior distribution, as that of a predicted random effect.
 *
 * @param mean any finite number
 * @param variance at least 0; 0 means known exactly
 */
public record NormalPosterior(double mean, double variance) implements Posterior {

    public NormalPosterior {
        Argument.finite("mean", mean);
        Argument.notNegative("variance", variance);
    }

    @Override
    public double probabilityBelow(double value) {
        double distance = Argument.finite("value", value) - mean;
        if (variance == 0) {
            return distance > 0 ? 1 : 0;
        }
        return Erf.erfc(-distance / Math.sqrt(2 * variance)) / 2;
    }

    @Override
    public Interval interval(double confidence) {
        double margin = StandardNormal.zOf(confidence) * Math.sqrt(variance);
        return new Interval(mean - margin, mean + margin);
    }

    @Override
    public double draw(RandomDataGenerator random) {
        return mean + Math.sqrt(variance) * random.nextGaussian();
    }
}
