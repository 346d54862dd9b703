package kollega.measurement.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrderStatisticIntervalTest {

    @Test
    void reproducesRanksForMedianOfThirty() {
        var interval = OrderStatisticInterval.of(30, .5, .95);
        assertThat(interval.lowRank()).isEqualTo(10);
        assertThat(interval.highRank()).isEqualTo(21);
        assertThat(interval.coverage()).isCloseTo(.9572, within(5e-5));
        double[] sample = IntStream.range(0, 30).mapToDouble(i -> 29 - i).toArray();
        assertThat(interval.in(sample))
                .isEqualTo(new Bounds(OptionalDouble.of(9), OptionalDouble.of(20)));
    }

    @Test
    void leavesAnEndOpenWhenTheSampleIsTooSmallForIt() {
        var interval = OrderStatisticInterval.of(5, .9, .95);
        assertThat(interval.in(new double[] {1, 2, 3, 4, 5}))
                .isEqualTo(new Bounds(OptionalDouble.of(3), OptionalDouble.empty()));
        assertThat(OrderStatisticInterval.of(1, .5, .95).in(new double[] {4}))
                .isEqualTo(new Bounds(OptionalDouble.empty(), OptionalDouble.empty()));
    }

    @Test
    void coversAtLeastItsLevel() {
        for (int n = 1; n < 200; n += 7) {
            for (double p : new double[] {.1, .5, .9}) {
                assertThat(OrderStatisticInterval.of(n, p, .95).coverage())
                        .isGreaterThanOrEqualTo(.95);
            }
        }
    }

    @Test
    void refusesAnotherSampleSize() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OrderStatisticInterval.of(3, .5, .9).in(new double[2]))
                .withMessage("sample.length is 2, allowed is exactly 3");
    }
}
