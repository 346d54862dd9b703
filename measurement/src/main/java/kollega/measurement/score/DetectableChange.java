package kollega.measurement.score;

import kollega.measurement.Argument;

/**
 * How large a change between two waves must be to be told from chance, and how many answers a
 * change of a given size takes: (z(1 - alpha/2) + z(power)) sqrt(2v/n). Print it under every trend.
 *
 * @param variance the variance v of one answer, above 0 and at most 1 for a net score; 0.66 is
 *     typical
 * @param alpha the risk of seeing a change where there is none, usually 0.05
 * @param power the chance of seeing a change that is there, above alpha, usually 0.80
 */
public record DetectableChange(double variance, double alpha, double power) {

    /** A typical net score: v = 0.66, alpha = 0.05, power = 0.80. */
    public static final DetectableChange USUAL = new DetectableChange(0.66, 0.05, 0.80);

    public DetectableChange {
        Argument.figure("variance", Argument.positive("variance", variance));
        Argument.between0And1("alpha", alpha);
        Argument.between0And1("power", power);
        Argument.require(power > alpha, "power", power, "above alpha, which is " + alpha);
    }

    /**
     * The smallest detectable change of the mean, in its own units: of a net score as a share,
     * times 100 for points. It may exceed what the scale allows: then no change can be detected.
     *
     * @param n answers in each of the two waves, at least 1
     */
    public double with(long n) {
        return zs() * Math.sqrt(2 * variance / Argument.atLeast("n", 1, n));
    }

    /**
     * The answers needed in each of two waves.
     *
     * @param change the change to detect, above 0, in the units of {@link #with}
     */
    public long answersFor(double change) {
        double ratio = zs() / Argument.positive("change", change);
        return (long) Math.ceil(2 * variance * ratio * ratio);
    }

    private double zs() {
        return StandardNormal.quantile(1 - alpha / 2) + StandardNormal.quantile(power);
    }
}
