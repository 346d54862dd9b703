package kollega.measurement.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import kollega.measurement.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class NetScoreTest {

    @Test
    void isShareOfPromotersLessShareOfDetractors() {
        NetScore score = NetScore.of(5, 3, 2);
        assertThat(score.n()).isEqualTo(10);
        assertThat(score.score()).isEqualTo(0.3);
        assertThat(score.points()).isEqualTo(30.0);
        assertThat(score.variance()).isCloseTo(0.61, within(1e-15));
    }

    @Test
    void sortsHistogramByItsCutPoints() {
        assertThat(NetScore.ofHistogram(new long[] {1, 1, 1, 1, 1, 1, 1, 2, 3, 4, 5}))
                .isEqualTo(NetScore.of(9, 5, 7));
        assertThat(NetScore.ofHistogram(CutPoints.CSAT, new long[] {1, 2, 4, 8, 16}))
                .isEqualTo(new NetScore(CutPoints.CSAT, 24, 4, 3));
    }

    @Test
    void addsUp() {
        assertThat(NetScore.of(1, 2, 3).plus(NetScore.of(4, 5, 6))).isEqualTo(NetScore.of(5, 7, 9));
    }

    @Test
    void refusesBadInputNamingIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NetScore.of(1, -2, 3))
                .withMessage("passives is -2, allowed is at least 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NetScore.of(0, 0, 0))
                .withMessage("number of answers is 0, allowed is at least 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NetScore.ofHistogram(new long[10]))
                .withMessage("histogram.length is 10, allowed is from 11 to 11");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CutPoints.NPS.sign(11))
                .withMessage("answer is 11, allowed is from 0 to 10");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NetScore.of(1, 1, 1).interval(1))
                .withMessageStartingWith("confidence is 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NetScore.of(1, 1, 1).plus(new NetScore(CutPoints.CSAT, 1, 1, 1)))
                .withMessageStartingWith("other.cutPoints is");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CutPoints(0, 10, 8, 8))
                .withMessage("promotersFrom is 8, allowed is from 9 to 10");
    }

    /** References computed with R and Python, see the resource's first line. */
    @ParameterizedTest
    @CsvFileSource(resources = "nps_golden.csv", numLinesToSkip = 2)
    void agreesWithReferences(
            long p,
            long n,
            long d,
            double nps,
            double se,
            double adjLow,
            double adjHigh,
            double low,
            double high) {
        NetScore score = NetScore.of(p, n, d);
        assertThat(score.score()).isCloseTo(nps, within(1e-9));
        assertThat(Math.sqrt(score.variance() / score.n())).isCloseTo(se, within(1e-9));
        assertThat(score.interval().low()).isCloseTo(low, within(1e-8));
        assertThat(score.interval().high()).isCloseTo(high, within(1e-8));
    }

    @Test
    void intervalContainsScoreReflectsAndShrinks() {
        Random random = new Random(11);
        for (int i = 0; i < 20_000; i++) {
            long p = random.nextInt(60);
            long n = random.nextInt(60);
            long d = random.nextInt(60) + (p + n == 0 ? 1 : 0);
            NetScore score = NetScore.of(p, n, d);
            Interval interval = score.interval();
            Interval mirrored = NetScore.of(d, n, p).interval();
            assertThat(interval.contains(score.score())).as("%s %s", score, interval).isTrue();
            assertThat(interval.low()).isBetween(-1.0, 1.0).isEqualTo(-mirrored.high());
            assertThat(interval.high()).isBetween(-1.0, 1.0).isEqualTo(-mirrored.low());
            assertThat(NetScore.of(3 * p, 3 * n, 3 * d).interval().width())
                    .isLessThan(interval.width());
            assertThat(score.interval(0.99).width()).isGreaterThan(interval.width());
        }
    }
}
