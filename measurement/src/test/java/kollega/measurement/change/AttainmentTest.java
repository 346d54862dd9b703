package kollega.measurement.change;

import static kollega.measurement.Expected.estimate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import kollega.measurement.Interval;
import kollega.measurement.Outcome;
import org.junit.jupiter.api.Test;

class AttainmentTest {

    @Test
    void countsOpenOverdueAsBroken() {
        assertThat(new Attainment(8, 1, 1).share()).isEqualTo(Outcome.estimated(.8));
        assertThat(new Attainment(8, 1, 0).merge(new Attainment(0, 0, 1)))
                .isEqualTo(new Attainment(8, 1, 1));
    }

    @Test
    void saysWhenNothingWasDue() {
        assertThat(Attainment.NONE.share())
                .isEqualTo(Outcome.notEnoughData("nothing was due, at least 1 promise is needed"));
        assertThat(Attainment.NONE.interval(.95)).isInstanceOf(Outcome.NotEnoughData.class);
    }

    /** Reference: Wilson's interval for 81 of 263, Newcombe (1998), table I: .2553 to .3662. */
    @Test
    void reproducesPublishedScoreInterval() {
        var interval = interval(new Attainment(81, 180, 2));
        assertThat(interval.low()).isCloseTo(.2553, within(5e-5));
        assertThat(interval.high()).isCloseTo(.3662, within(5e-5));
    }

    @Test
    void intervalStaysWithinZeroAndOne() {
        assertThat(interval(new Attainment(20, 0, 0)).high()).isEqualTo(1);
        assertThat(interval(new Attainment(0, 7, 0)).low()).isZero();
    }

    @Test
    void refusesNegativeCounts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Attainment(1, -1, 0))
                .withMessage("missed is -1, allowed is at least 0");
    }

    private static Interval interval(Attainment attainment) {
        return estimate(attainment.interval(.95));
    }
}
