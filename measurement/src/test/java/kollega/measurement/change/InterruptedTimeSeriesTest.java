package kollega.measurement.change;

import static kollega.measurement.Expected.estimate;
import static kollega.measurement.Expected.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InterruptedTimeSeriesTest {

    private static final double[] SERIES = {
        62, 64, 61, 65, 63, 66, 64, 63, 67, 65, 64, 66, 70, 72, 71, 73, 75, 74, 76, 75, 77, 78, 77,
        79
    };

    /** Reference: R, lm and sandwich::NeweyWest with lag 2, without and with adjust. */
    @Test
    void reproducesReferenceSegments() {
        var found = estimate(InterruptedTimeSeries.of(SERIES, 12, 2));
        assertThat(values(found))
                .containsExactly(
                        new double[] {62.348484848, .27972028, 4.158508159, .472027972},
                        within(5e-9));
        assertThat(errors(found))
                .containsExactly(
                        new double[] {.454474075, .0532964818, .368971366, .0675110731},
                        within(5e-10));
        assertThat(found.trend().standardError() * found.smallSample())
                .isCloseTo(.0583833706, within(5e-11));
        assertThat(found.trendChange().standardError() * found.smallSample())
                .isCloseTo(.0739546752, within(5e-11));
    }

    @Test
    void findsNoChangeInAStraightLine() {
        double[] line = IntStream.range(0, 20).mapToDouble(i -> 3 + .5 * i).toArray();
        var found = estimate(InterruptedTimeSeries.of(line, 10, 1));
        assertThat(found.levelChange().value()).isCloseTo(0, within(1e-10));
        assertThat(found.trendChange().value()).isCloseTo(0, within(1e-10));
        assertThat(found.trend().value()).isCloseTo(.5, within(1e-10));
    }

    @Test
    void needsEightPointsOnEitherSide() {
        assertThat(reason(InterruptedTimeSeries.of(SERIES, 17, 2)))
                .isEqualTo(
                        "there are 17 points before and 7 after the change, at least 8 of each are needed");
    }

    @Test
    void usualLagGrowsWithTheSeries() {
        assertThat(InterruptedTimeSeries.usualLag(24)).isEqualTo(2);
        assertThat(InterruptedTimeSeries.usualLag(100)).isEqualTo(4);
    }

    @Test
    void refusesNegativeLag() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InterruptedTimeSeries.of(SERIES, 12, -1))
                .withMessage("lag is -1, allowed is from 0 to 23");
    }

    private static double[] values(InterruptedTimeSeries found) {
        return slopes(found).mapToDouble(Slope::value).toArray();
    }

    private static double[] errors(InterruptedTimeSeries found) {
        return slopes(found).mapToDouble(Slope::standardError).toArray();
    }

    private static Stream<Slope> slopes(InterruptedTimeSeries found) {
        return Stream.of(found.level(), found.trend(), found.levelChange(), found.trendChange());
    }
}
