package kollega.measurement.scale;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import kollega.measurement.Argument;
import kollega.measurement.Outcome;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;

/**
 * Items and takers of a test on one scale: P(right) = 1 / (1 + exp(-(ability + easiness))). Item
 * parameters come from the likelihood given the scores, so that they do not depend on who took the
 * test, and forms of a test can be equated.
 *
 * <p>Source: E. B. Andersen (1970), Asymptotic properties of conditional maximum-likelihood
 * estimators, Journal of the Royal Statistical Society B 32, 283-301.
 *
 * @param easiness of the items, in logits, summing to 0
 * @param standardErrors of the easiness
 * @param logLikelihood of the answers given the scores
 */
public record RaschModel(double[] easiness, double[] standardErrors, double logLikelihood) {

    /** The fewest takers; with fewer, item statistics of {@link KnowledgeTest} say as much. */
    public static final int LEAST_TAKERS = 200;

    private static final int MOST_STEPS = 100;

    public RaschModel {
        easiness = Argument.finite("easiness", easiness);
        standardErrors = Argument.finite("standardErrors", standardErrors);
    }

    /**
     * The model of these scores.
     *
     * @return no data with fewer than 200 takers, or when some items can't be placed beside the
     *     others because the takers' answers order them without exception
     */
    public static Outcome<RaschModel> of(TestScores scores) {
        if (scores.takers() < LEAST_TAKERS) {
            return Outcome.notEnoughData(
                    "there are %d takers, a Rasch model needs at least %d"
                            .formatted(scores.takers(), LEAST_TAKERS));
        }
        return exists(scores)
                ? fit(scores)
                : Outcome.notEnoughData(
                        "some items were right whenever others were, or for all or for nobody: their distance can't be estimated");
    }

    /**
     * Which items the answers place beside each other: of the groups that were always right before
     * any of the next, the largest; of equal ones that in which more takers got some right and some
     * wrong. Between such groups there is no distance that could be estimated.
     *
     * @return places of items from 0, rising; empty when no two have a place beside each other
     */
    public static int[] placed(TestScores scores) {
        long[] correct = scores.correctByItem();
        int[] easiestFirst =
                IntStream.range(0, correct.length)
                        .boxed()
                        .sorted(Comparator.comparingLong(j -> -correct[j]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        long[] takers = scores.takersByScore();
        int begin = 0;
        int from = 0;
        int size = 1;
        long telling = 0;
        for (int end : cuts(scores)) {
            long own = Arrays.stream(takers, begin + 1, end).sum();
            if (end - begin > size || end - begin == size && own > telling) {
                from = begin;
                size = end - begin;
                telling = own;
            }
            begin = end;
        }
        return size < 2
                ? new int[0]
                : Arrays.stream(easiestFirst, from, from + size).sorted().toArray();
    }

    private static boolean exists(TestScores scores) {
        return cuts(scores).length == 1;
    }

    /**
     * After how many of the easiest items the answers are ordered without exception, the number of
     * all items last. The likelihood has a maximum if there is no other: if any a items were right
     * less often than they would be if every taker had got those right first.
     */
    private static int[] cuts(TestScores scores) {
        int items = scores.items();
        long[] takers = scores.takersByScore();
        long[] correct = scores.correctByItem();
        Arrays.sort(correct);
        return IntStream.rangeClosed(1, items)
                .filter(a -> {
                    long easiest = Arrays.stream(correct, items - a, items).sum();
                    long most =
                            IntStream.rangeClosed(0, items)
                                    .mapToLong(r -> takers[r] * Math.min(r, a))
                                    .sum();
                    return easiest >= most;
                })
                .toArray();
    }

    private static Outcome<RaschModel> fit(TestScores scores) {
        double[] easiness = new double[scores.items()];
        var point = new RaschLikelihood(scores, easiness);
        for (int step = 0; step < MOST_STEPS; step++) {
            var solver =
                    new CholeskyDecomposition(MatrixUtils.createRealMatrix(point.information()))
                            .getSolver();
            double[] move = solver.solve(MatrixUtils.createRealVector(point.gradient())).toArray();
            double size = Arrays.stream(move).map(Math::abs).max().orElseThrow();
            if (size < 1e-10) {
                return Outcome.estimated(
                        new RaschModel(
                                easiness,
                                errors(solver.getInverse().getData()),
                                point.logLikelihood()));
            }
            double length = Math.min(1, 3 / size);
            var next = new RaschLikelihood(scores, moved(easiness, move, length));
            while (next.logLikelihood() < point.logLikelihood() - 1e-9 && length > 1e-6) {
                length /= 2;
                next = new RaschLikelihood(scores, moved(easiness, move, length));
            }
            easiness = moved(easiness, move, length);
            point = next;
        }
        return Outcome.notEnoughData(
                "the likelihood of %d items and %d takers is too flat to find its maximum"
                        .formatted(scores.items(), scores.takers()));
    }

    private static double[] moved(double[] from, double[] move, double length) {
        return IntStream.range(0, from.length)
                .mapToDouble(j -> from[j] + length * move[j])
                .toArray();
    }

    /** Of parameters that sum to 0: the direction in which all rise together is taken out. */
    private static double[] errors(double[][] inverse) {
        double together = 1.0 / inverse.length / inverse.length;
        return IntStream.range(0, inverse.length)
                .mapToDouble(j -> Math.sqrt(Math.max(0, inverse[j][j] - together)))
                .toArray();
    }

    /** The easiness of each item, in logits, summing to 0; a copy. */
    @Override
    public double[] easiness() {
        return easiness.clone();
    }

    /** The standard error of each easiness, in logits; a copy. */
    @Override
    public double[] standardErrors() {
        return standardErrors.clone();
    }

    /** Difficulty of the items: the easiness with the sign turned. */
    public double[] difficulty() {
        return Arrays.stream(easiness).map(b -> -b).toArray();
    }

    /**
     * The ability, in logits, that goes with each score from 0 to all items: where the expected
     * score is the score. None and all right have no such ability; for them the others are
     * continued along a natural cubic spline.
     *
     * @return one figure a score, rising; for a model of at least 3 items
     */
    public double[] abilities() {
        int items = Argument.atLeast("number of items", 3, easiness.length);
        var abilities = new double[items + 1];
        for (int score = 1; score < items; score++) {
            abilities[score] = ability(score);
        }
        double[] slopes = NaturalSpline.endSlopes(Arrays.copyOfRange(abilities, 1, items));
        abilities[0] = abilities[1] - slopes[0];
        abilities[items] = abilities[items - 1] + slopes[1];
        return abilities;
    }

    private double ability(int score) {
        double low = -Arrays.stream(easiness).max().orElseThrow() - 40;
        double high = -Arrays.stream(easiness).min().orElseThrow() + 40;
        for (int step = 0; step < 100; step++) {
            double middle = (low + high) / 2;
            if (expectedScore(middle) < score) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** The expected score of an ability in logits, from 0 to the number of items. */
    public double expectedScore(double ability) {
        Argument.finite("ability", ability);
        return Arrays.stream(easiness).map(b -> 1 / (1 + Math.exp(-(ability + b)))).sum();
    }
}
