package kollega.measurement.scale;

/**
 * Elementary symmetric functions gamma_r: the sum over all sets of r items of the products of their
 * easiness parameters e, and with them the chances of items given the score. Summed up item by
 * item, so that nothing cancels.
 *
 * <p>Source: G. H. Fischer (1974), Einfuehrung in die Theorie psychologischer Tests, chapter 14.
 */
final class SymmetricFunctions {

    private final double[] e;
    private final double[] gamma;

    SymmetricFunctions(double[] e) {
        this.e = e;
        gamma = without(-1, -1);
    }

    double gamma(int score) {
        return gamma[score];
    }

    /** P(item j right | score), by score. */
    double[] right(int j) {
        double[] rest = without(j, -1);
        var right = new double[gamma.length];
        for (int r = 1; r < right.length; r++) {
            right[r] = e[j] * rest[r - 1] / gamma[r];
        }
        return right;
    }

    /** P(items j and k right | score), by score, for two different items. */
    double[] bothRight(int j, int k) {
        double[] rest = without(j, k);
        var right = new double[gamma.length];
        for (int r = 2; r < right.length; r++) {
            right[r] = e[j] * e[k] * rest[r - 2] / gamma[r];
        }
        return right;
    }

    private double[] without(int j, int k) {
        var sums = new double[e.length + 1];
        sums[0] = 1;
        int taken = 0;
        for (int i = 0; i < e.length; i++) {
            if (i == j || i == k) {
                continue;
            }
            taken++;
            for (int r = taken; r > 0; r--) {
                sums[r] += e[i] * sums[r - 1];
            }
        }
        return sums;
    }
}
