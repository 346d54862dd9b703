package kollega.measurement.maturity;

import static kollega.measurement.Expected.estimate;
import static kollega.measurement.Expected.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import kollega.measurement.maturity.Indicator.Mean;
import kollega.measurement.maturity.Indicator.Share;
import kollega.measurement.maturity.Scoring.Band;
import kollega.measurement.maturity.Scoring.Linear;
import org.junit.jupiter.api.Test;

class MaturityLevelTest {

    private static final Scoring POINTS = new Linear(0, 100);

    @Test
    void effectiveNumberReproducesReference() {
        var found = estimate(EffectiveNumber.of(.4, .3, .2, .1));
        assertThat(found.value()).isCloseTo(3.59611547, within(5e-9));
        assertThat(found.share()).isCloseTo(3.59611547 / 4, within(5e-9));
        assertThat(estimate(EffectiveNumber.of(5, 5, 0, 5)).value()).isCloseTo(3, within(1e-12));
        assertThat(reason(EffectiveNumber.of(0, 0))).isEqualTo("none of the 2 units contributed");
    }

    @Test
    void perfectLadderIsFullyScalable() {
        var ladder = new boolean[12][6];
        for (int u = 0; u < 12; u++) {
            for (int f = 0; f < u % 7; f++) {
                ladder[u][f] = true;
            }
        }
        assertThat(estimate(Scalability.h(ladder))).isCloseTo(1, within(1e-12));
    }

    @Test
    void independentFactorsAreNotScalable() {
        var random = new SplittableRandom(1);
        var reached = new boolean[4000][6];
        for (boolean[] unit : reached) {
            for (int f = 0; f < 6; f++) {
                unit[f] = random.nextDouble() < .2 + f / 10.0;
            }
        }
        assertThat(estimate(Scalability.h(reached))).isCloseTo(0, within(.03));
        assertThat(reason(Scalability.h(new boolean[5][3]))).startsWith("fewer than 2 of 3");
    }

    @Test
    void anchorsAreClippedAndMayRunDownwards() {
        assertThat(new Linear(60, 7).points(33.5)).isCloseTo(50, within(1e-12));
        assertThat(new Linear(60, 7).points(90)).isZero();
        assertThat(new Linear(0, 1).points(2)).isEqualTo(100);
        var load = new Band(.4, .65, .85, 1.1);
        assertThat(load.points(.75)).isEqualTo(100);
        assertThat(load.points(.525)).isCloseTo(50, within(1e-9));
        assertThat(load.points(.975)).isCloseTo(50, within(1e-9));
        assertThat(load.points(.3)).isZero();
        assertThat(load.points(1.2)).isZero();
    }

    @Test
    void reachesTheLevelWhoseFactorsAllSuffice() {
        var found =
                MaturityLevel.of(
                        List.of(
                                sure("F1", 1, 80),
                                sure("F2", 1, 60),
                                sure("F3", 2, 90),
                                sure("F4", 2, 70),
                                sure("F5", 3, 40),
                                sure("F6", 3, 95)),
                        1);
        assertThat(found.level()).isEqualTo(2);
        assertThat(found.probability()).isEqualTo(1);
        assertThat(found.blockedBy()).containsExactly("F5");
        assertThat(estimate(found.factors().get(4).points())).isCloseTo(40, within(1e-9));
    }

    @Test
    void earlierFactorBlocksAllLaterLevels() {
        var found =
                MaturityLevel.of(
                        List.of(sure("F1", 1, 30), sure("F2", 2, 100), sure("F3", 3, 100)), 1);
        assertThat(found.level()).isZero();
        assertThat(found.blockedBy()).containsExactly("F1");
    }

    @Test
    void doubtsFactorsThatAreSureOnlyOneByOne() {
        var found =
                MaturityLevel.of(
                        List.of(likely("a", 1, 62), likely("b", 1, 63), likely("c", 1, 62.4)), 5);
        assertThat(found.factors()).allSatisfy(f -> assertThat(f.enough()).isGreaterThan(.8));
        assertThat(found.level()).isZero();
        assertThat(found.blockedBy()).containsExactly("a");
    }

    @Test
    void factorNeedsTwoIndicators() {
        var found =
                MaturityLevel.of(
                        List.of(new Factor("F1", 1, List.of(new Mean(90, 0, POINTS, 1)))), 1);
        assertThat(found.level()).isZero();
        assertThat(found.blockedBy()).containsExactly("F1");
        assertThat(reason(found.factors().getFirst().points()))
                .isEqualTo("factor F1 has 1 indicators with data, a score needs at least 2");
    }

    @Test
    void moreEvidenceMakesSurer() {
        assertThat(shareOf(7, 10).enough()).isLessThan(shareOf(700, 1000).enough());
        assertThat(estimate(shareOf(700, 1000).points())).isCloseTo(70, within(.5));
        assertThat(estimate(shareOf(7, 10).interval()).width())
                .isGreaterThan(estimate(shareOf(700, 1000).interval()).width());
    }

    @Test
    void weighsIndicatorsAndRepeatsItsDraws() {
        var factor =
                new Factor(
                        "F", 1, List.of(new Mean(100, 0, POINTS, 3), new Mean(20, 5, POINTS, 1)));
        var found = MaturityLevel.of(List.of(factor), 4);
        assertThat(estimate(found.factors().getFirst().points())).isCloseTo(80, within(.2));
        assertThat(MaturityLevel.of(List.of(factor), 4)).isEqualTo(found);
    }

    @Test
    void refusesLevelsWithoutFactors() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MaturityLevel.of(List.of(sure("F3", 2, 50)), 1))
                .withMessage("number of factors of level 1 is 0, allowed is at least 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Share(5, 4, POINTS, 1))
                .withMessage("yes is 5, allowed is from 0 to 4, the total");
    }

    private static Factor sure(String name, int level, double points) {
        return new Factor(
                name,
                level,
                List.of(new Mean(points, 0, POINTS, 1), new Mean(points, 0, POINTS, 1)));
    }

    /** At least 60 points with a probability of about 0.85 or more. */
    private static Factor likely(String name, int level, double points) {
        return new Factor(
                name,
                level,
                List.of(new Mean(points, 2.5, POINTS, 1), new Mean(points, 2.5, POINTS, 1)));
    }

    private static MaturityLevel.FactorScore shareOf(long yes, long total) {
        var share = new Share(yes, total, new Linear(0, 1), 1);
        var found = MaturityLevel.of(List.of(new Factor("F", 1, List.of(share, share))), 2);
        return found.factors().getFirst();
    }
}
