package kollega.measurement.silence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import kollega.measurement.Interval;
import kollega.measurement.Outcome;
import kollega.measurement.Outcome.Estimated;
import kollega.measurement.Outcome.NotEnoughData;
import kollega.measurement.score.NetScore;
import org.junit.jupiter.api.Test;

/** Response rates, margins of error, post-stratification, representativeness, bounds. */
class SilenceTest {

    @Test
    void marginOfErrorAgreesWithReference() {
        assertThat(new ResponseRate(80, 200).marginOfError(0.25, 0.95))
                .isCloseTo(.0850819014, within(1e-10));
        assertThat(new ResponseRate(80, 200).share()).isEqualTo(0.4);
        assertThat(new ResponseRate(200, 200).marginOfError(0.25, 0.95)).isZero();
        assertThat(new ResponseRate(1, 1).marginOfError(0.25, 0.95)).isZero();
    }

    @Test
    void responseRateRefusesWhatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ResponseRate(201, 200))
                .withMessageContaining("responded is 201");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ResponseRate(0, 200).marginOfError(0.25, 0.95))
                .withMessageContaining("responded is 0");
    }

    /** Reference: R package survey, svymean of a stratified design. */
    @Test
    void postStratifiedScoreAgreesWithReference() {
        PostStratified found =
                value(
                        PostStratified.of(
                                List.of(
                                        Stratum.of("A", 40, NetScore.of(10, 8, 4)),
                                        Stratum.of("B", 100, NetScore.of(12, 9, 9)),
                                        Stratum.of("C", 60, NetScore.of(3, 9, 12)))));
        assertThat(found.estimate()).isCloseTo(-.007954545455, within(1e-12));
        assertThat(found.standardError()).isCloseTo(.07604420742, within(1e-11));
        assertThat(found.degreesOfFreedom()).isEqualTo(73);
        Interval interval = found.interval(0.95);
        assertThat(interval.low()).isCloseTo(-.1595104323, within(1e-10));
        assertThat(interval.high()).isCloseTo(.1436013414, within(1e-10));
    }

    @Test
    void postStratificationNamesTheGroupToMerge() {
        assertThat(
                        PostStratified.of(
                                List.of(
                                        Stratum.of("night shift", 40, NetScore.of(1, 0, 0)),
                                        Stratum.of("day shift", 100, NetScore.of(12, 9, 9)))))
                .isEqualTo(
                        new NotEnoughData<>(
                                "Group night shift has 1 answers and needs at least 2: merge it with"
                                        + " another."));
        assertThat(PostStratified.of(List.of(Stratum.of("A", 40, NetScore.of(9, 0, 0)))))
                .isInstanceOf(NotEnoughData.class);
    }

    @Test
    void everybodysAnswersLeaveNoError() {
        PostStratified found =
                value(PostStratified.of(List.of(Stratum.of("A", 20, NetScore.of(9, 6, 5)))));
        assertThat(found.standardError()).isZero();
        assertThat(found.estimate()).isEqualTo(0.2);
    }

    @Test
    void representativityIsOneWhereAllGroupsAnsweredAlike() {
        Representativity even =
                value(
                        Representativity.of(
                                List.of(new ResponseRate(20, 40), new ResponseRate(5, 10))));
        assertThat(even.r()).isEqualTo(1);
        // rho = 50/100, S^2 = (50 * 0.3^2 + 50 * 0.3^2) / 99
        Representativity uneven =
                value(
                        Representativity.of(
                                List.of(new ResponseRate(40, 50), new ResponseRate(10, 50))));
        assertThat(uneven.r()).isCloseTo(1 - 2 * Math.sqrt(9.0 / 99), within(1e-12));
        assertThat(uneven.isLow()).isTrue();
        assertThat(even.isLow()).isFalse();
        assertThat(Representativity.of(List.of(new ResponseRate(4, 5))))
                .isInstanceOf(NotEnoughData.class);
    }

    @Test
    void boundsAgreeWithReference() {
        HonestyBounds bounds = new HonestyBounds(0.38, 0.10);
        assertThat(bounds.bounds().low()).isCloseTo(-.582, within(1e-12));
        assertThat(bounds.bounds().high()).isCloseTo(.658, within(1e-12));
        assertThat(bounds.areDue()).isTrue();
    }

    @Test
    void tippingPointMovesTheScoreToItsTarget() {
        HonestyBounds bounds = new HonestyBounds(0.38, 0.10);
        double needed = bounds.tippingPoint(0).orElseThrow();
        assertThat(needed).isCloseTo(-.038 / .62, within(1e-12));
        assertThat(0.38 * 0.10 + 0.62 * needed).isCloseTo(0, within(1e-12));
        assertThat(bounds.tippingPoint(0.9)).isEmpty();
        assertThat(new HonestyBounds(1, 0.5).tippingPoint(0.5)).isEmpty();
        assertThat(new HonestyBounds(1, 0.5).bounds()).isEqualTo(new Interval(0.5, 0.5));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bounds.tippingPoint(1.5))
                .withMessageContaining("target is 1.5");
    }

    static <T> T value(Outcome<T> outcome) {
        return ((Estimated<T>) outcome).value();
    }
}
