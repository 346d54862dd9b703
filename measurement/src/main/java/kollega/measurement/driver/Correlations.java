package kollega.measurement.driver;

import java.util.List;
import kollega.measurement.Argument;
import kollega.measurement.Outcome;

/**
 * What importance is computed from: the correlations among p drivers, of full rank, and those of
 * the drivers with the outcome.
 */
record Correlations(double[][] drivers, double[] outcome) {

    /** A driver with less of its variance left beside the others than this is one of them. */
    private static final double LEAST_TOLERANCE = 1e-10;

    /** Of a summary whose first variable is the outcome and whose others are the named drivers. */
    static Outcome<Correlations> of(CrossProducts products, List<String> names) {
        int p = names.size();
        Argument.atLeast("names.size()", 1, p);
        Argument.require(
                products.size() == p + 1,
                "products.size()",
                products.size(),
                (p + 1) + ": the outcome and " + p + " named drivers");
        for (int i = 0; i <= p; i++) {
            if (products.product(i, i) == 0) {
                return Outcome.notEnoughData(
                        "%s is the same in all %d rows, so nothing can go with it"
                                .formatted(
                                        i == 0 ? "the outcome" : "driver " + names.get(i - 1),
                                        products.n()));
            }
        }
        var among = new double[p][p];
        var withOutcome = new double[p];
        for (int i = 0; i < p; i++) {
            withOutcome[i] = correlation(products, i + 1, 0);
            for (int j = 0; j < p; j++) {
                among[i][j] = i == j ? 1 : correlation(products, i + 1, j + 1);
            }
        }
        int repeated = firstRepeated(among);
        return repeated < 0
                ? Outcome.estimated(new Correlations(among, withOutcome))
                : Outcome.notEnoughData(
                        "driver %s follows exactly from the drivers before it (%s): leave it out"
                                .formatted(
                                        names.get(repeated),
                                        String.join(", ", names.subList(0, repeated))));
    }

    private static double correlation(CrossProducts products, int i, int j) {
        double r =
                products.product(i, j)
                        / Math.sqrt(products.product(i, i))
                        / Math.sqrt(products.product(j, j));
        return Math.clamp(r, -1, 1);
    }

    /** The first variable that has no variance left given those before it, or -1. */
    private static int firstRepeated(double[][] matrix) {
        var rest = new double[matrix.length][];
        for (int i = 0; i < matrix.length; i++) {
            rest[i] = matrix[i].clone();
        }
        for (int i = 0; i < rest.length; i++) {
            if (rest[i][i] < LEAST_TOLERANCE) {
                return i;
            }
            for (int j = i + 1; j < rest.length; j++) {
                double factor = rest[j][i] / rest[i][i];
                for (int k = i + 1; k < rest.length; k++) {
                    rest[j][k] -= factor * rest[i][k];
                }
            }
        }
        return -1;
    }

    int size() {
        return outcome.length;
    }
}
