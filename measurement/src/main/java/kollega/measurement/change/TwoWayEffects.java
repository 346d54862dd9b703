package kollega.measurement.change;

import java.util.List;
import java.util.stream.IntStream;
import kollega.measurement.Outcome;
import org.hipparchus.linear.DecompositionSolver;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/**
 * Regression in a complete panel with an effect for every unit and every wave, and standard errors
 * clustered by unit (HC1, counting every effect as a parameter).
 *
 * <p>Source: J. M. Wooldridge (2010), Econometric Analysis of Cross Section and Panel Data, 2nd
 * ed., chapter 10; M. Arellano (1987), Oxford Bulletin of Economics and Statistics 49, 431-434.
 */
final class TwoWayEffects {

    private static final double ROUNDING = 1e-24;

    private TwoWayEffects() {}

    /** What is left of values[unit][wave] after the means of its unit and of its wave. */
    static double[][] residuals(double[][] values) {
        int units = values.length;
        int waves = values[0].length;
        var byUnit = new double[units];
        var byWave = new double[waves];
        double all = 0;
        for (int i = 0; i < units; i++) {
            for (int t = 0; t < waves; t++) {
                byUnit[i] += values[i][t] / waves;
                byWave[t] += values[i][t] / units;
                all += values[i][t] / units / waves;
            }
        }
        var left = new double[units][waves];
        for (int i = 0; i < units; i++) {
            for (int t = 0; t < waves; t++) {
                left[i][t] = values[i][t] - byUnit[i] - byWave[t] + all;
            }
        }
        return left;
    }

    /**
     * Slopes of y[unit][wave] on one or more x[unit][wave]. The panel has more cells than effects
     * and slopes.
     *
     * @return one slope an x; no data when an x does not vary within units beyond what all units
     *     share, or repeats another
     */
    static Outcome<List<Slope>> slopes(double[][] outcome, double[][]... predictors) {
        double[][] y = residuals(outcome);
        var x = new double[predictors.length][][];
        var products = MatrixUtils.createRealMatrix(x.length, x.length);
        var withY = MatrixUtils.createRealVector(x.length);
        for (int k = 0; k < x.length; k++) {
            x[k] = residuals(predictors[k]);
            double own = product(x[k], x[k]);
            if (own <= ROUNDING * product(predictors[k], predictors[k])) {
                return Outcome.notEnoughData(
                        "the predictor does not move within units other than for all alike");
            }
            withY.setEntry(k, product(x[k], y));
            for (int l = 0; l <= k; l++) {
                products.setEntry(k, l, product(x[k], x[l]));
                products.setEntry(l, k, products.getEntry(k, l));
            }
        }
        var solver = new LUDecomposition(products, 1e-10 * products.getNorm1()).getSolver();
        if (!solver.isNonSingular()) {
            return Outcome.notEnoughData("the predictors repeat one another within units");
        }
        return Outcome.estimated(clustered(y, x, solver, solver.solve(withY).toArray()));
    }

    private static List<Slope> clustered(
            double[][] y, double[][][] x, DecompositionSolver solver, double[] b) {
        int units = y.length;
        int waves = y[0].length;
        var meat = MatrixUtils.createRealMatrix(x.length, x.length);
        for (int i = 0; i < units; i++) {
            var score = MatrixUtils.createRealVector(x.length);
            for (int t = 0; t < waves; t++) {
                double rest = y[i][t];
                for (int k = 0; k < x.length; k++) {
                    rest -= b[k] * x[k][i][t];
                }
                for (int k = 0; k < x.length; k++) {
                    score.addToEntry(k, x[k][i][t] * rest);
                }
            }
            meat = meat.add(score.outerProduct(score));
        }
        double n = (double) units * waves;
        double parameters = units + waves - 1 + x.length;
        double factor = units / (units - 1.0) * (n - 1) / (n - parameters);
        RealMatrix inverse = solver.getInverse();
        RealMatrix variance = inverse.multiply(meat).multiply(inverse).scalarMultiply(factor);
        return IntStream.range(0, x.length)
                .mapToObj(k -> new Slope(b[k], Math.sqrt(Math.max(0, variance.getEntry(k, k)))))
                .toList();
    }

    private static double product(double[][] a, double[][] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            for (int t = 0; t < a[i].length; t++) {
                sum += a[i][t] * b[i][t];
            }
        }
        return sum;
    }
}
