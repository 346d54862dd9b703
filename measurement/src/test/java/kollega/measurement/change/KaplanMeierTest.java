package kollega.measurement.change;

import static kollega.measurement.Expected.estimate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import kollega.measurement.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KaplanMeierTest {

    /** Reference: R package survival, t = 2, 3, 3+, 5, 8, 8+, 9, 12+, 15, 20+. */
    private static final List<Lifetime> REFERENCE =
            List.of(
                    Lifetime.ended(2),
                    Lifetime.ended(3),
                    Lifetime.open(3),
                    Lifetime.ended(5),
                    Lifetime.ended(8),
                    Lifetime.open(8),
                    Lifetime.ended(9),
                    Lifetime.open(12),
                    Lifetime.ended(15),
                    Lifetime.open(20));

    @Test
    void reproducesReferenceCurve() {
        var curve = curve(REFERENCE);
        assertThat(curve.survival(9)).isCloseTo(.42857142857, within(1e-11));
        assertThat(curve.survival(1.9)).isEqualTo(1);
        assertThat(curve.survival(8)).isCloseTo(4 / 7.0, within(1e-12));
        assertThat(curve.survival(1000)).isCloseTo(.42857142857 / 2, within(1e-11));
        assertThat(curve.quantile(.5)).isEqualTo(Outcome.estimated(9.0));
        assertThat(curve.steps()).hasSize(6);
        assertThat(curve.n()).isEqualTo(10);
    }

    @Test
    void groupsGiveTheCurveOfTheirLifetimes() {
        var groups =
                List.of(
                        new KaplanMeier.Group(8, 1, 1),
                        new KaplanMeier.Group(2, 1, 0),
                        new KaplanMeier.Group(3, 1, 1),
                        new KaplanMeier.Group(5, 1, 0),
                        new KaplanMeier.Group(9, 1, 0),
                        new KaplanMeier.Group(12, 0, 1),
                        new KaplanMeier.Group(15, 1, 0),
                        new KaplanMeier.Group(20, 0, 1),
                        new KaplanMeier.Group(30, 0, 0));
        KaplanMeier curve = estimate(KaplanMeier.ofGroups(groups));
        assertThat(curve.steps()).isEqualTo(curve(REFERENCE).steps());
        assertThat(curve.n()).isEqualTo(10);
        assertThat(KaplanMeier.ofGroups(List.of(new KaplanMeier.Group(1, 0, 0))))
                .isInstanceOf(Outcome.NotEnoughData.class);
    }

    @Test
    void greenwoodIsBinomialWithoutOpenLifetimes() {
        var curve = curve(DoubleStream.of(1, 2, 3, 4, 5).mapToObj(Lifetime::ended).toList());
        for (var step : curve.steps()) {
            double s = step.survival();
            assertThat(step.standardError()).isCloseTo(Math.sqrt(s * (1 - s) / 5), within(1e-12));
        }
    }

    @Test
    void medianWithoutOpenLifetimesIsTheUsualOne() {
        var even = DoubleStream.of(4, 1, 3, 2).mapToObj(Lifetime::ended).toList();
        var odd = DoubleStream.of(7, 1, 3).mapToObj(Lifetime::ended).toList();
        assertThat(curve(even).quantile(.5)).isEqualTo(Outcome.estimated(2.5));
        assertThat(curve(odd).quantile(.5)).isEqualTo(Outcome.estimated(3.0));
    }

    @Test
    void quantileBeyondTheDataSaysSo() {
        assertThat(curve(REFERENCE).quantile(.9))
                .isEqualTo(
                        Outcome.notEnoughData(
                                "after 20.0, the longest seen, 21 % of 10 still last; the time within which 90 % end is not reached yet"));
        assertThat(curve(List.of(Lifetime.open(3))).quantileInterval(.5, .95))
                .isEqualTo(new Bounds(OptionalDouble.empty(), OptionalDouble.empty()));
        assertThat(KaplanMeier.of(List.of())).isInstanceOf(Outcome.NotEnoughData.class);
    }

    @Test
    void openingALifetimeNeverLowersTheCurve() {
        var allEnded = REFERENCE.stream().map(life -> Lifetime.ended(life.duration())).toList();
        for (double t = 0; t < 25; t += .5) {
            assertThat(curve(REFERENCE).survival(t))
                    .isGreaterThanOrEqualTo(curve(allEnded).survival(t));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void intervalHoldsTheTrueMedianAboutAsOftenAsItSays(long seed) {
        var random = new SplittableRandom(seed);
        int held = 0;
        for (int run = 0; run < 600; run++) {
            var lifetimes = new ArrayList<Lifetime>();
            for (int i = 0; i < 40; i++) {
                double ends = -Math.log(1 - random.nextDouble());
                double seen = 3 * random.nextDouble();
                lifetimes.add(new Lifetime(Math.min(ends, seen), ends <= seen));
            }
            var bounds = curve(lifetimes).quantileInterval(.5, .95);
            held +=
                    bounds.low().orElse(0) <= Math.log(2)
                                    && Math.log(2) <= bounds.high().orElse(Double.MAX_VALUE)
                            ? 1
                            : 0;
        }
        assertThat(held / 600.0).isBetween(.92, .98);
    }

    @Test
    void refusesNegativeAndUnknownDurations() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Lifetime.ended(-1))
                .withMessage("duration is -1.0, allowed is a number of at least 0");
        assertThatIllegalArgumentException().isThrownBy(() -> Lifetime.open(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> curve(REFERENCE).quantile(0));
    }

    private static KaplanMeier curve(List<Lifetime> lifetimes) {
        return estimate(KaplanMeier.of(lifetimes));
    }
}
