package kollega.measurement.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import kollega.measurement.Outcome.Estimated;
import kollega.measurement.Outcome.NotEnoughData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Detectable change, multiple comparisons, several answers per rater, the mean. */
class UncertaintyTest {

    @ParameterizedTest
    @CsvSource({
        "8, 114",
        "10, 102",
        "20, 72",
        "50, 46",
        "100, 32",
        "200, 23",
        "500, 14",
        "1000, 10",
        "5000, 5"
    })
    void detectableChangeShrinksWithAnswers(long n, long points) {
        assertThat(Math.round(100 * DetectableChange.USUAL.with(n))).isEqualTo(points);
    }

    @ParameterizedTest
    @CsvSource({"30, 116", "20, 260", "10, 1037", "5, 4145"})
    void smallerChangesNeedMoreAnswers(double points, long n) {
        assertThat(DetectableChange.USUAL.answersFor(points / 100)).isEqualTo(n);
    }

    @Test
    void benjaminiHochbergAgreesWithReference() {
        assertThat(
                        BenjaminiHochberg.adjust(
                                .001, .008, .039, .041, .042, .06, .074, .205, .212, .216))
                .containsExactly(
                        new double[] {
                            .01, .04, .084, .084, .084, .1, .105714285714, .216, .216, .216
                        },
                        within(1e-12));
    }

    @Test
    void benjaminiHochbergKeepsTheOrderGiven() {
        assertThat(BenjaminiHochberg.adjust(.5, .001, .04))
                .containsExactly(new double[] {.5, .003, .06}, within(1e-15));
        assertThat(BenjaminiHochberg.adjust()).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BenjaminiHochberg.adjust(.5, 1.5))
                .withMessageContaining("p[1] is 1.5");
    }

    @Test
    void oneAnswerPerRaterGivesTheUsualVariance() {
        List<ClusteredMean.Rater> raters =
                List.of(
                        ClusteredMean.Rater.of(NetScore.of(1, 0, 0)),
                        ClusteredMean.Rater.of(NetScore.of(1, 0, 0)),
                        ClusteredMean.Rater.of(NetScore.of(0, 1, 0)),
                        ClusteredMean.Rater.of(NetScore.of(0, 0, 1)));
        ClusteredMean mean = value(raters);
        double v = NetScore.of(2, 1, 1).variance();
        assertThat(mean.mean()).isEqualTo(0.25);
        assertThat(mean.varianceOfMean()).isCloseTo(v / 3, within(1e-15));
        assertThat(mean.effectiveN()).isCloseTo(3, within(1e-12));
    }

    @Test
    void repeatingARatersAnswersAddsNothing() {
        List<ClusteredMean.Rater> once = new ArrayList<>();
        List<ClusteredMean.Rater> often = new ArrayList<>();
        for (int sign : new int[] {1, 1, 0, -1, 1, -1}) {
            once.add(ClusteredMean.Rater.of((double) sign));
            often.add(ClusteredMean.Rater.of(sign, sign, sign, sign));
        }
        assertThat(value(often).varianceOfMean())
                .isCloseTo(value(once).varianceOfMean(), within(1e-15));
        assertThat(value(often).effectiveN()).isCloseTo(value(once).effectiveN(), within(1e-12));
        assertThat(value(often).n()).isEqualTo(24);
    }

    /** Raters with their own level: the variance matches what repeated samples show. */
    @Test
    void clusteredVarianceIsTheVarianceOfTheMean() {
        Random random = new Random(3);
        int runs = 2000;
        double sum = 0;
        double sumOfSquares = 0;
        double claimed = 0;
        for (int run = 0; run < runs; run++) {
            List<ClusteredMean.Rater> raters = new ArrayList<>();
            for (int c = 0; c < 40; c++) {
                double level = random.nextGaussian();
                double[] answers = new double[1 + random.nextInt(5)];
                for (int i = 0; i < answers.length; i++) {
                    answers[i] = level + random.nextGaussian();
                }
                raters.add(ClusteredMean.Rater.of(answers));
            }
            ClusteredMean mean = value(raters);
            sum += mean.mean();
            sumOfSquares += mean.mean() * mean.mean();
            claimed += mean.varianceOfMean() / runs;
        }
        double seen = sumOfSquares / runs - sum / runs * sum / runs;
        assertThat(claimed / seen).isBetween(0.9, 1.1);
    }

    @Test
    void oneRaterOrNoSpreadIsTooLittle() {
        assertThat(ClusteredMean.of(List.of(ClusteredMean.Rater.of(1, 0, -1))))
                .isInstanceOf(NotEnoughData.class);
        ClusteredMean.Rater same = ClusteredMean.Rater.of(0.1, 0.3);
        assertThat(ClusteredMean.of(List.of(same, same, same))).isInstanceOf(NotEnoughData.class);
    }

    @Test
    void meanHasStudentsInterval() {
        long[] histogram = {0, 0, 0, 1, 0, 2, 0, 1, 3, 2, 1};
        MeanScore mean = ((Estimated<MeanScore>) MeanScore.ofHistogram(histogram)).value();
        assertThat(mean.mean()).isCloseTo(7.2, within(1e-12));
        assertThat(mean.variance()).isCloseTo(4.844444444, within(1e-9));
        // SciPy: t.interval(0.95, 9, mean, sd / sqrt(10)) of 3,5,5,7,8,8,8,9,9,10
        assertThat(mean.interval(0.95).low()).isCloseTo(5.625492390, within(1e-9));
        assertThat(mean.interval(0.95).high()).isCloseTo(8.774507610, within(1e-9));
        assertThat(mean.interval(0.9999).high()).isEqualTo(10);
    }

    @Test
    void meanOfEqualAnswersHasNoInterval() {
        assertThat(MeanScore.ofHistogram(new long[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5}))
                .isInstanceOf(NotEnoughData.class);
        assertThat(MeanScore.ofHistogram(new long[11])).isInstanceOf(NotEnoughData.class);
    }

    private static ClusteredMean value(List<ClusteredMean.Rater> raters) {
        return ((Estimated<ClusteredMean>) ClusteredMean.of(raters)).value();
    }
}
