package kollega.measurement.maturity;

import kollega.measurement.Argument;
import kollega.measurement.Outcome;

/**
 * Whether factors build on one another, so that who has reached a later one has reached the earlier
 * ones too: H = sum cov_ij / sum (min(p_i, p_j) - p_i p_j), 1 for a perfect ladder, about 0 for
 * none. Source: J. Loevinger (1948), The technique of homogeneous tests compared with some aspects
 * of scale analysis and factor analysis, Psychological Bulletin 45, 507-529.
 */
public final class Scalability {

    /** Below it show the factors without a level. */
    public static final double LEAST_FOR_LEVELS = .3;

    private Scalability() {}

    /**
     * H of these factors.
     *
     * @param reached [unit][factor], at least 2 factors
     * @return at most 1; no data when fewer than two factors are reached by some and not by others
     */
    public static Outcome<Double> h(boolean[][] reached) {
        int units = Argument.atLeast("reached.length", 1, reached.length);
        int factors = Argument.atLeast("reached[0].length", 2, reached[0].length);
        var single = new double[factors];
        var both = new double[factors][factors];
        for (int u = 0; u < units; u++) {
            Argument.require(
                    reached[u].length == factors,
                    "reached[" + u + "].length",
                    reached[u].length,
                    "exactly " + factors);
            for (int i = 0; i < factors; i++) {
                single[i] += reached[u][i] ? 1.0 / units : 0;
                for (int j = 0; j < i; j++) {
                    both[i][j] += reached[u][i] && reached[u][j] ? 1.0 / units : 0;
                }
            }
        }
        double covariance = 0;
        double most = 0;
        for (int i = 0; i < factors; i++) {
            for (int j = 0; j < i; j++) {
                covariance += both[i][j] - single[i] * single[j];
                most += Math.min(single[i], single[j]) - single[i] * single[j];
            }
        }
        if (most < 1e-12) {
            return Outcome.notEnoughData(
                    "fewer than 2 of %d factors are reached by some of the %d units and not by others"
                            .formatted(factors, units));
        }
        return Outcome.estimated(Math.min(1, covariance / most));
    }
}
