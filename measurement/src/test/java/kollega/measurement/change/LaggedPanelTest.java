package kollega.measurement.change;

import static kollega.measurement.Expected.estimate;
import static kollega.measurement.Expected.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import kollega.measurement.Outcome;
import org.junit.jupiter.api.Test;

class LaggedPanelTest {

    @Test
    void findsTheSlopeWithinUnits() {
        var panel = estimate(simulated(1, 60, 8, .5, 0));
        assertThat(panel.units()).isEqualTo(60);
        assertThat(panel.waves()).isEqualTo(8);
        assertThat(panel.within().value())
                .isCloseTo(.5, within(3 * panel.within().standardError()));
        assertThat(panel.pValue()).isEqualTo(1 / 10_001.0);
        assertThat(Math.abs(panel.reverse().value())).isLessThan(.15);
    }

    /** Units with more stress are better, yet each does worse when its stress grows. */
    @Test
    void keepsApartWhatHoldsBetweenUnitsAndWithinThem() {
        var panel = estimate(simulated(2, 40, 8, -.4, 1));
        assertThat(panel.between().value()).isGreaterThan(.3);
        assertThat(panel.within().value()).isLessThan(-.25);
    }

    @Test
    void shiftsOfUnitsAndWavesChangeNothingWithin() {
        var random = new SplittableRandom(4);
        double[][] x = noise(random, 20, 5);
        double[][] y = noise(random, 20, 5);
        var plain = estimate(LaggedPanel.of(x, y, 1));
        for (int i = 0; i < 20; i++) {
            for (int t = 0; t < 5; t++) {
                y[i][t] += 7 * i - 3 * t * t;
                x[i][t] += 11 * t - i;
            }
        }
        var shifted = estimate(LaggedPanel.of(x, y, 1));
        assertThat(shifted.within().value()).isCloseTo(plain.within().value(), within(1e-10));
        assertThat(shifted.within().standardError())
                .isCloseTo(plain.within().standardError(), within(1e-10));
        assertThat(shifted.pValue()).isEqualTo(plain.pValue());
    }

    /** Reference: least squares with an indicator for each unit and wave, clustered HC1. */
    @Test
    void agreesWithARegressionOnIndicators() {
        double[][] x = {{1, 2, 4}, {2, 1, 3}, {5, 4, 4}, {2, 6, 1}};
        double[][] y = {{2, 3, 3}, {1, 4, 2}, {6, 4, 7}, {3, 5, 1}};
        var slope = estimate(TwoWayEffects.slopes(y, x)).getFirst();
        assertThat(slope.value()).isCloseTo(0.4090909090909098, within(1e-10));
        assertThat(slope.standardError()).isCloseTo(0.35209233431942777, within(1e-10));
    }

    @Test
    void findsNothingAboutAsOftenAsItSaysWhenThereIsNothing() {
        int found = 0;
        for (int run = 0; run < 200; run++) {
            found += estimate(simulated(100 + run, 15, 4, 0, 0)).pValue() <= .05 ? 1 : 0;
        }
        assertThat(found / 200.0).isBetween(.01, .09);
    }

    @Test
    void needsFifteenUnitsAndFourWaves() {
        assertThat(reason(simulated(1, 14, 6, .5, 0)))
                .isEqualTo(
                        "there are 14 units with 6 waves, at least 15 units and 4 waves are needed: with fewer only describe");
        assertThat(reason(simulated(1, 20, 3, .5, 0))).startsWith("there are 20 units with 3");
    }

    @Test
    void saysWhenNothingMovesWithinUnits() {
        var y = noise(new SplittableRandom(1), 15, 4);
        var still = new double[15][4];
        for (int i = 0; i < 15; i++) {
            Arrays.fill(still[i], i);
        }
        assertThat(reason(LaggedPanel.of(still, y, 1)))
                .isEqualTo("the predictor does not move within units other than for all alike");
        assertThat(reason(LaggedPanel.of(y, still, 1))).startsWith("the outcome does not move");
    }

    @Test
    void refusesPanelsOfDifferentShape() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LaggedPanel.of(new double[15][4], new double[15][3], 1))
                .withMessage("y[0].length is 3, allowed is exactly 4");
    }

    private static Outcome<LaggedPanel> simulated(
            long seed, int units, int waves, double slope, double lasting) {
        var random = new SplittableRandom(seed);
        double[][] x = noise(random, units, waves);
        double[][] y = noise(random, units, waves);
        for (int i = 0; i < units; i++) {
            double own = 2 * random.nextGaussian();
            for (int t = 0; t < waves; t++) {
                x[i][t] += own;
                y[i][t] +=
                        lasting * own * (1 - slope)
                                + .3 * t
                                + (t > 0 ? slope * x[i][t - 1] : slope * own);
            }
        }
        return LaggedPanel.of(x, y, seed);
    }

    private static double[][] noise(SplittableRandom random, int units, int waves) {
        var values = new double[units][waves];
        for (double[] unit : values) {
            Arrays.setAll(unit, t -> random.nextGaussian());
        }
        return values;
    }
}
