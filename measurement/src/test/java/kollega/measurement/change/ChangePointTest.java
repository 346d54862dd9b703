package kollega.measurement.change;

import static kollega.measurement.Expected.estimate;
import static kollega.measurement.Expected.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ChangePointTest {

    @Test
    void reproducesReferencePosterior() {
        long[] totals = new long[12];
        Arrays.fill(totals, 20);
        var found =
                estimate(ChangePoint.of(new long[] {2, 3, 1, 4, 2, 3, 2, 7, 6, 8, 5, 9}, totals));
        assertThat(found.mostLikely()).isEqualTo(7);
        assertThat(found.probabilities()[6]).isCloseTo(.849351607, within(5e-10));
        assertThat(found.bayesFactor()).isCloseTo(99.3125599, within(5e-8));
        assertThat(found.probabilityOfChange()).isCloseTo(.990031159, within(5e-10));
        assertThat(Arrays.stream(found.probabilities()).sum()).isCloseTo(1, within(1e-12));
    }

    @Test
    void doubtsAChangeInALevelSeries() {
        long[] totals = new long[12];
        Arrays.fill(totals, 20);
        long[] level = new long[12];
        Arrays.fill(level, 5);
        assertThat(estimate(ChangePoint.of(level, totals)).probabilityOfChange()).isLessThan(.2);
    }

    @Test
    void staysFiniteForAChangeBeyondDoubt() {
        var found =
                estimate(
                        ChangePoint.of(
                                new long[] {0, 0, 1_000_000, 1_000_000},
                                new long[] {1_000_000, 1_000_000, 1_000_000, 1_000_000}));
        assertThat(found.mostLikely()).isEqualTo(2);
        assertThat(found.probabilityOfChange()).isCloseTo(1, within(1e-12));
    }

    @Test
    void periodsWithoutAnswersTellNothing() {
        var with = estimate(ChangePoint.of(new long[] {1, 9}, new long[] {10, 10}));
        var between = estimate(ChangePoint.of(new long[] {1, 0, 9}, new long[] {10, 0, 10}));
        assertThat(between.probabilities()).containsExactly(new double[] {.5, .5}, within(1e-12));
        assertThat(between.bayesFactor()).isCloseTo(with.bayesFactor(), within(1e-9));
    }

    @Test
    void needsTwoPeriodsAndCountsThatCanBe() {
        assertThat(reason(ChangePoint.of(new long[] {1}, new long[] {2})))
                .isEqualTo("there are 1 periods, a change needs at least 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChangePoint.of(new long[] {3, 1}, new long[] {2, 1}))
                .withMessage("counts[0] is 3, allowed is from 0 to 2, its total");
    }
}
