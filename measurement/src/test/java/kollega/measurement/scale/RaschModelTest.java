package kollega.measurement.scale;

import static kollega.measurement.Expected.estimate;
import static kollega.measurement.Expected.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RaschModelTest {

    /** Reference: R package eRm, RM(lsat6) and person.parameter; its search stops within 4e-6. */
    @Test
    void reproducesReferenceItemsAndPersons() {
        var model = estimate(RaschModel.of(TestScores.of(answers(References.lsat6()))));
        assertThat(model.easiness())
                .containsExactly(
                        new double[] {1.256128, -.474907, -1.235981, -.168410, .623170},
                        within(4e-6));
        assertThat(model.logLikelihood()).isCloseTo(-1091.5697, within(5e-5));
        assertThat(model.abilities())
                .containsExactly(
                        new double[] {-2.78553, -1.60153, -.47433, .48086, 1.59995, 2.77420},
                        within(1e-5));
    }

    @Test
    void findsTheItemsWhoeverTakesThem() {
        double[] easiness = {1.5, .5, 0, -.5, -1.5, .2, -.2};
        for (double ability : new double[] {-1, 1}) {
            var model = estimate(RaschModel.of(TestScores.of(simulated(easiness, ability, 4000))));
            for (int j = 0; j < easiness.length; j++) {
                assertThat(model.easiness()[j])
                        .isCloseTo(easiness[j], within(3.5 * model.standardErrors()[j]));
            }
            assertThat(Arrays.stream(model.easiness()).sum()).isCloseTo(0, within(1e-9));
        }
    }

    @Test
    void abilitiesRiseAndReproduceTheirScores() {
        var model = new RaschModel(new double[] {2, 0, -2, 0}, new double[4], 0);
        double[] abilities = model.abilities();
        for (int score = 1; score < 4; score++) {
            assertThat(model.expectedScore(abilities[score])).isCloseTo(score, within(1e-9));
        }
        assertThat(abilities).isSorted();
        assertThat(new RaschModel(new double[3], new double[3], 0).abilities()[0])
                .isCloseTo(3 * -Math.log(2), within(1e-9));
    }

    @Test
    void countsOfPartsAddUp() {
        var all = answers(References.lsat6());
        var parts =
                TestScores.of(Arrays.copyOf(all, 300))
                        .merge(TestScores.of(Arrays.copyOfRange(all, 300, 1000)));
        assertThat(parts.correctByItem()).isEqualTo(TestScores.of(all).correctByItem());
        assertThat(parts.takersByScore()).isEqualTo(TestScores.of(all).takersByScore());
    }

    @Test
    void needsTwoHundredTakers() {
        var few = Arrays.copyOf(answers(References.lsat6()), 199);
        assertThat(reason(RaschModel.of(TestScores.of(few))))
                .isEqualTo("there are 199 takers, a Rasch model needs at least 200");
    }

    @Test
    void saysWhenAnswersOrderItemsWithoutException() {
        var guttman = new boolean[300][3];
        for (int i = 0; i < 300; i++) {
            for (int j = 0; j < i % 4; j++) {
                guttman[i][j] = true;
            }
        }
        assertThat(reason(RaschModel.of(TestScores.of(guttman)))).contains("can't be estimated");
    }

    /** One item that only those got right who had all the others, one that everybody got right. */
    @Test
    void placesTheItemsThatAreNotOrderedWithoutException() {
        var five = answers(References.lsat6());
        var seven = new boolean[five.length][];
        for (int i = 0; i < five.length; i++) {
            seven[i] = Arrays.copyOf(five[i], 7);
            seven[i][5] = true;
            boolean all = five[i][0] && five[i][1] && five[i][2] && five[i][3] && five[i][4];
            seven[i][6] = all && i % 2 == 0;
        }
        var scores = TestScores.of(seven);
        assertThat(RaschModel.placed(scores)).containsExactly(0, 1, 2, 3, 4);
        assertThat(reason(RaschModel.of(scores))).contains("can't be estimated");
        assertThat(RaschModel.placed(TestScores.of(five))).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void placesTheGroupThatTellsMoreOfTwoEqualOnes() {
        // Items 0 and 1 came before 2 and 3; more takers got one of 2 and 3 than one of 0 and 1.
        var scores = new TestScores(new long[] {85, 75, 30, 20}, new long[] {10, 20, 30, 30, 10});
        assertThat(RaschModel.placed(scores)).containsExactly(2, 3);
        var ordered = new TestScores(new long[] {20, 10}, new long[] {10, 10, 10});
        assertThat(RaschModel.placed(ordered)).isEmpty();
    }

    @Test
    void refusesCountsThatDoNotFitTogether() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TestScores(new long[] {3, 2}, new long[] {0, 3, 2}))
                .withMessage("the sum of correctByItem is 5, allowed is 7, the sum of all scores");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TestScores(new long[] {6, 0}, new long[] {0, 2, 2}))
                .withMessage("correctByItem[0] is 6, allowed is from 0 to 4, the number of takers");
    }

    private static boolean[][] simulated(double[] easiness, double ability, int takers) {
        var random = new SplittableRandom(5);
        var answers = new boolean[takers][easiness.length];
        for (boolean[] row : answers) {
            double own = ability + random.nextGaussian();
            for (int j = 0; j < row.length; j++) {
                row[j] = random.nextDouble() < 1 / (1 + Math.exp(-(own + easiness[j])));
            }
        }
        return answers;
    }

    static boolean[][] answers(double[][] rows) {
        var answers = new boolean[rows.length][rows[0].length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows[i].length; j++) {
                answers[i][j] = rows[i][j] == 1;
            }
        }
        return answers;
    }
}
