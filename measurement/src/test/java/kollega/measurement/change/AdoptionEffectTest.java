package kollega.measurement.change;

import static kollega.measurement.Expected.estimate;
import static kollega.measurement.Expected.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import kollega.measurement.change.AdoptionEffect.Verdict;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.stat.regression.OLSMultipleLinearRegression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdoptionEffectTest {
    private static final int NEVER = AdoptionEffect.NEVER;
    private static final double GAP = Double.NaN;

    private static final double[][] EIGHT = {
        {50, 51, 52, 58, 59, 60}, {54, 53, 55, 60, 62, 61},
        {47, 48, 47, 55, 54, 57}, {60, 61, 62, 66, 68, 69},
        {52, 50, 53, 53, 54, 53}, {49, 50, 49, 51, 50, 52},
        {55, 56, 54, 56, 57, 57}, {58, 57, 59, 59, 60, 61}
    };
    private static final int[] FOUR_CHANGED = {3, 3, 3, 3, NEVER, NEVER, NEVER, NEVER};

    /** Reference: R, sandwich::vcovCL of lm with effects of units and waves. */
    @Test
    void reproducesReferenceEffect() {
        var found = estimate(AdoptionEffect.of(EIGHT, FOUR_CHANGED, 1));
        assertThat(found.effect()).isCloseTo(5.66666667, within(5e-9));
        assertThat(found.standardError().orElseThrow()).isCloseTo(.384849638, within(5e-10));
        assertThat(found.pValue()).isCloseTo(2 / 70.0, within(1e-12));
        assertThat(found.leastPValue()).isCloseTo(2 / 70.0, within(1e-12));
        assertThat(found.assignments()).isEqualTo(70);
        assertThat(found.exact()).isTrue();
        assertThat(found.units()).isEqualTo(8);
        assertThat(found.changed()).isEqualTo(4);
        assertThat(found.verdict()).isEqualTo(Verdict.WORKED);
        // Student's t with 7 degrees of freedom: 2.364624.
        var interval = found.interval().orElseThrow();
        assertThat(interval.high() - found.effect())
                .isCloseTo(2.364624252 * .384849638, within(1e-8));
        assertThat(found.effect() - interval.low())
                .isCloseTo(2.364624252 * .384849638, within(1e-8));
    }

    @Test
    void effectTurnsRoundWithTheFigure() {
        double[][] turned = new double[EIGHT.length][];
        for (int i = 0; i < turned.length; i++) {
            turned[i] = Arrays.stream(EIGHT[i]).map(x -> -x).toArray();
        }
        var found = estimate(AdoptionEffect.of(turned, FOUR_CHANGED, 1));
        assertThat(found.effect()).isCloseTo(-5.66666667, within(5e-9));
        assertThat(found.verdict()).isEqualTo(Verdict.HARMED);
    }

    /** Panels with gaps and starts at different times, against a plain regression. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void agreesWithPlainRegressionAndBruteForce(long seed) {
        var random = new SplittableRandom(seed);
        int units = 6;
        int periods = 4;
        double[][] values = new double[units][periods];
        for (double[] own : values) {
            double level = random.nextDouble(50);
            for (int t = 0; t < periods; t++) {
                own[t] = level + t + random.nextDouble(10);
            }
        }
        values[0][1] = GAP;
        values[3][3] = GAP;
        values[5][0] = GAP;
        int[] starts = {2, 3, NEVER, 2, 0, NEVER};
        var found = estimate(AdoptionEffect.of(values, starts, seed));
        Regression plain = regression(values, starts);
        assertThat(found.effect()).isCloseTo(plain.effect(), within(1e-9));
        assertThat(found.standardError().orElseThrow()).isCloseTo(plain.error(), within(1e-9));
        // 2 units since the third period, 1 since the fourth, 3 whose change is not seen.
        assertThat(found.assignments()).isEqualTo(60);
        assertThat(found.pValue()).isCloseTo(bruteForce(values, plain.effect()), within(1e-12));
        assertThat(found.leastPValue()).isCloseTo(1 / 60.0, within(1e-12));
        assertThat(found.changed()).isEqualTo(3);
    }

    private record Regression(double effect, double error) {}

    /** Least squares with a column a unit and a period; NaN where the effect can't be told. */
    private static Regression regression(double[][] values, int[] starts) {
        int units = values.length;
        int periods = values[0].length;
        List<double[]> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        List<Integer> unit = new ArrayList<>();
        for (int i = 0; i < units; i++) {
            for (int t = 0; t < periods; t++) {
                if (!Double.isNaN(values[i][t])) {
                    double[] row = new double[1 + units + periods - 1];
                    row[0] = t >= starts[i] ? 1 : 0;
                    row[1 + i] = 1;
                    if (t > 0) {
                        row[units + t] = 1;
                    }
                    x.add(row);
                    y.add(values[i][t]);
                    unit.add(i);
                }
            }
        }
        double[][] matrix = x.toArray(double[][]::new);
        var least = new OLSMultipleLinearRegression();
        least.setNoIntercept(true);
        least.newSampleData(y.stream().mapToDouble(v -> v).toArray(), matrix);
        double[] beta = least.estimateRegressionParameters();
        double[] rest = least.estimateResiduals();
        var design = MatrixUtils.createRealMatrix(matrix);
        var inverse =
                new LUDecomposition(design.transpose().multiply(design)).getSolver().getInverse();
        int k = matrix[0].length;
        var meat = MatrixUtils.createRealMatrix(k, k);
        for (int i = 0; i < units; i++) {
            var score = MatrixUtils.createRealVector(k);
            for (int row = 0; row < matrix.length; row++) {
                if (unit.get(row) == i) {
                    score = score.add(design.getRowVector(row).mapMultiply(rest[row]));
                }
            }
            meat = meat.add(score.outerProduct(score));
        }
        double n = matrix.length;
        double factor = units / (units - 1.0) * (n - 1) / (n - k);
        double variance = inverse.multiply(meat).multiply(inverse).getEntry(0, 0) * factor;
        return new Regression(beta[0], Math.sqrt(variance));
    }

    /** Every way to choose who starts when. */
    private static double bruteForce(double[][] values, double effect) {
        int asFar = 0;
        int all = 0;
        int[] kinds = {2, 3, NEVER};
        for (int code = 0; code < 729; code++) {
            int[] starts = new int[6];
            int[] count = new int[3];
            for (int i = 0, left = code; i < 6; i++, left /= 3) {
                starts[i] = kinds[left % 3];
                count[left % 3]++;
            }
            if (count[0] == 2 && count[1] == 1) {
                all++;
                asFar +=
                        Math.abs(regression(values, starts).effect()) >= Math.abs(effect) - 1e-9
                                ? 1
                                : 0;
            }
        }
        assertThat(all).isEqualTo(60);
        return asFar / (double) all;
    }

    @Test
    void comparesAtRandomWhatIsTooMuchForAll() {
        var random = new SplittableRandom(7);
        double[][] values = new double[60][2];
        int[] starts = new int[60];
        for (int i = 0; i < 60; i++) {
            values[i][0] = random.nextDouble(100);
            values[i][1] = values[i][0] + random.nextDouble(10) + (i < 20 ? 20 : 0);
            starts[i] = i < 20 ? 1 : NEVER;
        }
        var found = estimate(AdoptionEffect.of(values, starts, 5));
        assertThat(found.exact()).isFalse();
        assertThat(found.assignments()).isEqualTo(100_000);
        assertThat(found.pValue()).isEqualTo(1 / 100_001.0);
        assertThat(found.verdict()).isEqualTo(Verdict.WORKED);
        assertThat(estimate(AdoptionEffect.of(values, starts, 5))).isEqualTo(found);
    }

    @Test
    void tellsTooFewFromNoSign() {
        double[][] six = {{1, 9}, {2, 9}, {3, 9}, {1, 1}, {2, 2}, {3, 3}};
        var few = estimate(AdoptionEffect.of(six, new int[] {1, 1, 1, NEVER, NEVER, NEVER}, 1));
        assertThat(few.leastPValue()).isCloseTo(.1, within(1e-12));
        assertThat(few.verdict()).isEqualTo(Verdict.TOO_FEW);
        double[][] twenty = new double[20][2];
        int[] one = new int[20];
        for (int i = 0; i < 20; i++) {
            twenty[i][1] = i % 3;
            one[i] = i == 0 ? 1 : NEVER;
        }
        twenty[0][1] = 30;
        var alone = estimate(AdoptionEffect.of(twenty, one, 1));
        assertThat(alone.pValue()).isCloseTo(.05, within(1e-12));
        assertThat(alone.verdict()).isEqualTo(Verdict.WORKED);
        twenty[0][1] = 1;
        assertThat(estimate(AdoptionEffect.of(twenty, one, 1)).verdict())
                .isEqualTo(Verdict.NO_SIGN);
    }

    /** Who joins with the change made tells nothing of it, and makes nothing more certain. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void staysTooFewBesideAUnitThatWasNeverSeenUnchanged(int joins) {
        double[][] seven = new double[7][];
        int[] starts = {2, 2, 2, NEVER, NEVER, NEVER, joins};
        for (int i = 0; i < 6; i++) {
            double after = i < 3 ? 20 + i : i;
            seven[i] = new double[] {i, i + 1, after, after + 1, after};
        }
        seven[6] = new double[] {GAP, 7, 8, 9, 8};
        Arrays.fill(seven[6], 0, joins, GAP);
        var found = estimate(AdoptionEffect.of(seven, starts, 1));
        assertThat(found.assignments()).isEqualTo(20);
        assertThat(found.leastPValue()).isCloseTo(.1, within(1e-12));
        assertThat(found.verdict()).isEqualTo(Verdict.TOO_FEW);
        assertThat(found.effect()).isCloseTo(regression(seven, starts).effect(), within(1e-9));
    }

    @Test
    void drawsAmongThoseWhoseHistoryIsKnown() {
        var random = new SplittableRandom(7);
        double[][] values = new double[61][3];
        int[] starts = new int[61];
        for (int i = 0; i < 61; i++) {
            for (int t = 0; t < 3; t++) {
                values[i][t] = random.nextDouble(10) + (i < 20 && t > 0 ? 20 : 0);
            }
            starts[i] = i < 20 ? 1 : NEVER;
        }
        starts[60] = 1;
        values[60][0] = GAP;
        var found = estimate(AdoptionEffect.of(values, starts, 5));
        assertThat(found.exact()).isFalse();
        assertThat(found.pValue()).isEqualTo(1 / 100_001.0);
        assertThat(found.changed()).isEqualTo(20);
    }

    @Test
    void givesNoErrorWhereNothingIsLeftOver() {
        var found =
                estimate(
                        AdoptionEffect.of(
                                new double[][] {{1, 5}, {2, 3}}, new int[] {1, NEVER}, 1));
        assertThat(found.effect()).isCloseTo(3, within(1e-12));
        assertThat(found.standardError()).isEmpty();
        assertThat(found.interval()).isEmpty();
        assertThat(found.verdict()).isEqualTo(Verdict.TOO_FEW);
    }

    @Test
    void leavesOutUnitsSeenOnce() {
        double[][] values = {{1, 5}, {2, 3}, {GAP, 100}, {4, 4}};
        var found = estimate(AdoptionEffect.of(values, new int[] {1, NEVER, 1, NEVER}, 1));
        assertThat(found.units()).isEqualTo(3);
        assertThat(found.changed()).isEqualTo(1);
        assertThat(found.effect()).isCloseTo(4 - .5, within(1e-12));
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(reason(AdoptionEffect.of(new double[][] {{1, 2}}, new int[] {1}, 1)))
                .contains("needs at least 2 units with at least two periods, and has 1");
        double[][] two = {{1, 2}, {3, 4}};
        for (int[] alike : List.of(new int[] {1, 1}, new int[] {NEVER, NEVER}, new int[] {0, 0})) {
            assertThat(reason(AdoptionEffect.of(two, alike, 1))).contains("before and after");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AdoptionEffect.of(two, new int[] {1}, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AdoptionEffect.of(two, new int[] {1, -1}, 1));
    }

    /** Null simulations: the share of false verdicts keeps to its level. */
    @Test
    void callsNothingMoreOftenThanStated() {
        var random = new SplittableRandom(11);
        int signs = 0;
        int runs = 1_000;
        for (int run = 0; run < runs; run++) {
            double[][] values = new double[9][4];
            int[] starts = new int[9];
            for (int i = 0; i < 9; i++) {
                double level = 20 * random.nextGaussian();
                for (int t = 0; t < 4; t++) {
                    values[i][t] = level + 5 * random.nextGaussian();
                }
                starts[i] = i < 4 ? 2 : NEVER;
            }
            signs +=
                    estimate(AdoptionEffect.of(values, starts, 1)).verdict() == Verdict.NO_SIGN
                            ? 0
                            : 1;
        }
        // 5 % of 1,000, and three standard errors.
        assertThat(signs).isBetween(20, 71);
    }
}
