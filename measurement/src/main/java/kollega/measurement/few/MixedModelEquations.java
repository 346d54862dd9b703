package kollega.measurement.few;

import java.util.Arrays;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.DecompositionSolver;
import org.hipparchus.linear.RealMatrix;

/**
 * Henderson's equations for pair means y = mu + a + b + noise with given variances: a and b are the
 * effects of two crossed factors, the noise of pair k has variance pair + residual / n_k.
 *
 * <p>The first factor's equations are diagonal and are absorbed; those of the second, with mu as
 * their last row, are dense and are solved by Cholesky decomposition. So let the second factor be
 * the smaller one. A factor of variance 0 is left out.
 */
final class MixedModelEquations {

    private final int[] second;
    private final double[] weight;

    /** Sum of the weights of a level of the first factor. */
    private final double[] weightOfFirst;

    /** Inverse of the diagonal of the absorbed equations; 0 where the factor is left out. */
    private final double[] absorbed;

    private final int[] start;
    private final int dense;
    private final DecompositionSolver solver;
    private final double logDeterminant;

    /**
     * @param start pairs of level i of the first factor are those from start[i] to below start[i+1]
     */
    MixedModelEquations(
            int[] start,
            int[] second,
            int levelsOfSecond,
            double[] weight,
            double varianceOfFirst,
            double varianceOfSecond) {
        this.start = start;
        this.second = second;
        this.weight = weight;
        dense = varianceOfSecond > 0 ? levelsOfSecond : 0;
        int levels = start.length - 1;
        weightOfFirst = new double[levels];
        absorbed = new double[levels];
        double[][] s = new double[dense + 1][dense + 1];
        double logs = 0;
        for (int i = 0; i < levels; i++) {
            for (int k = start[i]; k < start[i + 1]; k++) {
                weightOfFirst[i] += weight[k];
            }
            if (varianceOfFirst > 0) {
                double diagonal = weightOfFirst[i] + 1 / varianceOfFirst;
                absorbed[i] = 1 / diagonal;
                logs += Math.log(diagonal) + Math.log(varianceOfFirst);
            }
            addLevel(s, i);
        }
        for (int j = 0; j < dense; j++) {
            s[j][j] += 1 / varianceOfSecond;
            logs += Math.log(varianceOfSecond);
            for (int l = 0; l < j; l++) {
                s[l][j] = s[j][l];
            }
            s[j][dense] = s[dense][j];
        }
        var cholesky = new CholeskyDecomposition(new Array2DRowRealMatrix(s, false), 1e-8, 0);
        RealMatrix lower = cholesky.getL();
        for (int j = 0; j <= dense; j++) {
            logs += 2 * Math.log(lower.getEntry(j, j));
        }
        for (double w : weight) {
            logs -= Math.log(w);
        }
        solver = cholesky.getSolver();
        logDeterminant = logs;
    }

    /**
     * Adds the pairs of one level of the first factor to the lower triangle, less what is absorbed.
     */
    private void addLevel(double[][] s, int i) {
        double[] ofMu = s[dense];
        double w = weightOfFirst[i];
        ofMu[dense] += w - w * w * absorbed[i];
        if (dense == 0) {
            return;
        }
        for (int k = start[i]; k < start[i + 1]; k++) {
            int j = second[k];
            double share = weight[k] * absorbed[i];
            double[] row = s[j];
            row[j] += weight[k];
            ofMu[j] += weight[k] - w * share;
            for (int l = start[i]; l <= k; l++) {
                row[second[l]] -= share * weight[l];
            }
        }
    }

    /** ln |V| + ln |X'V^-1 X| of the pair means. */
    double logDeterminant() {
        return logDeterminant;
    }

    /**
     * What the equations make of one value a pair.
     *
     * @param mu the mean
     * @param first effects of the first factor
     * @param second effects of the second factor, empty if it is left out
     * @param residual weighted residuals, P y
     */
    record Solution(double mu, double[] first, double[] second, double[] residual) {}

    Solution solve(double[] y) {
        double[] right = new double[dense + 1];
        int levels = start.length - 1;
        double[] sums = new double[levels];
        for (int i = 0; i < levels; i++) {
            for (int k = start[i]; k < start[i + 1]; k++) {
                sums[i] += weight[k] * y[k];
            }
            double taken = sums[i] * absorbed[i];
            for (int k = start[i]; dense > 0 && k < start[i + 1]; k++) {
                right[second[k]] += weight[k] * (y[k] - taken);
            }
            right[dense] += sums[i] - weightOfFirst[i] * taken;
        }
        double[] solved = solver.solve(new ArrayRealVector(right, false)).toArray();
        double mu = solved[dense];
        double[] ofFirst = new double[levels];
        double[] residual = new double[y.length];
        for (int i = 0; i < levels; i++) {
            double rest = sums[i] - weightOfFirst[i] * mu;
            for (int k = start[i]; dense > 0 && k < start[i + 1]; k++) {
                rest -= weight[k] * solved[second[k]];
            }
            ofFirst[i] = rest * absorbed[i];
            for (int k = start[i]; k < start[i + 1]; k++) {
                double b = dense > 0 ? solved[second[k]] : 0;
                residual[k] = weight[k] * (y[k] - mu - ofFirst[i] - b);
            }
        }
        return new Solution(mu, ofFirst, Arrays.copyOf(solved, dense), residual);
    }

    /**
     * Exact parts of the inverse C of the equations.
     *
     * @param first its diagonal at the first factor's levels: their prediction error variances
     * @param second likewise for the second factor, empty if it is left out
     * @param pair t'Ct for each pair: the variance of its fitted value
     */
    record Inverse(double[] first, double[] second, double[] pair) {}

    Inverse inverse() {
        double[][] v = solver.getInverse().getData();
        int levels = start.length - 1;
        double[] ofFirst = new double[levels];
        double[] ofPair = new double[weight.length];
        double[] ofMu = v[dense];
        for (int i = 0; i < levels; i++) {
            double w = weightOfFirst[i];
            double atMu = ofMu[dense] * w;
            for (int k = start[i]; dense > 0 && k < start[i + 1]; k++) {
                atMu += ofMu[second[k]] * weight[k];
            }
            double form = w * atMu;
            for (int k = start[i]; k < start[i + 1]; k++) {
                double at = 0;
                double own = ofMu[dense];
                if (dense > 0) {
                    double[] row = v[second[k]];
                    at = row[dense] * w;
                    for (int l = start[i]; l < start[i + 1]; l++) {
                        at += row[second[l]] * weight[l];
                    }
                    own += 2 * row[dense] + row[second[k]];
                    form += weight[k] * at;
                }
                ofPair[k] = own - 2 * absorbed[i] * (atMu + at);
            }
            ofFirst[i] = absorbed[i] * (1 + absorbed[i] * form);
            for (int k = start[i]; k < start[i + 1]; k++) {
                ofPair[k] += ofFirst[i];
            }
        }
        double[] ofSecond = new double[dense];
        for (int j = 0; j < dense; j++) {
            ofSecond[j] = v[j][j];
        }
        return new Inverse(ofFirst, ofSecond, ofPair);
    }
}
