package kollega.measurement.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import kollega.measurement.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DifferenceTest {

    @Test
    void agreesWithReference() {
        NetScore first = NetScore.of(12, 9, 3);
        NetScore second = NetScore.of(5, 3, 12);
        Difference difference = Difference.of(first, second);
        assertThat(difference.difference()).isCloseTo(0.725, within(1e-12));
        assertThat(difference.p()).isCloseTo(.0031496210, within(1e-10));
        AdjustedWald half = AdjustedWald.HALF_ROCKS;
        assertThat(half.estimate(first) - half.estimate(second))
                .isCloseTo(.6785225718, within(1e-10));
        assertThat(Math.sqrt(half.varianceOfEstimate(first) + half.varianceOfEstimate(second)))
                .isCloseTo(.2297938326, within(1e-10));
    }

    @Test
    void moverOnWaldIntervalsIsTheWaldInterval() {
        AdjustedWald wald = new AdjustedWald(0, 0);
        NetScore first = NetScore.of(12, 9, 3);
        NetScore second = NetScore.of(5, 3, 12);
        Interval interval =
                Difference.mover(
                        first.score(),
                        wald.interval(first, 0.95),
                        second.score(),
                        wald.interval(second, 0.95));
        // R package NPS
        assertThat(interval.low()).isCloseTo(.2588857362, within(1e-10));
        assertThat(interval.high()).isCloseTo(1.1911142638, within(1e-10));
    }

    @Test
    void mirrorsWhenGroupsAreSwapped() {
        Difference there = Difference.of(NetScore.of(7, 2, 1), NetScore.of(3, 3, 9));
        Difference back = Difference.of(NetScore.of(3, 3, 9), NetScore.of(7, 2, 1));
        assertThat(back.difference()).isEqualTo(-there.difference());
        assertThat(back.interval().low()).isEqualTo(-there.interval().high());
        assertThat(back.p()).isEqualTo(there.p());
    }

    @Test
    void refusesScoresWithOtherCutPoints() {
        NetScore csat = new NetScore(CutPoints.CSAT, 1, 2, 3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Difference.of(NetScore.of(1, 2, 3), csat))
                .withMessageStartingWith("second.cutPoints is");
    }

    /**
     * Mean and greatest probability of finding a difference of 0, exact, at 171 pairs of shares.
     */
    @ParameterizedTest
    @CsvSource({"10, 10, 0.046, 0.066, 0.036, 0.056", "10, 50, 0.052, 0.068, 0.039, 0.051"})
    void findsWhatIsNotThereAsRarelyAsEnumerated(
            int n1, int n2, double meanZ, double maxZ, double meanMover, double maxMover) {
        Trinomial first = Trinomial.of(n1);
        Trinomial second = Trinomial.of(n2);
        double[][] byZ = new double[first.outcomes().size()][second.outcomes().size()];
        double[][] byMover = new double[first.outcomes().size()][second.outcomes().size()];
        for (int i = 0; i < byZ.length; i++) {
            for (int j = 0; j < byZ[i].length; j++) {
                Difference found = Difference.of(first.outcomes().get(i), second.outcomes().get(j));
                byZ[i][j] = found.p() < 0.05 ? 1 : 0;
                byMover[i][j] = found.interval().contains(0) ? 0 : 1;
            }
        }
        double[] z = meanAndMax(first, second, byZ);
        double[] mover = meanAndMax(first, second, byMover);
        assertThat(z).containsExactly(new double[] {meanZ, maxZ}, within(6e-4));
        assertThat(mover).containsExactly(new double[] {meanMover, maxMover}, within(6e-4));
    }

    private static double[] meanAndMax(Trinomial first, Trinomial second, double[][] found) {
        double sum = 0;
        double max = 0;
        for (Trinomial.Shares at : Trinomial.grid()) {
            double[] p1 = first.probabilities(at);
            double[] p2 = second.probabilities(at);
            double risk = 0;
            for (int i = 0; i < p1.length; i++) {
                for (int j = 0; j < p2.length; j++) {
                    risk += p1[i] * p2[j] * found[i][j];
                }
            }
            sum += risk;
            max = Math.max(max, risk);
        }
        return new double[] {sum / Trinomial.grid().size(), max};
    }
}
