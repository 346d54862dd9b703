package kollega.measurement.driver;

import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;

/** Ways to share the explained variance R2 of an outcome out among its correlated drivers. */
public enum RelativeImportance {

    /**
     * The mean gain in R2 from a driver over all orders in which drivers can enter; for at most 15
     * drivers. LMG_j = sum over Q without j of |Q|! (p-|Q|-1)! / p! (R2(Q + j) - R2(Q)): Shapley's
     * value of R2. Source: R. H. Lindeman, P. F. Merenda and R. Z. Gold (1980), Introduction to
     * Bivariate and Multivariate Analysis; U. Groemping (2006), Relative Importance for Linear
     * Regression in R: The Package relaimpo, Journal of Statistical Software 17(1).
     */
    LMG {
        @Override
        double[] weights(Correlations correlations) {
            int p = correlations.size();
            double[] r2 = ExplainedVariance.ofAllSubsets(correlations);
            double[] share = new double[p];
            share[0] = 1.0 / p;
            for (int size = 1; size < p; size++) {
                share[size] = share[size - 1] * size / (p - size);
            }
            double[] weights = new double[p];
            for (int subset = 0; subset < r2.length; subset++) {
                for (int j = 0; j < p; j++) {
                    if ((subset & 1 << j) == 0) {
                        double gain = r2[subset | 1 << j] - r2[subset];
                        weights[j] += share[Integer.bitCount(subset)] * gain;
                    }
                }
            }
            return weights;
        }
    },

    /**
     * Relative weights through the uncorrelated variables nearest to the drivers: with R = V D V',
     * L = V D^(1/2) V' and b = L^-1 r, w_j = sum_k L_jk^2 b_k^2. Source: J. W. Johnson (2000), A
     * Heuristic Method for Estimating the Relative Weight of Predictor Variables in Multiple
     * Regression, Multivariate Behavioral Research 35, 1-19.
     */
    JOHNSON {
        @Override
        double[] weights(Correlations correlations) {
            int p = correlations.size();
            var eigen =
                    new EigenDecompositionSymmetric(
                            MatrixUtils.createRealMatrix(correlations.drivers()));
            var root = eigen.getSquareRoot();
            double[] nearest = correlations.outcome();
            var rotated = eigen.getVT().operate(nearest);
            for (int k = 0; k < p; k++) {
                rotated[k] /= Math.sqrt(eigen.getEigenvalue(k));
            }
            double[] b = eigen.getV().operate(rotated);
            double[] weights = new double[p];
            for (int j = 0; j < p; j++) {
                for (int k = 0; k < p; k++) {
                    double part = root.getEntry(j, k) * b[k];
                    weights[j] += part * part;
                }
            }
            return weights;
        }
    };

    /** The most drivers for which {@link #LMG} is computed; beyond, {@link #JOHNSON}. */
    public static final int MOST_DRIVERS_FOR_LMG = 15;

    /** One weight a driver, none negative, with R2 as their sum. */
    abstract double[] weights(Correlations correlations);

    /** LMG for as many drivers as it can be computed for, else Johnson's weights. */
    public static RelativeImportance forDrivers(int drivers) {
        return drivers <= MOST_DRIVERS_FOR_LMG ? LMG : JOHNSON;
    }
}
