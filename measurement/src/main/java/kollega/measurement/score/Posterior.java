package kollega.measurement.score;

import kollega.measurement.Interval;
import org.hipparchus.random.RandomDataGenerator;

/** What is known of one figure after its data: a probability distribution over its values. */
public interface Posterior {

    /** The expected value. */
    double mean();

    /** The variance, at least 0. */
    double variance();

    /** The probability that the figure lies below {@code value}, from 0 to 1. */
    double probabilityBelow(double value);

    /**
     * The interval that leaves out the same probability on either side.
     *
     * @param confidence strictly between 0 and 1
     */
    Interval interval(double confidence);

    /** One value drawn from the distribution. */
    double draw(RandomDataGenerator random);
}
