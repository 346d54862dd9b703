package kollega.measurement.change;

import static kollega.measurement.Expected.estimate;
import static kollega.measurement.Expected.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import kollega.measurement.change.StaggeredAdoption.GroupEffect;
import org.junit.jupiter.api.Test;

class StaggeredAdoptionTest {

    private static final int NEVER = StaggeredAdoption.NEVER;

    @Test
    void comparesEachGroupWithThoseNotStartedYet() {
        double[][] values = {{1, 5, 7}, {2, 3, 9}, {4, 5, 6}};
        var found = estimate(StaggeredAdoption.of(values, new int[] {1, 2, NEVER}, 1));
        assertThat(found.effects())
                .containsExactly(
                        new GroupEffect(1, 1, 4 - 1, 1, 2),
                        new GroupEffect(1, 2, 6 - 2, 1, 1),
                        new GroupEffect(2, 2, 6 - 1, 1, 1));
        assertThat(found.effect()).isCloseTo(4, within(1e-12));
    }

    /** An effect that grows, which a single regression with effects of units and waves misses. */
    @Test
    void findsAnEffectThatGrows() {
        var random = new SplittableRandom(6);
        var values = new double[60][8];
        var starts = new int[60];
        var given = new double[60][8];
        for (int i = 0; i < 60; i++) {
            int start = i < 20 ? 2 : i < 40 ? 5 : NEVER;
            starts[i] = start;
            double own = 10 * random.nextGaussian();
            Arrays.setAll(values[i], t -> own + 2 * t + .5 * random.nextGaussian());
            for (int t = 0; t < 8; t++) {
                given[i][t] = t >= start ? 1 : 0;
                values[i][t] += t >= start ? 1 + t - start : 0;
            }
        }
        var found = estimate(StaggeredAdoption.of(values, starts, 1));
        double truth = (1 + 2 + 3 + 4 + 5 + 6 + 1 + 2 + 3) / 9.0;
        assertThat(found.effect()).isCloseTo(truth, within(.25));
        assertThat(found.pValue()).isEqualTo(1 / 2001.0);
        double regression = estimate(TwoWayEffects.slopes(values, given)).getFirst().value();
        assertThat(regression).isLessThan(truth - .4);
    }

    @Test
    void isTheDifferenceInDifferencesWhenAllStartTogetherAfterOneWave() {
        var random = new SplittableRandom(2);
        double[][] treated = {{1, 5}, {3, 4}, {2, 8}};
        double[][] others = {{random.nextDouble(), 1}, {2, random.nextDouble()}};
        double[][] all = {treated[0], treated[1], treated[2], others[0], others[1]};
        var found = estimate(StaggeredAdoption.of(all, new int[] {1, 1, 1, NEVER, NEVER}, 1));
        var plain = estimate(DifferenceInDifferences.of(treated, others, 1, 1));
        assertThat(found.effect()).isCloseTo(plain.effect(), within(1e-12));
    }

    @Test
    void saysWhenThereIsNobodyToCompareWith() {
        assertThat(reason(StaggeredAdoption.of(new double[2][3], new int[] {0, NEVER}, 1)))
                .isEqualTo("no unit started the action while another had not started yet");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StaggeredAdoption.of(new double[2][3], new int[] {-1, 1}, 1))
                .withMessage("starts[0] is -1, allowed is at least 0");
    }
}
