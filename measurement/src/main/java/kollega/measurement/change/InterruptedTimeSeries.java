package kollega.measurement.change;

import java.util.Arrays;
import kollega.measurement.Argument;
import kollega.measurement.Outcome;

/**
 * Did a single series change its level or its slope at a known moment? y = b0 + b1 t + b2 D + b3 (t
 * - t0)+, with t = 1, 2, ..., t0 the last point before and D = 1 after it; standard errors allow
 * for points that follow their neighbours.
 *
 * <p>Without other units to compare with, anything else that happened at that moment is in the
 * effect: prefer {@link DifferenceInDifferences}. Sources: A. K. Wagner et al. (2002), Segmented
 * regression analysis of interrupted time series studies in medication use research, Journal of
 * Clinical Pharmacy and Therapeutics 27, 299-309; W. K. Newey and K. D. West (1987), A simple,
 * positive semi-definite, heteroskedasticity and autocorrelation consistent covariance matrix,
 * Econometrica 55, 703-708.
 *
 * @param level b0, at t = 0
 * @param trend b1, a point in time before the change
 * @param levelChange b2, the jump
 * @param trendChange b3, what is added to the trend
 * @param smallSample sqrt(T / (T - 4)): standard errors times this are the cautious ones
 */
public record InterruptedTimeSeries(
        Slope level, Slope trend, Slope levelChange, Slope trendChange, double smallSample) {

    /** The fewest points on each side. */
    public static final int LEAST_POINTS = 8;

    /** The usual lag for so many points: floor(4 (T/100)^(2/9)). */
    public static int usualLag(int points) {
        Argument.atLeast("points", 1, points);
        return (int) Math.floor(4 * Math.pow(points / 100.0, 2 / 9.0));
    }

    /**
     * The segmented regression.
     *
     * @param series equally spaced in time
     * @param before number of points before the change
     * @param lag up to which neighbours are taken to hang together, at least 0; see {@link
     *     #usualLag}
     * @return no data with fewer than 8 points on either side
     */
    public static Outcome<InterruptedTimeSeries> of(double[] series, int before, int lag) {
        double[] y = Argument.finite("series", series);
        Argument.within("before", 0, y.length, before);
        Argument.within("lag", 0, Math.max(0, y.length - 1), lag);
        int after = y.length - before;
        if (before < LEAST_POINTS || after < LEAST_POINTS) {
            return Outcome.notEnoughData(
                    "there are %d points before and %d after the change, at least %d of each are needed"
                            .formatted(before, after, LEAST_POINTS));
        }
        var design = new double[y.length][];
        for (int i = 0; i < y.length; i++) {
            double t = i + 1;
            design[i] = new double[] {1, t, t > before ? 1 : 0, Math.max(0, t - before)};
        }
        var fit = new LeastSquares(design, y);
        double[] b = fit.coefficients();
        double[] errors = fit.neweyWest(lag);
        var slopes = new Slope[4];
        Arrays.setAll(slopes, k -> new Slope(b[k], errors[k]));
        double factor = Math.sqrt(y.length / (y.length - 4.0));
        return Outcome.estimated(
                new InterruptedTimeSeries(slopes[0], slopes[1], slopes[2], slopes[3], factor));
    }
}
