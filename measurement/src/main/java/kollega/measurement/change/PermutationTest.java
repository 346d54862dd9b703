package kollega.measurement.change;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.hipparchus.util.CombinatoricsUtils;

/**
 * How often units drawn at random differ from the rest by at least as much as the chosen ones.
 *
 * @param difference mean of the chosen less mean of the rest
 * @param pValue two-sided, at least {@code leastPValue}
 * @param leastPValue 1 over the number of choices, or 2 over it where every choice has a mirror
 *     image
 * @param exact whether all choices were compared
 */
record PermutationTest(double difference, double pValue, double leastPValue, boolean exact) {

    static final int RANDOM_CHOICES = 10_000;
    private static final double MOST_CHOICES = 200_000;

    /** The first so many values were chosen; all choices, or random ones when they are too many. */
    static PermutationTest ofGroups(double[] values, int chosen, long seed) {
        return choices(values, chosen) <= MOST_CHOICES
                ? of(values, chosen, comparison -> comparison.all(0, chosen, 0), true)
                : randomly(values, chosen, seed);
    }

    static PermutationTest randomly(double[] values, int chosen, long seed) {
        return of(values, chosen, comparison -> comparison.random(seed), false);
    }

    private static PermutationTest of(
            double[] values, int chosen, Consumer<Comparison> compare, boolean exact) {
        var comparison = new Comparison(values, chosen);
        compare.accept(comparison);
        double least = (2 * chosen == values.length ? 2 : 1) / choices(values, chosen);
        int extra = exact ? 0 : 1;
        double p = (double) (comparison.asFar + extra) / (comparison.compared + extra);
        return new PermutationTest(
                comparison.difference(comparison.sum),
                p,
                exact ? least : Math.max(least, 1.0 / (RANDOM_CHOICES + 1)),
                exact);
    }

    private static double choices(double[] values, int chosen) {
        return CombinatoricsUtils.binomialCoefficientDouble(values.length, chosen);
    }

    private static final class Comparison {
        private final double[] values;
        private final int chosen;
        private final double total;
        private final double sum;
        private final double far;
        private final double rounding;
        private long asFar;
        private long compared;

        Comparison(double[] values, int chosen) {
            this.values = values;
            this.chosen = chosen;
            total = Arrays.stream(values).sum();
            sum = Arrays.stream(values, 0, chosen).sum();
            far = Math.abs(difference(sum));
            rounding = 1e-12 * Arrays.stream(values).map(Math::abs).sum();
        }

        private double difference(double sum) {
            return sum / chosen - (total - sum) / (values.length - chosen);
        }

        private void compare(double sum) {
            compared++;
            asFar += Math.abs(difference(sum)) >= far - rounding ? 1 : 0;
        }

        /** Every way to choose {@code left} more values from {@code next} on. */
        private void all(int next, int left, double sum) {
            if (left == 0) {
                compare(sum);
                return;
            }
            for (int i = next; i <= values.length - left; i++) {
                all(i + 1, left - 1, sum + values[i]);
            }
        }

        private void random(long seed) {
            var random = new SplittableRandom(seed);
            double[] shuffled = values.clone();
            for (int run = 0; run < RANDOM_CHOICES; run++) {
                double sum = 0;
                for (int i = 0; i < chosen; i++) {
                    int other = random.nextInt(i, shuffled.length);
                    double drawn = shuffled[other];
                    shuffled[other] = shuffled[i];
                    shuffled[i] = drawn;
                    sum += drawn;
                }
                compare(sum);
            }
        }
    }
}
