package kollega.measurement.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import kollega.measurement.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SummariesTest {

    @Test
    void countsAnswers() {
        ScoreHistogram histogram = ScoreHistogram.ofScores(0, 10, 10, 7);

        assertThat(histogram.counts()).containsExactly(1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 2);
        assertThat(histogram.n()).isEqualTo(4);
        assertThat(histogram.count(10)).isEqualTo(2);
        assertThat(histogram.mean()).isEqualTo(Outcome.estimated(6.75));
    }

    @Test
    void hasNoMeanOfNothing() {
        assertThat(ScoreHistogram.EMPTY.mean()).isInstanceOf(Outcome.NotEnoughData.class);
        assertThat(Proportion.EMPTY.share()).isInstanceOf(Outcome.NotEnoughData.class);
        assertThat(DurationSummary.EMPTY.meanSeconds()).isInstanceOf(Outcome.NotEnoughData.class);
        assertThat(DurationSummary.EMPTY.quantileSeconds(0.5))
                .isInstanceOf(Outcome.NotEnoughData.class);
    }

    @Test
    void refusesAnswersThatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScoreHistogram.ofScores(11))
                .withMessageContaining("score is 11");
        assertThatIllegalArgumentException().isThrownBy(() -> ScoreHistogram.of(1, 2, 3));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScoreHistogram.of(0, 0, -1, 0, 0, 0, 0, 0, 0, 0, 0))
                .withMessageContaining("counts[2]");
        assertThatIllegalArgumentException().isThrownBy(() -> new Proportion(2, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> DurationSummary.of(-1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DurationSummary.of(1).quantileSeconds(Double.NaN));
    }

    @Test
    void refusesCountsBeyondAllNumbers() {
        ScoreHistogram half = ScoreHistogram.of(1L << 62, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        ScoreHistogram otherHalf = ScoreHistogram.of(0, 1L << 62, 0, 0, 0, 0, 0, 0, 0, 0, 0);

        assertThatIllegalArgumentException().isThrownBy(() -> half.merge(otherHalf));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DurationSummary.of(Long.MAX_VALUE, 1));
    }

    @Test
    void sharesWhatWasFavourable() {
        assertThat(new Proportion(3, 4).merge(new Proportion(0, 2)).share())
                .isEqualTo(Outcome.estimated(0.5));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void estimatesQuantilesWithinItsRelativeError(long seed) {
        Random random = new Random(seed);
        double spread = 0.3 + seed;
        long[] seconds = new long[2000 + random.nextInt(99)];
        Arrays.setAll(seconds, i -> (long) Math.exp(8 + spread * random.nextGaussian()));
        DurationSummary summary = DurationSummary.of(seconds);
        Arrays.sort(seconds);

        for (double share : new double[] {0, 0.01, 0.25, 0.5, 0.75, 0.9, 0.99, 1}) {
            double exact = seconds[(int) Math.floor(share * (seconds.length - 1))];
            assertThat(value(summary.quantileSeconds(share)))
                    .as("share %s", share)
                    .isCloseTo(exact, within(DurationSummary.RELATIVE_ERROR * exact * 1.000001));
        }
        assertThat(summary.totalSeconds()).isEqualTo(Arrays.stream(seconds).sum());
    }

    @Test
    void holdsEveryWholeSecondWithinItsRelativeError() {
        for (long seconds = 0; seconds < 200_000; seconds += seconds < 5_000 ? 1 : 97) {
            assertThat(value(DurationSummary.of(seconds).quantileSeconds(1)))
                    .isCloseTo(
                            seconds, within(DurationSummary.RELATIVE_ERROR * seconds * 1.000001));
        }
        assertThat(value(DurationSummary.of(Long.MAX_VALUE).quantileSeconds(1)))
                .isCloseTo(Long.MAX_VALUE, within(DurationSummary.RELATIVE_ERROR * Long.MAX_VALUE));
    }

    private static double value(Outcome<Double> outcome) {
        return switch (outcome) {
            case Outcome.Estimated<Double>(Double value) -> value;
            case Outcome.NotEnoughData<Double>(String reason) -> throw new AssertionError(reason);
        };
    }
}
