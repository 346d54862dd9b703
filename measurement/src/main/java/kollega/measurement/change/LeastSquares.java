package kollega.measurement.change;

import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;

/** An ordinary regression of full rank and its robust standard errors. */
final class LeastSquares {

    private final RealMatrix design;
    private final double[] coefficients;
    private final double[] residuals;
    private final RealMatrix bread;

    LeastSquares(double[][] rows, double[] outcome) {
        design = MatrixUtils.createRealMatrix(rows);
        var solver = new QRDecomposition(design).getSolver();
        var y = MatrixUtils.createRealVector(outcome);
        var b = solver.solve(y);
        coefficients = b.toArray();
        residuals = y.subtract(design.operate(b)).toArray();
        RealMatrix pseudoInverse = solver.getInverse();
        bread = pseudoInverse.multiplyTransposed(pseudoInverse);
    }

    double[] coefficients() {
        return coefficients;
    }

    double[] residuals() {
        return residuals;
    }

    /** With weights 1 - l / (L+1) for neighbours l apart (Bartlett); not adjusted for size. */
    double[] neweyWest(int lag) {
        int k = coefficients.length;
        var meat = new double[k][k];
        for (int i = 0; i < residuals.length; i++) {
            for (int l = 0; l <= Math.min(lag, i); l++) {
                double weight =
                        (1 - l / (lag + 1.0)) * residuals[i] * residuals[i - l] * (l == 0 ? .5 : 1);
                for (int a = 0; a < k; a++) {
                    for (int b = 0; b < k; b++) {
                        double pair = weight * design.getEntry(i, a) * design.getEntry(i - l, b);
                        meat[a][b] += pair;
                        meat[b][a] += pair;
                    }
                }
            }
        }
        var variance = bread.multiply(MatrixUtils.createRealMatrix(meat)).multiply(bread);
        var errors = new double[k];
        for (int a = 0; a < k; a++) {
            errors[a] = Math.sqrt(Math.max(0, variance.getEntry(a, a)));
        }
        return errors;
    }
}
