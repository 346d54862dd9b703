package kollega.measurement.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import kollega.measurement.Outcome;
import kollega.measurement.Outcome.Estimated;
import kollega.measurement.Outcome.NotEnoughData;
import org.junit.jupiter.api.Test;

class TrendTest {

    private static final List<NetScore> WAVES =
            List.of(
                    NetScore.of(10, 20, 30),
                    NetScore.of(14, 20, 26),
                    NetScore.of(15, 22, 23),
                    NetScore.of(20, 20, 20),
                    NetScore.of(24, 20, 16));

    @Test
    void agreesWithReference() {
        assertThat(Trend.of(WAVES))
                .isInstanceOfSatisfying(
                        Estimated.class,
                        estimated -> {
                            Trend trend = (Trend) estimated.value();
                            assertThat(trend.r()).isCloseTo(.199010847075, within(1e-12));
                            assertThat(trend.m2()).isCloseTo(11.8419898588, within(1e-9));
                            assertThat(trend.p()).isCloseTo(5.79099105342e-4, within(1e-14));
                        });
    }

    @Test
    void turnsWithTime() {
        double there = value(Trend.of(WAVES)).r();
        double back = value(Trend.of(WAVES.reversed())).r();
        assertThat(back).isCloseTo(-there, within(1e-15));
    }

    @Test
    void saysWhenThereIsTooLittle() {
        assertThat(Trend.of(WAVES.subList(0, 1)))
                .isEqualTo(new NotEnoughData<>("A trend needs at least 2 waves, there is 1."));
        assertThat(Trend.of(List.of(NetScore.of(3, 0, 0), NetScore.of(9, 0, 0))))
                .isEqualTo(
                        new NotEnoughData<>(
                                "All 12 answers are of the same kind, so no trend can be seen."));
    }

    @Test
    void mannKendallAgreesWithReference() {
        MannKendall found = value(MannKendall.of(12, 15, 11, 18, 20, 17, 24, 23));
        assertThat(found.s()).isEqualTo(18);
        assertThat(found.z()).isCloseTo(2.10320455, within(1e-8));
        assertThat(found.slope()).isCloseTo(1.9, within(1e-12));
    }

    @Test
    void mannKendallCorrectsForTies() {
        // S = 10 of 15 pairs, variance (6*5*17 - 2*1*9 - 3*2*11) / 18 with groups of 2 and 3
        MannKendall found = value(MannKendall.of(1, 1, 2, 2, 2, 3));
        assertThat(found.s()).isEqualTo(11);
        assertThat(found.z()).isCloseTo(10 / Math.sqrt((510 - 18 - 66) / 18.0), within(1e-12));
    }

    @Test
    void mannKendallNeedsSixDifferentWaves() {
        assertThat(MannKendall.of(1, 2, 3, 4, 5)).isInstanceOf(NotEnoughData.class);
        assertThat(MannKendall.of(7, 7, 7, 7, 7, 7)).isInstanceOf(NotEnoughData.class);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MannKendall.of(1, 2, Double.NaN, 4, 5, 6))
                .withMessageContaining("values[2] is NaN");
    }

    private static <T> T value(Outcome<T> outcome) {
        return ((Estimated<T>) outcome).value();
    }
}
