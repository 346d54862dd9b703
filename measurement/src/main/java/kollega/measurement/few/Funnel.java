package kollega.measurement.few;

import java.util.List;
import kollega.measurement.Argument;
import kollega.measurement.Interval;
import kollega.measurement.Outcome;
import org.hipparchus.stat.descriptive.rank.Percentile;
import org.hipparchus.stat.descriptive.rank.Percentile.EstimationType;

/**
 * A funnel plot of units' rates around the pooled rate, with limits that allow for units varying
 * more than chance alone lets them. Source: Spiegelhalter, D. J. (2005), "Funnel plots for
 * comparing institutional performance", Statistics in Medicine 24, 1185-1202.
 *
 * <p>z_i = (p_i - theta0) / sqrt(theta0 (1 - theta0) / n_i), winsorised at its 10 % and 90 %
 * quantiles, gives phi, the mean of z^2. Multiplicative limits widen by sqrt(phi) if phi exceeds 1;
 * additive ones add tau2, the variance between units.
 *
 * @param theta0 the pooled rate, strictly between 0 and 1
 * @param phi the over-dispersion, above 0; about 1 or less where there is none
 * @param tau2 the variance between units, at least 0
 */
public record Funnel(double theta0, double phi, double tau2) {

    /** Limits that 95 of 100 units of average quality keep within. */
    public static final double INNER = 1.96;

    /** Limits that 998 of 1000 units of average quality keep within. */
    public static final double OUTER = 3.09;

    public Funnel {
        Argument.between0And1("theta0", theta0);
        Argument.notNegative("phi", phi);
        Argument.notNegative("tau2", tau2);
    }

    /** The funnel of units' rates; units without trials count for nothing. */
    public static Outcome<Funnel> of(List<Rate> rates) {
        List<Rate> used = rates.stream().filter(rate -> rate.trials() > 0).toList();
        if (used.size() < 3) {
            return Outcome.notEnoughData(
                    "A funnel needs at least 3 units with trials, there are " + used.size() + ".");
        }
        double trials = used.stream().mapToDouble(Rate::trials).sum();
        double theta0 = used.stream().mapToDouble(Rate::successes).sum() / trials;
        if (theta0 == 0 || theta0 == 1) {
            return Outcome.notEnoughData(
                    "All %.0f trials ended the same, so there is no spread to draw a funnel of."
                            .formatted(trials));
        }
        Funnel plain = new Funnel(theta0, 1, 0);
        double[] z = used.stream().mapToDouble(plain::z).toArray();
        var quantile = new Percentile().withEstimationType(EstimationType.R_7);
        double low = quantile.evaluate(z, 10);
        double high = quantile.evaluate(z, 90);
        double phi = 0;
        double sumW = 0;
        double sumW2 = 0;
        for (int i = 0; i < z.length; i++) {
            double winsorised = Math.clamp(z[i], low, high);
            phi += winsorised * winsorised / z.length;
            double w = 1 / plain.variance(used.get(i).trials());
            sumW += w;
            sumW2 += w * w;
        }
        int units = z.length;
        double tau2 = Math.max(0, (units * phi - (units - 1)) / (sumW - sumW2 / sumW));
        return Outcome.estimated(new Funnel(theta0, phi, tau2));
    }

    /** The unit's distance from the pooled rate in standard errors by chance alone. */
    public double z(Rate rate) {
        return deviation(rate) / Math.sqrt(variance(rate.trials()));
    }

    /** The same with multiplicative over-dispersion, z / sqrt(phi) if phi exceeds 1. */
    public double multiplicativeZ(Rate rate) {
        return z(rate) / Math.sqrt(Math.max(1, phi));
    }

    /** The same with additive over-dispersion, deviation / sqrt(s^2 + tau2). */
    public double additiveZ(Rate rate) {
        return deviation(rate) / Math.sqrt(variance(rate.trials()) + tau2);
    }

    /**
     * The limits theta0 +- z sqrt(phi theta0 (1 - theta0) / n), cut off at 0 and 1.
     *
     * @param trials the number n of trials, at least 1
     * @param z {@link #INNER}, {@link #OUTER} or another distance above 0
     */
    public Interval limits(long trials, double z) {
        double margin = Argument.positive("z", z) * Math.sqrt(Math.max(1, phi) * variance(trials));
        return new Interval(Math.max(0, theta0 - margin), Math.min(1, theta0 + margin));
    }

    private double deviation(Rate rate) {
        return (double) rate.successes() / Argument.atLeast("trials", 1, rate.trials()) - theta0;
    }

    private double variance(long trials) {
        return theta0 * (1 - theta0) / Argument.atLeast("trials", 1, trials);
    }
}
