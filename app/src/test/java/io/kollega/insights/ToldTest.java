package io.kollega.insights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kollega.insights.Figure.Precision;
import java.util.stream.IntStream;
import kollega.measurement.summary.ScoreHistogram;
import org.junit.jupiter.api.Test;

/** How finely figures are told. References: method 10.4, bands and rounding. */
class ToldTest {

    @Test
    void roundsNetScoreOfFewerThanTwentyToFive() {
        Told few = told(Measure.NPS, 10, 10, 10, 10, 7, 7, 7, 7, 7, 7, 3);
        assertThat(few.value()).isEqualTo(25);
        assertThat(few.precision()).isEqualTo(Precision.COARSE);
        assertThat(few.low() % 5).isZero();
        assertThat(few.high() % 5).isZero();
    }

    @Test
    void roundsNetScoreFromTwentyOnToOne() {
        int[] twenty = new int[20];
        IntStream.range(0, 20).forEach(i -> twenty[i] = i < 11 ? 9 : i < 17 ? 7 : 2);
        Told told = told(Measure.NPS, twenty);
        assertThat(told.value()).isEqualTo(40);
        assertThat(told.precision()).isEqualTo(Precision.USUAL);
        int[] nineteen = java.util.Arrays.copyOf(twenty, 19);
        assertThat(told(Measure.NPS, nineteen).precision()).isEqualTo(Precision.COARSE);
    }

    @Test
    void givesBandWhereAllOrNearlyAllOfTenAreAlike() {
        assertThat(told(Measure.NPS, 9, 9, 10, 10, 9))
                .isEqualTo(new Told(80, 80, 100, Precision.AT_LEAST));
        assertThat(told(Measure.NPS, 0, 1, 2, 6, 6))
                .isEqualTo(new Told(-80, -100, -80, Precision.AT_MOST));
        assertThat(told(Measure.NPS, 7, 8, 7, 8, 7))
                .isEqualTo(new Told(0, -20, 20, Precision.BETWEEN));
        assertThat(told(Measure.NPS, 9, 9, 9, 9, 9, 9, 9, 9, 9, 0).precision())
                .isEqualTo(Precision.AT_LEAST);
        assertThat(told(Measure.NPS, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 0).precision())
                .isEqualTo(Precision.COARSE);
        assertThat(told(Measure.NPS, 9, 9, 9, 9, 0).precision()).isEqualTo(Precision.COARSE);
    }

    @Test
    void givesSharesBandsOfTheirOwn() {
        assertThat(told(Measure.EASE, 3, 2, 3, 3, 2))
                .isEqualTo(new Told(0.9, 0.9, 1, Precision.AT_LEAST));
        Told none = told(Measure.SOLVED, 0, 1, 0, 1, 0);
        assertThat(none.precision()).isEqualTo(Precision.AT_MOST);
        assertThat(none.value()).isCloseTo(0.1, within(1e-9));
        Told most = told(Measure.EASE, 3, 2, 3, 3, 0);
        assertThat(most.value()).isEqualTo(0.8);
        assertThat(most.precision()).isEqualTo(Precision.USUAL);
    }

    @Test
    void givesMeansBandsAroundWhatAllSaid() {
        assertThat(told(Measure.SPEED, 4, 4, 4, 4, 4))
                .isEqualTo(new Told(4, 3.5, 4.5, Precision.BETWEEN));
        assertThat(told(Measure.SPEED, 5, 5, 5, 5, 5))
                .isEqualTo(new Told(4.5, 4.5, 5, Precision.AT_LEAST));
        assertThat(told(Measure.SPEED, 1, 1, 1, 1, 1))
                .isEqualTo(new Told(1.5, 1, 1.5, Precision.AT_MOST));
        assertThat(told(Measure.SPEED, 5, 5, 5, 5, 4).value()).isEqualTo(4.8);
    }

    /** Nobody said anything: that all of many promises were kept gives nobody away. */
    @Test
    void tellsTheClockExactlyFromTwentyOn() {
        int[] kept = new int[20];
        java.util.Arrays.fill(kept, 1);
        assertThat(told(Measure.ON_TIME, kept).value()).isEqualTo(1);
        assertThat(told(Measure.ON_TIME, kept).precision()).isEqualTo(Precision.USUAL);
        assertThat(told(Measure.ON_TIME, java.util.Arrays.copyOf(kept, 19)).precision())
                .isEqualTo(Precision.AT_LEAST);
        int[] easy = new int[20];
        java.util.Arrays.fill(easy, 3);
        assertThat(told(Measure.EASE, easy).precision()).isEqualTo(Precision.AT_LEAST);
    }

    private static Told told(Measure measure, int... values) {
        return Told.of(measure, ScoreHistogram.ofScores(values));
    }
}
