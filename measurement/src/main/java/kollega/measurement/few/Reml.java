package kollega.measurement.few;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.LUDecomposition;

/**
 * Restricted maximum likelihood of the variances of two crossed factors, of their pairs and of the
 * residual, by average information; a step that does not climb is halved, and replaced by the step
 * of expectation-maximization, which always climbs.
 *
 * <p>Sources: Patterson, H. D. and Thompson, R. (1971), "Recovery of inter-block information when
 * block sizes are unequal", Biometrika 58, 545-554; Gilmour, A. R., Thompson, R. and Cullis, B. R.
 * (1995), "Average information REML", Biometrics 51, 1440-1450.
 */
final class Reml {

    static final int FIRST = 0;
    static final int SECOND = 1;
    static final int PAIR = 2;
    static final int RESIDUAL = 3;

    private static final int MOST_ROUNDS = 100;
    private static final int MOST_HALVINGS = 6;

    private final Pairs pairs;
    private final int[] start;
    private final int[] estimated;
    private final double floor;
    private final double ceiling;

    Reml(Pairs pairs, boolean[] isEstimated) {
        this.pairs = pairs;
        start = new int[pairs.levelsOfFirst() + 1];
        for (int i : pairs.first()) {
            start[i + 1]++;
        }
        Arrays.parallelPrefix(start, Integer::sum);
        estimated = IntStream.range(0, 4).filter(i -> isEstimated[i]).toArray();
        double total = pairs.totalSquares() / pairs.size();
        floor = 1e-9 * total;
        ceiling = 100 * total;
    }

    /** The equations at one set of variances, and their likelihood. */
    record Fit(
            double[] variance,
            double logLikelihood,
            MixedModelEquations equations,
            MixedModelEquations.Solution solution,
            MixedModelEquations.Inverse inverse) {}

    private record Trial(
            double[] variance,
            double logLikelihood,
            MixedModelEquations equations,
            MixedModelEquations.Solution solution) {}

    Fit fit() {
        double total = pairs.totalSquares() / pairs.size();
        double[] begin = new double[4];
        for (int c : estimated) {
            begin[c] = total * (c == RESIDUAL ? 0.7 : 0.1);
        }
        Trial at = at(begin);
        MixedModelEquations.Inverse inverse = at.equations.inverse();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double[] gradient = gradient(at, inverse);
            Trial next = climb(at, gradient);
            double change = 0;
            for (int c : estimated) {
                change = Math.max(change, Math.abs(next.variance[c] - at.variance[c]));
            }
            at = next;
            inverse = at.equations.inverse();
            if (change < 1e-7 * total) {
                break;
            }
        }
        double[] variance = Arrays.stream(at.variance).map(v -> v <= 2 * floor ? 0 : v).toArray();
        return new Fit(variance, at.logLikelihood, at.equations, at.solution, inverse);
    }

    private Trial climb(Trial at, double[] gradient) {
        double[] step = averageInformationStep(at, gradient);
        for (int halving = 0; halving < MOST_HALVINGS && step.length > 0; halving++) {
            Trial next = at(moved(at, step, Math.scalb(1, -halving)));
            if (next.logLikelihood >= at.logLikelihood - 1e-12 * Math.abs(at.logLikelihood)) {
                return next;
            }
        }
        double[] levels = {
            pairs.levelsOfFirst(), pairs.levelsOfSecond(), pairs.pairs(), pairs.size()
        };
        double[] em = new double[4];
        for (int c : estimated) {
            em[c] = 2 * at.variance[c] * at.variance[c] * gradient[c] / levels[c];
        }
        return at(moved(at, em, 1));
    }

    private double[] moved(Trial at, double[] step, double factor) {
        double[] variance = new double[4];
        for (int c : estimated) {
            variance[c] = Math.clamp(at.variance[c] + factor * step[c], floor, ceiling);
        }
        return variance;
    }

    private Trial at(double[] variance) {
        int m = pairs.pairs();
        double[] weight = new double[m];
        double logs = 0;
        for (int k = 0; k < m; k++) {
            double n = pairs.count()[k];
            weight[k] = 1 / (variance[PAIR] + variance[RESIDUAL] / n);
            logs += Math.log(n);
        }
        var equations =
                new MixedModelEquations(
                        start,
                        pairs.second(),
                        pairs.levelsOfSecond(),
                        weight,
                        variance[FIRST],
                        variance[SECOND]);
        var solution = equations.solve(pairs.mean());
        double within = pairs.size() - m;
        double minusTwice =
                equations.logDeterminant()
                        + dot(pairs.mean(), solution.residual())
                        + within * Math.log(variance[RESIDUAL])
                        + pairs.withinSquares() / variance[RESIDUAL]
                        + logs
                        + (pairs.size() - 1) * Math.log(2 * Math.PI);
        return new Trial(variance, -minusTwice / 2, equations, solution);
    }

    /** Derivatives of the log-likelihood by the variances. */
    private double[] gradient(Trial at, MixedModelEquations.Inverse inverse) {
        double[] g = new double[4];
        g[FIRST] = effects(at.variance[FIRST], at.solution.first(), inverse.first());
        g[SECOND] = effects(at.variance[SECOND], at.solution.second(), inverse.second());
        double residualVariance = at.variance[RESIDUAL];
        for (int k = 0; k < pairs.pairs(); k++) {
            double n = pairs.count()[k];
            double w = 1 / (at.variance[PAIR] + residualVariance / n);
            double py = at.solution.residual()[k];
            double half = (py * py - (w - w * w * inverse.pair()[k])) / 2;
            g[PAIR] += half;
            g[RESIDUAL] += half / n;
        }
        double within = pairs.size() - pairs.pairs();
        g[RESIDUAL] += (pairs.withinSquares() / residualVariance - within) / residualVariance / 2;
        return g;
    }

    private static double effects(double variance, double[] effects, double[] errors) {
        if (variance == 0) {
            return 0;
        }
        double sum = dot(effects, effects) + Arrays.stream(errors).sum();
        return (sum / variance - effects.length) / variance / 2;
    }

    /** Empty where the information is singular. */
    private double[] averageInformationStep(Trial at, double[] gradient) {
        // A variance that wants below zero stays where it is and out of the others' way.
        int[] free =
                Arrays.stream(estimated)
                        .filter(c -> at.variance[c] > 2 * floor || gradient[c] > 0)
                        .toArray();
        double[][] working = new double[4][];
        double[][] projected = new double[4][];
        for (int c : free) {
            working[c] = workingVector(at, c);
            projected[c] = at.equations.solve(working[c]).residual();
        }
        int size = free.length;
        double[][] information = new double[size][size];
        double[] right = new double[size];
        for (int i = 0; i < size; i++) {
            right[i] = gradient[free[i]];
            for (int j = 0; j < size; j++) {
                information[i][j] = dot(working[free[i]], projected[free[j]]) / 2;
            }
            if (free[i] == RESIDUAL) {
                information[i][i] += pairs.withinSquares() / Math.pow(at.variance[RESIDUAL], 3) / 2;
            }
        }
        double[] step = new double[4];
        try {
            double[] solved =
                    new LUDecomposition(new Array2DRowRealMatrix(information, false), 1e-300)
                            .getSolver()
                            .solve(new ArrayRealVector(right, false))
                            .toArray();
            for (int i = 0; i < size; i++) {
                step[free[i]] = solved[i];
            }
            return step;
        } catch (MathRuntimeException singular) {
            return new double[0];
        }
    }

    /** The derivative of V by the variance, times P y. */
    private double[] workingVector(Trial at, int component) {
        double[] f = new double[pairs.pairs()];
        var solution = at.solution;
        for (int k = 0; k < f.length; k++) {
            f[k] =
                    switch (component) {
                        case FIRST -> solution.first()[pairs.first()[k]] / at.variance[FIRST];
                        case SECOND -> solution.second()[pairs.second()[k]] / at.variance[SECOND];
                        case PAIR -> solution.residual()[k];
                        default -> solution.residual()[k] / pairs.count()[k];
                    };
        }
        return f;
    }

    private static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int k = 0; k < x.length; k++) {
            sum += x[k] * y[k];
        }
        return sum;
    }
}
