package io.kollega.waves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kollega.answers.Sums;
import java.util.HashMap;
import java.util.Map;
import kollega.measurement.Interval;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Figures made of sums. */
class GaugeTest {
    private static final Offset<Double> EXACT = within(1e-12);

    /** As many people as counts say gave each step from the first one on. */
    private static Sums steps(int first, long... counts) {
        Map<String, Long> counted = new HashMap<>();
        long n = 0;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < counts.length; i++) {
            int step = first + i;
            if (counts[i] > 0) {
                counted.put(String.valueOf(step), counts[i]);
            }
            n += counts[i];
            sum += (double) step * counts[i];
            squares += (double) step * step * counts[i];
        }
        return new Sums(counted, n, sum, squares, 0);
    }

    private static double value(Gauge gauge, Sums sums) {
        return gauge.reading().of(sums).orElseThrow().value();
    }

    /** Two made-up groups, both half favourable, by the published rules of a staff survey. */
    @Test
    void tellsApartByIndexWhatIsEquallyFavourable() {
        Sums harsh = steps(1, 36, 10, 4, 24, 26);
        Sums mild = steps(1, 4, 16, 30, 24, 26);
        assertThat(value(Gauge.favourable(), harsh)).isCloseTo(.5, EXACT);
        assertThat(value(Gauge.favourable(), mild)).isCloseTo(.5, EXACT);
        assertThat(value(Gauge.index(), harsh)).isCloseTo(48.5, EXACT);
        assertThat(value(Gauge.index(), mild)).isCloseTo(63, EXACT);
        assertThat(value(Gauge.mean(new Interval(1, 5)), mild)).isCloseTo(3.52, EXACT);
    }

    @Test
    void turnsTheIntervalWithTheMean() {
        Sums sums = steps(1, 1, 2, 3, 2, 2);
        Gauge.Estimate mean = Gauge.mean(new Interval(1, 5)).reading().of(sums).orElseThrow();
        Gauge.Estimate index = Gauge.index().reading().of(sums).orElseThrow();
        assertThat(index.low()).isCloseTo(25 * (mean.low() - 1), within(1e-9));
        assertThat(index.high()).isCloseTo(25 * (mean.high() - 1), within(1e-9));
        // 3.2 and Student's t of 9 degrees, variance 1.7333 by hand.
        assertThat(mean.low()).isCloseTo(3.2 - 2.262157 * Math.sqrt(1.7333333 / 10), within(1e-5));
    }

    @Test
    void tellsNoFigureThatWouldTellWhatEachSaid() {
        assertThat(Gauge.favourable().reading().of(steps(1, 0, 0, 0, 0, 30))).isEmpty();
        assertThat(Gauge.index().reading().of(steps(1, 1, 0, 0, 0, 9))).isEmpty();
        assertThat(Gauge.index().reading().of(steps(1, 2, 0, 0, 0, 8))).isPresent();
        assertThat(Gauge.index().reading().of(steps(1, 1, 0, 0, 0, 10))).isPresent();
        Sums right = new Sums(Map.of("right", 6L), 6, 0, 0, 0);
        assertThat(Gauge.right().reading().of(right)).isEmpty();
        Sums same = new Sums(Map.of(), 6, 180, 5400, 0);
        assertThat(Gauge.mean(new Interval(0, 100)).reading().of(same)).isEmpty();
        // Of several at once, one that all chose says nothing of the others.
        Sums several = new Sums(Map.of("a", 6L, "b", 2L), 6, 0, 0, 0);
        assertThat(value(Gauge.share("a", true), several)).isEqualTo(1);
        assertThat(value(Gauge.share("c", true), several)).isZero();
    }

    @Test
    void roundsNetScoresOfFewAndBandsThoseWhoSayTheSame() {
        assertThat(value(Gauge.nps(), steps(0, 0, 0, 0, 0, 0, 0, 0, 3, 0, 4, 0))).isEqualTo(55);
        assertThat(value(Gauge.nps(), steps(0, 0, 0, 0, 0, 0, 0, 0, 9, 0, 12, 0))).isEqualTo(57);
        Gauge.Estimate band = Gauge.nps().reading().of(steps(6, 0, 0, 0, 0, 7)).orElseThrow();
        assertThat(band.value()).isEqualTo(80);
        assertThat(band.high()).isEqualTo(100);
    }
}
