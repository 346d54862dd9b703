package kollega.measurement.resonance;

import java.util.Arrays;
import kollega.measurement.Argument;
import kollega.measurement.Outcome;
import kollega.measurement.driver.CrossProducts;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;

/**
 * An outcome over two things that may or may not agree, such as how much a value matters and how
 * much it is practised: z = b0 + b1 x + b2 y + b3 x^2 + b4 x y + b5 y^2, with x and y measured from
 * the middle of their scale.
 *
 * <p>Sources: J. R. Edwards and M. E. Parry (1993), On the use of polynomial regression equations
 * as an alternative to difference scores in organizational research, Academy of Management Journal
 * 36, 1577-1613; lines: L. R. Shanock, B. E. Baran, W. A. Gentry, S. C. Pattison and E. D.
 * Heggestad (2010), Journal of Business and Psychology 25, 543-554.
 *
 * @param coefficients b0 to b5
 * @param standardErrors of b0 to b5, rows taken for independent
 * @param r2 share of the outcome's variance explained, from 0 to 1
 */
public record ResponseSurface(double[] coefficients, double[] standardErrors, double r2) {

    /** The fewest rows: ten for each coefficient but the first, and never below a hundred. */
    public static final long LEAST_ROWS = 100;

    private static final int TERMS = 5;

    public ResponseSurface {
        Argument.ofLength("coefficients", TERMS + 1, coefficients);
        Argument.ofLength("standardErrors", TERMS + 1, standardErrors);
        coefficients = Argument.finite("coefficients", coefficients);
        standardErrors = Argument.finite("standardErrors", standardErrors);
        Argument.share("r2", r2);
    }

    /**
     * A row of the cross-products that a surface is computed from.
     *
     * @param z the outcome
     * @param x less the middle of its scale
     * @param y less the middle of its scale
     */
    public static double[] row(double z, double x, double y) {
        Argument.figure("z", z);
        Argument.figure("x", x);
        Argument.figure("y", y);
        return new double[] {z, x, y, x * x, x * y, y * y};
    }

    /**
     * The surface.
     *
     * @param rows the cross-products of {@link #row}
     * @return no data with fewer than 100 rows, or when x and y do not spread over enough values
     */
    public static Outcome<ResponseSurface> of(CrossProducts rows) {
        Argument.require(rows.size() == TERMS + 1, "rows.size()", rows.size(), "exactly 6");
        if (rows.n() < LEAST_ROWS) {
            return Outcome.notEnoughData(
                    "there are %d rows, a surface needs at least %d"
                            .formatted(rows.n(), LEAST_ROWS));
        }
        var scale = new double[TERMS];
        Arrays.setAll(scale, k -> Math.sqrt(rows.product(k + 1, k + 1)));
        if (Arrays.stream(scale).min().orElseThrow() == 0 || rows.product(0, 0) == 0) {
            return Outcome.notEnoughData("one of the terms is the same in all rows");
        }
        var among = MatrixUtils.createRealMatrix(TERMS, TERMS);
        var withZ = MatrixUtils.createRealVector(TERMS);
        for (int k = 0; k < TERMS; k++) {
            withZ.setEntry(k, rows.product(0, k + 1) / scale[k]);
            for (int l = 0; l < TERMS; l++) {
                among.setEntry(k, l, rows.product(k + 1, l + 1) / (scale[k] * scale[l]));
            }
        }
        double[] eigenvalues = new EigenDecompositionSymmetric(among).getEigenvalues();
        if (eigenvalues[TERMS - 1] < 1e-10) {
            return Outcome.notEnoughData(
                    "x and y take too few different values for a curved surface");
        }
        var solver = new CholeskyDecomposition(among).getSolver();
        var slopes = solver.solve(withZ);
        double explained = Math.min(slopes.dotProduct(withZ), rows.product(0, 0));
        double residual = (rows.product(0, 0) - explained) / (rows.n() - TERMS - 1.0);
        var inverse = solver.getInverse();
        double[] means = rows.means();
        var b = new double[TERMS + 1];
        var errors = new double[TERMS + 1];
        var ofMeans = MatrixUtils.createRealVector(TERMS);
        b[0] = means[0];
        for (int k = 0; k < TERMS; k++) {
            b[k + 1] = slopes.getEntry(k) / scale[k];
            b[0] -= b[k + 1] * means[k + 1];
            errors[k + 1] = Math.sqrt(residual * inverse.getEntry(k, k)) / scale[k];
            ofMeans.setEntry(k, means[k + 1] / scale[k]);
        }
        double far = inverse.operate(ofMeans).dotProduct(ofMeans);
        errors[0] = Math.sqrt(residual * (1.0 / rows.n() + far));
        return Outcome.estimated(
                new ResponseSurface(b, errors, Math.clamp(explained / rows.product(0, 0), 0, 1)));
    }

    /** b0 to b5; a copy. */
    @Override
    public double[] coefficients() {
        return coefficients.clone();
    }

    /** The standard errors of b0 to b5; a copy. */
    @Override
    public double[] standardErrors() {
        return standardErrors.clone();
    }

    /** The outcome to expect at a point. */
    public double at(double x, double y) {
        double[] terms = row(1, x, y);
        double sum = 0;
        for (int k = 0; k < terms.length; k++) {
            sum += coefficients[k] * terms[k];
        }
        return sum;
    }

    /** b1 + b2: does the outcome rise where both rise together? */
    public double slopeOfAgreement() {
        return coefficients[1] + coefficients[2];
    }

    /** b3 + b4 + b5: is that line curved? */
    public double curveOfAgreement() {
        return coefficients[3] + coefficients[4] + coefficients[5];
    }

    /** b1 - b2: is it better when x exceeds y, or the other way round? */
    public double slopeOfDisagreement() {
        return coefficients[1] - coefficients[2];
    }

    /** b3 - b4 + b5: below 0 the outcome falls as x and y part. */
    public double curveOfDisagreement() {
        return coefficients[3] - coefficients[4] + coefficients[5];
    }
}
