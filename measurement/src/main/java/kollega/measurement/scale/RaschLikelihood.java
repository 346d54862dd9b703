package kollega.measurement.scale;

/**
 * The likelihood of a test's answers given the scores, at one point, with its gradient and Hessian:
 * log L = sum_j s_j b_j - sum_r n_r ln gamma_r(exp b).
 */
final class RaschLikelihood {

    private final int items;
    private final long[] takers;
    private final SymmetricFunctions functions;
    private final double[] gradient;
    private final double[][] right;
    private final double logLikelihood;

    RaschLikelihood(TestScores scores, double[] easiness) {
        items = scores.items();
        takers = scores.takersByScore();
        var e = new double[items];
        gradient = new double[items];
        right = new double[items][];
        double sum = 0;
        long[] correct = scores.correctByItem();
        for (int j = 0; j < items; j++) {
            e[j] = Math.exp(easiness[j]);
            sum += correct[j] * easiness[j];
        }
        functions = new SymmetricFunctions(e);
        for (int r = 0; r <= items; r++) {
            sum -= takers[r] * Math.log(functions.gamma(r));
        }
        logLikelihood = sum;
        for (int j = 0; j < items; j++) {
            right[j] = functions.right(j);
            gradient[j] = correct[j] - weigh(right[j]);
        }
    }

    double logLikelihood() {
        return logLikelihood;
    }

    double[] gradient() {
        return gradient;
    }

    /**
     * The negative Hessian, with 1 added everywhere: it does not mind all items rising together,
     * and this makes it of full rank without changing a step that sums to 0.
     */
    double[][] information() {
        var information = new double[items][items];
        for (int j = 0; j < items; j++) {
            for (int k = 0; k <= j; k++) {
                double[] both = j == k ? right[j] : functions.bothRight(j, k);
                double sum = 0;
                for (int r = 1; r < items; r++) {
                    sum += takers[r] * (both[r] - right[j][r] * right[k][r]);
                }
                information[j][k] = 1 + sum;
                information[k][j] = 1 + sum;
            }
        }
        return information;
    }

    private double weigh(double[] byScore) {
        double sum = 0;
        for (int r = 0; r < byScore.length; r++) {
            sum += takers[r] * byScore[r];
        }
        return sum;
    }
}
