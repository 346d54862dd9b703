package kollega.measurement.scale;

import java.util.Arrays;
import kollega.measurement.Argument;
import kollega.measurement.Outcome;
import kollega.measurement.driver.CrossProducts;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/**
 * One common factor behind the items of a scale, by maximum likelihood on their covariances, and
 * omega, the reliability that follows from it without the items being equally good.
 *
 * <p>Sources: D. B. Rubin and D. T. Thayer (1982), EM algorithms for ML factor analysis,
 * Psychometrika 47, 69-76; R. P. McDonald (1999), Test Theory.
 *
 * @param loadings l, in the units of the items; their sum is positive
 * @param residuals theta, variances of what the factor leaves, in squared units
 */
public record SingleFactor(double[] loadings, double[] residuals) {

    private static final int MOST_STEPS = 20_000;
    private static final double STILL = 1e-13;

    /** Below this share of an item's variance a residual is taken for vanishing. */
    private static final double LEAST_RESIDUAL = 1e-3;

    /**
     * The factor behind all variables of a summary.
     *
     * @return no data with fewer than 3 items or not more rows than items, with an item that does
     *     not vary, or when an item would be the factor itself (a Heywood case)
     */
    public static Outcome<SingleFactor> of(CrossProducts products) {
        int size = products.size();
        if (size < 3 || products.n() <= size) {
            return Outcome.notEnoughData(
                    "there are %d items and %d rows, a factor needs at least 3 items and more rows than items"
                            .formatted(size, products.n()));
        }
        for (int j = 0; j < size; j++) {
            if (products.product(j, j) == 0) {
                return Outcome.notEnoughData("item %d is the same in all rows".formatted(j + 1));
            }
        }
        return fit(products);
    }

    private static Outcome<SingleFactor> fit(CrossProducts products) {
        int size = products.size();
        var deviations = new double[size];
        Arrays.setAll(deviations, j -> Math.sqrt(products.product(j, j)));
        var correlations = MatrixUtils.createRealMatrix(products.products());
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                correlations.multiplyEntry(i, j, 1 / (deviations[i] * deviations[j]));
            }
        }
        double[] loadings = start(correlations);
        double[] residuals = new double[size];
        Arrays.setAll(residuals, j -> Math.max(.05, 1 - loadings[j] * loadings[j]));
        for (int step = 0; step < MOST_STEPS; step++) {
            if (improve(correlations, loadings, residuals) < STILL) {
                for (int j = 0; j < size; j++) {
                    if (residuals[j] < LEAST_RESIDUAL) {
                        return heywood(j);
                    }
                    double scale = deviations[j] / Math.sqrt(products.n());
                    loadings[j] *= scale;
                    residuals[j] *= scale * scale;
                }
                return Outcome.estimated(new SingleFactor(loadings, residuals));
            }
        }
        int least = 0;
        for (int j = 1; j < size; j++) {
            least = residuals[j] < residuals[least] ? j : least;
        }
        return heywood(least);
    }

    private static Outcome<SingleFactor> heywood(int item) {
        return Outcome.notEnoughData(
                "item %d would be the common factor itself (a Heywood case): a single factor does not fit these items"
                        .formatted(item + 1));
    }

    /** Loadings on the first principal component, which points the way most items do. */
    private static double[] start(RealMatrix correlations) {
        var eigen = new EigenDecompositionSymmetric(correlations);
        double[] first = eigen.getEigenvector(0).toArray();
        double sign = Arrays.stream(first).sum() < 0 ? -1 : 1;
        double scale = sign * Math.sqrt(eigen.getEigenvalue(0));
        return Arrays.stream(first).map(v -> scale * v).toArray();
    }

    /** One step of EM, in place; returns the largest change. */
    private static double improve(RealMatrix s, double[] loadings, double[] residuals) {
        int size = loadings.length;
        double weight = 1;
        for (int j = 0; j < size; j++) {
            weight += loadings[j] * loadings[j] / residuals[j];
        }
        double[] beta = new double[size];
        for (int j = 0; j < size; j++) {
            beta[j] = loadings[j] / residuals[j] / weight;
        }
        double[] withFactor = s.operate(beta);
        double factor = 1;
        for (int j = 0; j < size; j++) {
            factor += beta[j] * (withFactor[j] - loadings[j]);
        }
        double change = 0;
        for (int j = 0; j < size; j++) {
            double loading = withFactor[j] / factor;
            double residual = s.getEntry(j, j) - loading * withFactor[j];
            change = Math.max(change, Math.abs(loading - loadings[j]));
            change = Math.max(change, Math.abs(residual - residuals[j]));
            loadings[j] = loading;
            residuals[j] = Math.max(residual, 1e-12);
        }
        return change;
    }

    public SingleFactor {
        loadings = Argument.finite("loadings", loadings);
        residuals =
                Argument.finite(
                        "residuals", Argument.ofLength("residuals", loadings.length, residuals));
        Argument.atLeast("loadings.length", 1, loadings.length);
        for (int j = 0; j < residuals.length; j++) {
            Argument.positive("residuals[" + j + "]", residuals[j]);
        }
    }

    /** The loading of each item, in the items' units; a copy. */
    @Override
    public double[] loadings() {
        return loadings.clone();
    }

    /** What the factor leaves of each item's variance, in squared units; a copy. */
    @Override
    public double[] residuals() {
        return residuals.clone();
    }

    /** omega = (sum l)^2 / ((sum l)^2 + sum theta), from 0 to 1. */
    public double omega() {
        double common = Math.pow(Arrays.stream(loadings).sum(), 2);
        return common / (common + Arrays.stream(residuals).sum());
    }
}
