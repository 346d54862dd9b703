package kollega.measurement.change;

import kollega.measurement.Argument;

/**
 * What a unit chosen for its extreme figure would show next time if nothing were done: a figure
 * nearer to the mean of all. The effect of an action is what it shows beyond that.
 *
 * <p>Expected = mu + lambda (x - mu), lambda = tau^2 / (tau^2 + v/n). Source: A. G. Barnett, J. C.
 * van der Pols and A. J. Dobson (2005), Regression to the mean: what it is and how to deal with it,
 * International Journal of Epidemiology 34, 215-220.
 *
 * @param mean mu, of all units, in the units of the figure
 * @param betweenVariance tau^2, of the true values of units, at least 0, in squared units
 * @param answerVariance v, of a single answer within a unit, above 0, in squared units
 */
public record RegressionToMean(double mean, double betweenVariance, double answerVariance) {

    public RegressionToMean {
        Argument.finite("mean", mean);
        Argument.notNegative("betweenVariance", betweenVariance);
        Argument.positive("answerVariance", answerVariance);
    }

    /** lambda, the share of a difference from the mean that is real, from 0 to 1; ICC(2) of n. */
    public double reliability(long n) {
        Argument.atLeast("n", 1, n);
        return betweenVariance / (betweenVariance + answerVariance / n);
    }

    /** The figure to expect without any action, after n answers gave {@code observed}. */
    public double expected(double observed, long n) {
        Argument.finite("observed", observed);
        return mean + reliability(n) * (observed - mean);
    }

    /** How far {@code after} is beyond what was to be expected from n answers before. */
    public double effect(double before, long n, double after) {
        return Argument.finite("after", after) - expected(before, n);
    }
}
