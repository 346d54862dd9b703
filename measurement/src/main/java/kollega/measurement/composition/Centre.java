package kollega.measurement.composition;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import kollega.measurement.Argument;
import kollega.measurement.Outcome;
import org.hipparchus.distribution.continuous.FDistribution;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.stat.correlation.Covariance;
import org.jspecify.annotations.Nullable;

/** Where the compositions of a group lie, how far they scatter, and whether that is a target. */
public final class Centre {

    private final int n;
    private final double[] mean;
    private final @Nullable RealMatrix covariance;

    /**
     * A test whether the centre of a group is a target.
     *
     * @param t2 Hotelling's T2, at least 0
     * @param f T2 (n - d) / (d (n - 1)), with d the number of parts less one
     * @param pValue of F(d, n - d)
     */
    public record Deviation(double t2, double f, double pValue) {}

    private Centre(int n, double[] mean, @Nullable RealMatrix covariance) {
        this.n = n;
        this.mean = mean;
        this.covariance = covariance;
    }

    /**
     * The centre of at least one composition, all of the same number of parts and without zeros.
     */
    public static Centre of(List<Composition> compositions) {
        int n = Argument.atLeast("compositions.size()", 1, compositions.size());
        int size = compositions.getFirst().size();
        for (Composition each : compositions) {
            Argument.require(each.size() == size, "size of a composition", each.size(), "" + size);
        }
        double[][] rows = compositions.stream().map(Composition::ilr).toArray(double[][]::new);
        var mean = new double[size - 1];
        Arrays.setAll(mean, k -> Arrays.stream(rows).mapToDouble(z -> z[k]).sum() / n);
        return new Centre(n, mean, n < 2 ? null : covariance(rows));
    }

    private static RealMatrix covariance(double[][] rows) {
        return new Covariance(rows, true).getCovarianceMatrix();
    }

    /** The closed geometric mean of the compositions. */
    public Composition composition() {
        return Composition.ofIlr(mean);
    }

    /**
     * Total variance, the trace of the covariance of ilr: 0 when all are the same; small for a
     * strong culture. No data for a single composition.
     */
    public Outcome<Double> spread() {
        return covariance == null
                ? Outcome.notEnoughData("there is 1 composition, a spread needs at least 2")
                : Outcome.estimated(covariance.getTrace());
    }

    /**
     * Whether the centre could be the target and lie elsewhere by chance alone. Source: H.
     * Hotelling (1931), The generalization of Student's ratio, Annals of Mathematical Statistics 2,
     * 360-378.
     *
     * @return no data when compositions are not more than parts, or do not scatter in every
     *     direction
     */
    public Outcome<Deviation> deviation(Composition target) {
        int d = mean.length;
        Argument.require(target.size() == d + 1, "target.size()", target.size(), "" + (d + 1));
        if (n <= d) {
            return Outcome.notEnoughData(
                    "there are %d compositions of %d parts, a test needs at least %d"
                            .formatted(n, d + 1, d + 1));
        }
        var scatter = Objects.requireNonNull(covariance);
        double[] eigenvalues = new EigenDecompositionSymmetric(scatter).getEigenvalues();
        if (eigenvalues[d - 1] <= 1e-12 * eigenvalues[0] || eigenvalues[0] < 1e-24) {
            return Outcome.notEnoughData(
                    "the %d compositions do not scatter in every direction".formatted(n));
        }
        var off = MatrixUtils.createRealVector(mean);
        off = off.subtract(MatrixUtils.createRealVector(target.ilr()));
        double t2 = n * new CholeskyDecomposition(scatter).getSolver().solve(off).dotProduct(off);
        double f = t2 * (n - d) / (d * (n - 1.0));
        double p = 1 - new FDistribution(d, n - d).cumulativeProbability(f);
        return Outcome.estimated(new Deviation(t2, f, p));
    }
}
