package kollega.measurement.maturity;

import kollega.measurement.Argument;
import org.hipparchus.random.RandomDataGenerator;

/** Evidence for a factor: what was seen, and how it scores. */
public sealed interface Indicator {

    /** How a value becomes points. */
    Scoring scoring();

    /** Relative to the other indicators of the factor, above 0. */
    double weight();

    /** A value the evidence allows, drawn from its posterior. */
    double draw(RandomDataGenerator random);

    /** Points of a drawn value. */
    default double points(RandomDataGenerator random) {
        return scoring().points(draw(random));
    }

    /**
     * So many of so many; posterior Beta(1/2 + yes, 1/2 + no).
     *
     * @param yes how many of the total, at least 0
     * @param total at least 1
     */
    record Share(long yes, long total, Scoring scoring, double weight) implements Indicator {
        public Share {
            Argument.atLeast("total", 1, total);
            Argument.require(
                    yes >= 0 && yes <= total, "yes", yes, "from 0 to " + total + ", the total");
            Argument.positive("weight", weight);
        }

        @Override
        public double draw(RandomDataGenerator random) {
            return random.nextBeta(.5 + yes, .5 + total - yes);
        }
    }

    /**
     * A mean, median or any other figure with a standard error; posterior normal.
     *
     * @param mean in its own unit
     * @param standardError at least 0; 0 for a figure without uncertainty
     */
    record Mean(double mean, double standardError, Scoring scoring, double weight)
            implements Indicator {
        public Mean {
            Argument.finite("mean", mean);
            Argument.notNegative("standardError", standardError);
            Argument.positive("weight", weight);
        }

        @Override
        public double draw(RandomDataGenerator random) {
            return mean + standardError * random.nextGaussian();
        }
    }
}
