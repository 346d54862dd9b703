package kollega.measurement.driver;

/**
 * R2(Q) = r_Q' R_QQ^-1 r_Q for every subset Q of the drivers.
 *
 * <p>A walk over the drivers sweeps each one in or leaves it out, so that subsets share the work of
 * what they have in common: about 3 * 2^p multiplications instead of 2^p matrix inversions.
 */
final class ExplainedVariance {

    private final int p;
    private final double[] ofSubset;

    /** Swept[i]: what is left of all variables from i on, given the drivers taken in before. */
    private final double[][][] swept;

    private ExplainedVariance(Correlations correlations) {
        p = correlations.size();
        ofSubset = new double[1 << p];
        swept = new double[p + 1][p + 1][p + 1];
        for (int i = 0; i < p; i++) {
            System.arraycopy(correlations.drivers()[i], 0, swept[0][i], 0, p);
            swept[0][p][i] = correlations.outcome()[i];
        }
        swept[0][p][p] = 1;
    }

    /** R2 by bit mask: bit j of the index says whether driver j is in. */
    static double[] ofAllSubsets(Correlations correlations) {
        var walk = new ExplainedVariance(correlations);
        walk.from(0, 0, walk.swept[0]);
        return walk.ofSubset;
    }

    static double ofAll(Correlations correlations) {
        var walk = new ExplainedVariance(correlations);
        double[][] rest = walk.swept[0];
        for (int i = 0; i < walk.p; i++) {
            walk.sweep(rest, i, walk.swept[i + 1]);
            rest = walk.swept[i + 1];
        }
        return Math.clamp(1 - rest[walk.p][walk.p], 0, 1);
    }

    private void from(int driver, int subset, double[][] rest) {
        if (driver == p) {
            ofSubset[subset] = Math.clamp(1 - rest[p][p], 0, 1);
            return;
        }
        from(driver + 1, subset, rest);
        double[][] next = swept[driver + 1];
        sweep(rest, driver, next);
        from(driver + 1, subset | 1 << driver, next);
    }

    /** Takes a driver in; only the lower triangle behind it is kept. */
    private void sweep(double[][] rest, int driver, double[][] into) {
        double pivot = rest[driver][driver];
        for (int j = driver + 1; j <= p; j++) {
            double factor = rest[j][driver] / pivot;
            for (int k = driver + 1; k <= j; k++) {
                into[j][k] = rest[j][k] - factor * rest[k][driver];
            }
        }
    }
}
