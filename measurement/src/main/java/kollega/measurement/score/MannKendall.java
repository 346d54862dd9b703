package kollega.measurement.score;

import java.util.Arrays;
import kollega.measurement.Argument;
import kollega.measurement.Outcome;

/**
 * A test for a monotone trend of one figure over waves, with the slope of Theil and Sen: for waves
 * whose questions or sizes differ, where answers may not be pooled as in {@link Trend}.
 *
 * <p>S = number of rising pairs less number of falling pairs; its variance under no trend is (T(T -
 * 1)(2T + 5) - sum of t(t - 1)(2t + 5) over groups of t equal values) / 18; z = (S - sign S) /
 * sqrt(variance). Sources: Mann, H. B. (1945), "Nonparametric tests against trend", Econometrica
 * 13, 245-259; Kendall, M. G. (1975), "Rank correlation methods"; Sen, P. K. (1968), "Estimates of
 * the regression coefficient based on Kendall's tau", Journal of the American Statistical
 * Association 63, 1379-1389.
 *
 * @param s the statistic
 * @param z standardized, with continuity correction
 * @param p two-sided p-value by the normal approximation
 * @param slope median slope over all pairs of waves, per wave
 */
public record MannKendall(long s, double z, double p, double slope) {

    /** The fewest waves for which the normal approximation is used. */
    public static final int LEAST_WAVES = 6;

    /** The test for equally spaced values in time order, each finite. */
    public static Outcome<MannKendall> of(double... values) {
        double[] y = Argument.finite("values", values);
        int waves = y.length;
        if (waves < LEAST_WAVES) {
            return Outcome.notEnoughData(
                    "A Mann-Kendall test needs at least %d waves, there are %d."
                            .formatted(LEAST_WAVES, waves));
        }
        long s = 0;
        double[] slopes = new double[waves * (waves - 1) / 2];
        int pairs = 0;
        for (int i = 0; i < waves; i++) {
            for (int j = i + 1; j < waves; j++) {
                s += Double.compare(y[j] + 0.0, y[i] + 0.0);
                slopes[pairs++] = (y[j] - y[i]) / (j - i);
            }
        }
        double variance = (pairsTerm(waves) - tiesTerm(y)) / 18;
        if (variance == 0) {
            return Outcome.notEnoughData(
                    "All " + waves + " waves have the same value, so no trend can be seen.");
        }
        double z = (s - Long.signum(s)) / Math.sqrt(variance);
        return Outcome.estimated(
                new MannKendall(s, z, StandardNormal.twoSidedP(z), median(slopes)));
    }

    private static double pairsTerm(double t) {
        return t * (t - 1) * (2 * t + 5);
    }

    private static double tiesTerm(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double term = 0;
        int start = 0;
        for (int i = 1; i <= sorted.length; i++) {
            if (i == sorted.length || sorted[i] != sorted[start]) {
                term += pairsTerm(i - start);
                start = i;
            }
        }
        return term;
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        int half = values.length / 2;
        return values.length % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
    }
}
