package kollega.measurement.driver;

import java.util.ArrayList;
import java.util.List;
import kollega.measurement.Argument;
import kollega.measurement.Interval;
import kollega.measurement.Outcome;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.random.RandomDataGenerator;
import org.hipparchus.stat.StatUtils;
import org.hipparchus.stat.descriptive.rank.Percentile;
import org.hipparchus.stat.descriptive.rank.Percentile.EstimationType;

/**
 * Intervals of importance without rows and without groups: new cross-products are drawn from the
 * Wishart distribution W(S/(n-1), n-1) of normal data. It takes rows for independent; where they
 * come in at least 15 groups, use {@link GroupJackknife}.
 *
 * <p>Source: W. B. Smith and R. R. Hocking (1972), Algorithm AS 53: Wishart Variate Generator,
 * Applied Statistics 21, 341-345 (Bartlett's decomposition).
 *
 * @param replications number of draws, at least 100
 * @param seed the same seed gives the same intervals
 */
public record WishartBootstrap(int replications, long seed) {

    public WishartBootstrap {
        Argument.atLeast("replications", 100, replications);
    }

    /**
     * One percentile interval a driver.
     *
     * @param products whose first variable is the outcome and whose others are the drivers
     * @param names of the drivers, in the order of the variables
     * @param level of confidence, between 0 and 1, exclusive
     */
    public Outcome<List<ImportanceInterval>> intervals(
            CrossProducts products, List<String> names, double level) {
        Argument.between0And1("level", level);
        var importance = RelativeImportance.forDrivers(names.size());
        return DriverModel.correlations(products, names)
                .map(found -> {
                    double[][] draws =
                            draw(withOutcome(found, 0), products.n(), importance::weights);
                    return intervals(names, importance.weights(found), draws, level);
                });
    }

    /**
     * The drivers that matter more than a column of random numbers would: those whose relative
     * weight exceeds that of an unrelated column beside them, the interval of the difference being
     * above 0. The others are best left out of a list of what to improve.
     *
     * <p>Source: S. Tonidandel, J. M. LeBreton and J. W. Johnson (2009), Determining the
     * Statistical Significance of Relative Weights, Psychological Methods 14, 387-399.
     */
    public Outcome<List<String>> aboveChance(
            CrossProducts products, List<String> names, double level) {
        Argument.between0And1("level", level);
        return DriverModel.correlations(products, names)
                .map(found -> {
                    double[][] draws =
                            draw(
                                    withOutcome(found, 1),
                                    products.n(),
                                    RelativeImportance.JOHNSON::weights);
                    return names.stream()
                            .filter(name -> exceedsLast(draws, names.indexOf(name), level))
                            .toList();
                });
    }

    private static boolean exceedsLast(double[][] draws, int driver, double level) {
        int last = draws.length - 1;
        var differences = new double[draws[driver].length];
        for (int b = 0; b < differences.length; b++) {
            differences[b] = draws[driver][b] - draws[last][b];
        }
        return quantile(differences, (1 - level) / 2) > 0;
    }

    private static List<ImportanceInterval> intervals(
            List<String> names, double[] weights, double[][] draws, double level) {
        var intervals = new ArrayList<ImportanceInterval>();
        for (int j = 0; j < weights.length; j++) {
            intervals.add(
                    new ImportanceInterval(
                            names.get(j),
                            weights[j],
                            deviation(draws[j]),
                            new Interval(
                                    quantile(draws[j], (1 - level) / 2),
                                    quantile(draws[j], (1 + level) / 2))));
        }
        return intervals;
    }

    private static double quantile(double[] values, double p) {
        return new Percentile().withEstimationType(EstimationType.R_7).evaluate(values, 100 * p);
    }

    private static double deviation(double[] values) {
        return Math.sqrt(StatUtils.variance(values));
    }

    /** Draws by driver, then by replication. */
    private double[][] draw(RealMatrix correlations, long n, Weighing weighing) {
        int size = correlations.getRowDimension();
        var root = root(correlations);
        var random = new RandomDataGenerator(seed);
        var draws = new double[size - 1][replications];
        for (int b = 0; b < replications; b++) {
            var factor = root.multiply(bartlett(size, n - 1, random));
            double[] weights = weighing.weights(correlations(factor.multiplyTransposed(factor)));
            for (int j = 0; j < weights.length; j++) {
                draws[j][b] = weights[j];
            }
        }
        return draws;
    }

    private interface Weighing {
        double[] weights(Correlations correlations);
    }

    /** A lower triangular A such that A A' is a draw of W(I, freedom). */
    private static RealMatrix bartlett(int size, double freedom, RandomDataGenerator random) {
        var matrix = MatrixUtils.createRealMatrix(size, size);
        for (int i = 0; i < size; i++) {
            matrix.setEntry(i, i, Math.sqrt(random.nextGamma((freedom - i) / 2, 2)));
            for (int j = 0; j < i; j++) {
                matrix.setEntry(i, j, random.nextGaussian());
            }
        }
        return matrix;
    }

    /** Some B with B B' = the matrix, which may be singular. */
    private static RealMatrix root(RealMatrix matrix) {
        var eigen = new EigenDecompositionSymmetric(matrix);
        var root = eigen.getV();
        for (int k = 0; k < matrix.getRowDimension(); k++) {
            double scale = Math.sqrt(Math.max(0, eigen.getEigenvalue(k)));
            root.setColumnVector(k, root.getColumnVector(k).mapMultiply(scale));
        }
        return root;
    }

    /** The outcome first, then the drivers, then so many columns of nothing. */
    private static RealMatrix withOutcome(Correlations correlations, int unrelated) {
        int p = correlations.size();
        var matrix = MatrixUtils.createRealIdentityMatrix(p + 1 + unrelated);
        matrix.setSubMatrix(correlations.drivers(), 1, 1);
        for (int j = 0; j < p; j++) {
            matrix.setEntry(0, j + 1, correlations.outcome()[j]);
            matrix.setEntry(j + 1, 0, correlations.outcome()[j]);
        }
        return matrix;
    }

    private static Correlations correlations(RealMatrix products) {
        int p = products.getRowDimension() - 1;
        var drivers = new double[p][p];
        var outcome = new double[p];
        for (int i = 0; i < p; i++) {
            outcome[i] = correlation(products, 0, i + 1);
            for (int j = 0; j < p; j++) {
                drivers[i][j] = correlation(products, i + 1, j + 1);
            }
        }
        return new Correlations(drivers, outcome);
    }

    private static double correlation(RealMatrix products, int i, int j) {
        return products.getEntry(i, j)
                / Math.sqrt(products.getEntry(i, i) * products.getEntry(j, j));
    }
}
