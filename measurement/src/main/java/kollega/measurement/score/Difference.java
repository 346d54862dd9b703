package kollega.measurement.score;

import kollega.measurement.Argument;
import kollega.measurement.Interval;

/**
 * The difference of two independent net scores, first less second, as shares from -2 to 2.
 *
 * <p>Interval: MOVER on Tango's limits, from Zou, G. Y. and Donner, A. (2008), "Construction of
 * confidence limits about effect measures: a general approach", Statistics in Medicine 27,
 * 1693-1702. Test: the Wald z after half of Rocks's weights are added to each group; the plain Wald
 * test finds differences that are not there in up to 27 of 100 cases.
 *
 * <p>Anonymous waves count as independent, which is cautious where the same people answer.
 *
 * @param difference the difference of the plain scores
 * @param interval its interval; show this one
 * @param z the adjusted statistic
 * @param p its two-sided p-value, for {@link BenjaminiHochberg}
 */
public record Difference(double difference, Interval interval, double z, double p) {

    /** The difference with its 95 % interval; refused if the cut points differ. */
    public static Difference of(NetScore first, NetScore second) {
        return of(first, second, 0.95);
    }

    /**
     * The difference with its interval; refused if the cut points differ.
     *
     * @param confidence strictly between 0 and 1
     */
    public static Difference of(NetScore first, NetScore second, double confidence) {
        Argument.require(
                first.cutPoints().equals(second.cutPoints()),
                "second.cutPoints",
                second.cutPoints(),
                "the same as the first's, " + first.cutPoints());
        AdjustedWald half = AdjustedWald.HALF_ROCKS;
        double z =
                (half.estimate(first) - half.estimate(second))
                        / Math.sqrt(
                                half.varianceOfEstimate(first) + half.varianceOfEstimate(second));
        Interval interval =
                mover(
                        first.score(),
                        first.interval(confidence),
                        second.score(),
                        second.interval(confidence));
        return new Difference(
                first.score() - second.score(), interval, z, StandardNormal.twoSidedP(z));
    }

    /**
     * The interval of a difference from two independent estimates and their own intervals of the
     * same confidence ("method of variance estimates recovery").
     */
    public static Interval mover(double first, Interval ofFirst, double second, Interval ofSecond) {
        double difference = first - second;
        return new Interval(
                difference - Math.hypot(first - ofFirst.low(), ofSecond.high() - second),
                difference + Math.hypot(ofFirst.high() - first, second - ofSecond.low()));
    }
}
