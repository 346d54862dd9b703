package kollega.measurement.score;

import kollega.measurement.Interval;

/**
 * The score interval for a net score, the default of this library: it keeps its coverage with few
 * answers, where Wald, t and the percentile bootstrap do not.
 *
 * <p>Promoters and detractors are taken as the discordant cells of a paired 2x2 table. For a
 * hypothetical score theta the detractors' share q is estimated by maximum likelihood under theta,
 * and theta belongs to the interval when |T| is at most z:
 *
 * <pre>
 * T(theta) = (P - D - n theta) / sqrt(n (2q + theta (1 - theta)))
 * q = (sqrt(B^2 - 4AC) - B) / (2A),  A = 2n,  B = -P - D + (2n - P + D) theta,  C = -D theta (1 - theta)
 * </pre>
 *
 * <p>Source: Tango, T. (1998), "Equivalence test and confidence interval for the difference in
 * proportions for the paired-sample design", Statistics in Medicine 17, 891-908.
 */
public final class TangoInterval {

    private static final int MOST_STEPS = 200;

    private TangoInterval() {}

    /** The 95 % interval of {@code score.score()}. */
    public static Interval of(NetScore score) {
        return of(score, 0.95);
    }

    /**
     * The interval of {@code score.score()}, a part of [-1, 1] that contains it.
     *
     * @param confidence strictly between 0 and 1
     */
    public static Interval of(NetScore score, double confidence) {
        double z = StandardNormal.zOf(confidence);
        double n = score.n();
        double p = score.promoters() / n;
        double d = score.detractors() / n;
        // The upper limit is the mirrored lower limit, so that swapping the sides is exact.
        return new Interval(lower(p, d, z * z / n), -lower(d, p, z * z / n));
    }

    /**
     * The root of T = z below the score, by Newton's method kept inside a shrinking bracket.
     *
     * @param w z^2/n
     */
    private static double lower(double p, double d, double w) {
        if (d == 1) {
            return -1;
        }
        double low = -1;
        double high = p - d;
        double theta = Math.max((low + high) / 2, high - 2 * Math.sqrt(w));
        for (int step = 0; step < MOST_STEPS; step++) {
            double b = -p - d + (2 - p + d) * theta;
            double c = -d * theta * (1 - theta);
            double root = Math.sqrt(Math.max(0, b * b - 8 * c));
            double q = b > 0 ? -2 * c / (b + root) : (root - b) / 4;
            double v = Math.max(0, 2 * q + theta * (1 - theta));
            double rest = p - d - theta;
            double f = rest - Math.sqrt(w * v);
            if (f > 0) {
                low = theta;
            } else {
                high = theta;
            }
            double qSlope = ((2 - p + d) * q - d * (1 - 2 * theta)) / -root;
            double slope = -1 - Math.sqrt(w / v) / 2 * (2 * qSlope + 1 - 2 * theta);
            double next = theta - f / slope;
            if (!(next > low && next < high)) {
                next = (low + high) / 2;
            }
            if (Math.abs(next - theta) <= 1e-15) {
                return next;
            }
            theta = next;
        }
        return theta;
    }
}
