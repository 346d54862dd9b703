package kollega.measurement.few;

import java.util.Arrays;
import java.util.stream.IntStream;
import kollega.measurement.Argument;
import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;

/**
 * The Dirichlet-multinomial likelihood of units' counts in categories, and its maximum.
 *
 * <p>Source: Minka, T. (2000), "Estimating a Dirichlet distribution", whose fixed point has the
 * same maximum but creeps where units hardly differ. Here Newton steps in the logarithms of the
 * parameters, damped until they climb (Marquardt 1963).
 */
final class DirichletMultinomial {

    /**
     * Where every unit's answers are all alike the sum wants to 0: then the company's mean counts
     * for a hundredth of an answer.
     */
    private static final double LEAST_A = 0.01;

    /** So that sums over units stay exact in a double. */
    private static final long MOST_COUNT = 1_000_000_000_000L;

    private static final int MOST_ROUNDS = 200;
    private static final double MOST_DAMPING = 1e12;

    private final RisingCounts[] byCategory;
    private final RisingCounts sizes;
    private final long[] totals;
    private final int[] chosen;

    /**
     * @param counts one row a unit, one column a category
     */
    DirichletMultinomial(long[][] counts) {
        int categories = counts[0].length;
        byCategory = new RisingCounts[categories];
        totals = new long[categories];
        for (int k = 0; k < categories; k++) {
            int category = k;
            long[] column = Arrays.stream(counts).mapToLong(row -> row[category]).toArray();
            for (long count : column) {
                Argument.within("count of one unit", 0, MOST_COUNT, count);
            }
            byCategory[k] = new RisingCounts(column);
            totals[k] = Arrays.stream(column).sum();
        }
        chosen = IntStream.range(0, categories).filter(k -> totals[k] > 0).toArray();
        sizes =
                new RisingCounts(
                        Arrays.stream(counts).mapToLong(r -> Arrays.stream(r).sum()).toArray());
    }

    /** The log-likelihood without the multinomial coefficients, which hold no parameter. */
    double logLikelihood(double[] alpha) {
        double sum = -sizes.logGamma(Arrays.stream(alpha).sum());
        for (int k : chosen) {
            sum += byCategory[k].logGamma(alpha[k]);
        }
        return sum;
    }

    /**
     * The parameters of greatest likelihood, their sum from {@link #LEAST_A} to {@code mostA}. A
     * category nobody chose adds the share of half an answer.
     *
     * @param startA where to start; at or above {@code mostA} when the units vary no more than
     *     chance lets them
     */
    double[] fit(double startA, double mostA) {
        if (startA >= mostA || Arrays.stream(gradient(pooled(mostA))).sum() > 0) {
            return withRoom(pooled(mostA));
        }
        double[] alpha = pooled(startA);
        double likelihood = logLikelihood(alpha);
        double damping = 1;
        for (int round = 0; round < MOST_ROUNDS && damping < MOST_DAMPING; round++) {
            double[] step = step(alpha, damping);
            double[] next = moved(alpha, step);
            double reached = logLikelihood(next);
            // Rounding must not keep the last steps from their goal.
            if (!(reached >= likelihood - 1e-11 * (1 + Math.abs(likelihood)))) {
                damping *= 10;
                continue;
            }
            alpha = next;
            likelihood = reached;
            double a = Arrays.stream(alpha).sum();
            if (a > 4 * mostA) {
                return withRoom(pooled(mostA));
            }
            if (a < LEAST_A) {
                return withRoom(Arrays.stream(alpha).map(x -> x * LEAST_A / a).toArray());
            }
            double largest = Arrays.stream(step).map(Math::abs).max().orElse(0);
            if (largest < 1e-9 && damping < 1e-3) {
                break;
            }
            damping = Math.max(damping / 10, 1e-12);
        }
        return withRoom(Arrays.stream(alpha).sum() > mostA ? pooled(mostA) : alpha);
    }

    /** Shares over all units, times {@code a}. */
    private double[] pooled(double a) {
        double sum = Arrays.stream(totals).sum();
        return Arrays.stream(totals).mapToDouble(t -> a * t / sum).toArray();
    }

    /**
     * A category nobody chose has no likelihood of its own; it gets the share of half an answer.
     */
    private double[] withRoom(double[] alpha) {
        double a = Arrays.stream(alpha).sum();
        double answers = Arrays.stream(totals).sum();
        return IntStream.range(0, alpha.length)
                .mapToDouble(k -> totals[k] > 0 ? alpha[k] : a * 0.5 / answers)
                .toArray();
    }

    /** Derivatives of the log-likelihood by the logarithms of the chosen categories' parameters. */
    private double[] gradient(double[] alpha) {
        double common = sizes.digamma(Arrays.stream(alpha).sum());
        return Arrays.stream(chosen)
                .mapToDouble(k -> alpha[k] * (byCategory[k].digamma(alpha[k]) - common))
                .toArray();
    }

    /** The Newton step in the logarithms, damped enough for the Hessian to be definite. */
    private double[] step(double[] alpha, double damping) {
        double[] gradient = gradient(alpha);
        double common = sizes.trigamma(Arrays.stream(alpha).sum());
        int size = chosen.length;
        double[][] negative = new double[size][size];
        double scale = 0;
        for (int i = 0; i < size; i++) {
            double a = alpha[chosen[i]];
            for (int j = 0; j < size; j++) {
                negative[i][j] = a * alpha[chosen[j]] * common;
            }
            negative[i][i] -= a * a * byCategory[chosen[i]].trigamma(a) + gradient[i];
            scale = Math.max(scale, Math.abs(negative[i][i]));
        }
        for (double shift = damping * scale; ; shift = 10 * shift + 1e-12 * scale) {
            double[][] damped =
                    Arrays.stream(negative).map(double[]::clone).toArray(double[][]::new);
            for (int i = 0; i < size; i++) {
                damped[i][i] += shift;
            }
            try {
                return new CholeskyDecomposition(
                                new Array2DRowRealMatrix(damped, false), 1e-8, 1e-14 * scale)
                        .getSolver()
                        .solve(new ArrayRealVector(gradient, false))
                        .toArray();
            } catch (MathIllegalArgumentException notDefinite) {
                continue;
            }
        }
    }

    /** At most a factor of e^2 away. */
    private double[] moved(double[] alpha, double[] step) {
        double[] next = alpha.clone();
        for (int i = 0; i < chosen.length; i++) {
            next[chosen[i]] *= Math.exp(Math.clamp(step[i], -2, 2));
        }
        return next;
    }
}
