package kollega.measurement.driver;

import kollega.measurement.Argument;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;

/** Checks of cross-products that come from outside. */
final class CenteredProducts {

    private static final double TOLERANCE = 1e-9;

    private CenteredProducts() {}

    static void check(long n, double[] mean, double[][] products) {
        int size = mean.length;
        Argument.finite("mean", mean);
        Argument.require(
                products.length == size, "products.length", products.length, "exactly " + size);
        for (int i = 0; i < size; i++) {
            String name = "products[" + i + "]";
            Argument.require(
                    Math.abs(mean[i]) <= CrossProducts.LARGEST,
                    "mean[" + i + "]",
                    mean[i],
                    "a number within -1e100 and 1e100");
            Argument.finite(name, Argument.ofLength(name, size, products[i]));
            for (int j = 0; j < i; j++) {
                double difference = Math.abs(products[i][j] - products[j][i]);
                Argument.require(
                        difference <= TOLERANCE * scale(products, i, j),
                        name + "[" + j + "]",
                        products[i][j],
                        "its mirror image " + products[j][i]);
            }
            Argument.require(
                    n > 1 || products[i][i] == 0,
                    name + "[" + i + "]",
                    products[i][i],
                    "0 for a single row");
        }
        double[] eigenvalues =
                new EigenDecompositionSymmetric(MatrixUtils.createRealMatrix(mirrored(products)))
                        .getEigenvalues();
        double least = eigenvalues[eigenvalues.length - 1];
        Argument.require(
                least >= -TOLERANCE * Math.max(eigenvalues[0], 0),
                "the least eigenvalue of products",
                least,
                "at least 0");
    }

    /** With the lower triangle's numbers on both sides, as rounding may make them differ. */
    private static double[][] mirrored(double[][] products) {
        double[][] same = new double[products.length][products.length];
        for (int i = 0; i < products.length; i++) {
            for (int j = 0; j <= i; j++) {
                same[i][j] = products[i][j];
                same[j][i] = products[i][j];
            }
        }
        return same;
    }

    private static double scale(double[][] products, int i, int j) {
        return Math.abs(products[i][j]) + Math.sqrt(Math.abs(products[i][i] * products[j][j]));
    }
}
