package kollega.measurement.scale;

import static kollega.measurement.Expected.estimate;
import static kollega.measurement.Expected.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import kollega.measurement.scale.MantelHaenszel.Stratum;
import org.junit.jupiter.api.Test;

class MantelHaenszelTest {

    /** Reference: R, mantelhaen.test(UCBAdmissions), six departments of Berkeley in 1973. */
    @Test
    void reproducesReferenceTest() {
        var test =
                estimate(
                        MantelHaenszel.of(
                                List.of(
                                        new Stratum(512, 313, 89, 19),
                                        new Stratum(353, 207, 17, 8),
                                        new Stratum(120, 205, 202, 391),
                                        new Stratum(138, 279, 131, 244),
                                        new Stratum(53, 138, 94, 299),
                                        new Stratum(22, 351, 24, 317))));
        assertThat(test.oddsRatio()).isCloseTo(.9046968, within(5e-8));
        assertThat(test.interval().low()).isCloseTo(.7719074, within(5e-8));
        assertThat(test.interval().high()).isCloseTo(1.0603298, within(5e-8));
        assertThat(test.chiSquare()).isCloseTo(1.4269, within(5e-5));
        assertThat(test.pValue()).isCloseTo(.2323, within(5e-5));
    }

    @Test
    void findsTheOneUnfairItem() {
        var random = new SplittableRandom(3);
        var tests = ItemFairness.of(answers(random, 1500, 0, 0), answers(random, 1500, .5, 1.2));
        for (int j = 0; j < 8; j++) {
            var test = estimate(tests.get(j));
            assertThat(test.pValue() < 1e-6).as("item %d", j).isEqualTo(j == 2);
        }
        assertThat(estimate(tests.get(2)).delta()).isLessThan(-1.5);
    }

    @Test
    void saysWhenNothingCanBeCompared() {
        assertThat(reason(MantelHaenszel.of(List.of(new Stratum(5, 5, 0, 0)))))
                .isEqualTo("no score has right and wrong answers of both groups to compare");
    }

    @Test
    void refusesNegativeCountsAndRowsOfAnotherLength() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Stratum(1, 1, -1, 1))
                .withMessage("focalRight is -1, allowed is at least 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ItemFairness.of(new boolean[1][3], new boolean[1][2]))
                .withMessage("focal[0].length is 2, allowed is exactly 3");
    }

    /** Eight items; item 2 is harder for the group by the disadvantage. */
    private static boolean[][] answers(
            SplittableRandom random, int takers, double lessAble, double disadvantage) {
        var answers = new boolean[takers][8];
        for (boolean[] row : answers) {
            double ability = random.nextGaussian() - lessAble;
            for (int j = 0; j < row.length; j++) {
                double logit = ability + j / 4.0 - 1 - (j == 2 ? disadvantage : 0);
                row[j] = random.nextDouble() < 1 / (1 + Math.exp(-logit));
            }
        }
        return answers;
    }
}
