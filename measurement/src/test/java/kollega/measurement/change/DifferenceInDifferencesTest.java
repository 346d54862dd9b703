package kollega.measurement.change;

import static kollega.measurement.Expected.estimate;
import static kollega.measurement.Expected.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.hipparchus.util.CombinatoricsUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DifferenceInDifferencesTest {

    private static final double[][] TREATED = {
        {50, 51, 52, 58, 59, 60}, {54, 53, 55, 60, 62, 61},
        {47, 48, 47, 55, 54, 57}, {60, 61, 62, 66, 68, 69}
    };
    private static final double[][] OTHERS = {
        {52, 50, 53, 53, 54, 53}, {49, 50, 49, 51, 50, 52},
        {55, 56, 54, 56, 57, 57}, {58, 57, 59, 59, 60, 61}
    };

    /** Reference: R, sandwich::vcovCL of lm with effects of units and waves. */
    @Test
    void reproducesReferenceEffect() {
        var found = estimate(DifferenceInDifferences.of(TREATED, OTHERS, 3, 1));
        assertThat(found.effect()).isCloseTo(5.66666667, within(5e-9));
        assertThat(found.standardError()).isCloseTo(.384849638, within(5e-10));
        assertThat(found.pValue()).isCloseTo(.0285714286, within(5e-11));
        assertThat(found.leastPValue()).isCloseTo(2 / 70.0, within(1e-12));
        assertThat(found.exact()).isTrue();
        assertThat(found.gaps()[0]).isCloseTo(52.75 - 53.5, within(1e-12));
    }

    @Test
    void effectTurnsRoundWithItsSides() {
        var there = estimate(DifferenceInDifferences.of(TREATED, OTHERS, 3, 1));
        var back = estimate(DifferenceInDifferences.of(OTHERS, TREATED, 3, 1));
        assertThat(back.effect()).isCloseTo(-there.effect(), within(1e-12));
        assertThat(back.pValue()).isEqualTo(there.pValue());
        assertThat(back.standardError()).isCloseTo(there.standardError(), within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"1, 2, 2", "2, 2, 5", "3, 3, 3", "4, 4, 6", "5, 7, 8"})
    void permutationIsNeverSmallerThanOneChoiceOfAll(long seed, int treated, int others) {
        var random = new SplittableRandom(seed);
        var found =
                estimate(
                        DifferenceInDifferences.of(
                                panel(random, treated, 100), panel(random, others, 0), 2, seed));
        assertThat(found.pValue()).isGreaterThanOrEqualTo(found.leastPValue()).isLessThan(.4);
        assertThat(found.leastPValue())
                .isGreaterThanOrEqualTo(1 / choices(treated + others, treated) - 1e-15);
    }

    @Test
    void findsNothingAboutAsOftenAsItSaysWhenNothingHappened() {
        int found = 0;
        for (int run = 0; run < 400; run++) {
            var random = new SplittableRandom(run);
            var test =
                    estimate(
                            DifferenceInDifferences.of(
                                    panel(random, 5, 0), panel(random, 5, 0), 2, run));
            found += test.pValue() <= .05 ? 1 : 0;
        }
        assertThat(found / 400.0).isBetween(.015, .075);
    }

    @Test
    void drawsChoicesAtRandomWhenThereAreTooMany() {
        var random = new SplittableRandom(3);
        double[][] treated = panel(random, 15, 4);
        double[][] others = panel(random, 25, 0);
        var found = estimate(DifferenceInDifferences.of(treated, others, 2, 9));
        assertThat(found.exact()).isFalse();
        assertThat(found.pValue()).isBetween(1 / 10_001.0, .01);
        assertThat(estimate(DifferenceInDifferences.of(treated, others, 2, 9)).pValue())
                .isEqualTo(found.pValue());
    }

    @Test
    void randomChoicesAgreeWithAllOfThem() {
        var random = new SplittableRandom(8);
        double[] values = new double[16];
        Arrays.setAll(values, i -> random.nextGaussian() + (i < 8 ? .6 : 0));
        var all = PermutationTest.ofGroups(values, 8, 1);
        double[] doubled = Arrays.copyOf(values, 30);
        assertThat(all.exact()).isTrue();
        assertThat(PermutationTest.ofGroups(doubled, 8, 1).exact()).isFalse();
        assertThat(PermutationTest.randomly(values, 8, 1).pValue())
                .isCloseTo(all.pValue(), within(.02));
    }

    @Test
    void saysWhenOneSideIsASingleUnit() {
        assertThat(reason(DifferenceInDifferences.of(Arrays.copyOf(TREATED, 1), OTHERS, 3, 1)))
                .isEqualTo(
                        "there are 1 units with the action and 4 without, at least 2 of each are needed");
    }

    @Test
    void refusesGapsInThePanel() {
        double[][] holed = {{1, 2, Double.NaN}, {1, 2, 3}};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DifferenceInDifferences.of(holed, holed, 1, 1))
                .withMessage("treated[0][2] is NaN, allowed is a finite number");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DifferenceInDifferences.of(TREATED, OTHERS, 6, 1))
                .withMessage("before is 6, allowed is from 1 to 5");
    }

    static double[][] panel(SplittableRandom random, int units, double effect) {
        var panel = new double[units][4];
        for (double[] unit : panel) {
            double own = 50 + 5 * random.nextGaussian();
            Arrays.setAll(unit, t -> own + t + random.nextGaussian() + (t >= 2 ? effect : 0));
        }
        return panel;
    }

    private static double choices(int n, int k) {
        return CombinatoricsUtils.binomialCoefficientDouble(n, k);
    }
}
