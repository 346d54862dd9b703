package kollega.measurement.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RegressionToMeanTest {

    /**
     * Net scores of 60 units of 10 answers: true values 20 points apart, answers of variance .66.
     */
    private final RegressionToMean scores = new RegressionToMean(10, 20 * 20, 10_000 * .66);

    @Test
    void worstUnitsSeemToImproveThoughNothingChanged() {
        assertThat(scores.reliability(10)).isCloseTo(.377, within(5e-4));
        var random = new SplittableRandom(1);
        int runs = 400;
        double seeming = 0;
        double real = 0;
        int improvedInRuns = 0;
        for (int run = 0; run < runs; run++) {
            var truth = new double[60];
            var before = new double[60];
            Arrays.setAll(truth, i -> 10 + 20 * random.nextGaussian());
            Arrays.setAll(before, i -> truth[i] + Math.sqrt(660) * random.nextGaussian());
            double improvement = 0;
            for (int i : worst(before)) {
                double after = truth[i] + Math.sqrt(660) * random.nextGaussian();
                improvement += (after - before[i]) / 6;
                real += scores.effect(before[i], 10, after) / 6 / runs;
            }
            seeming += improvement / runs;
            improvedInRuns += improvement > 0 ? 1 : 0;
        }
        assertThat(seeming).isCloseTo(35, within(1.5));
        assertThat(improvedInRuns).isGreaterThan((int) (.98 * runs));
        assertThat(real).isCloseTo(0, within(1.5));
    }

    @Test
    void expectsTheMeanWhenUnitsDoNotDiffer() {
        var alike = new RegressionToMean(10, 0, 100);
        assertThat(alike.expected(-80, 5)).isEqualTo(10);
        assertThat(alike.effect(-80, 5, 10)).isZero();
    }

    @Test
    void believesManyAnswers() {
        assertThat(scores.expected(-80, 1_000_000)).isCloseTo(-80, within(.01));
    }

    @Test
    void refusesVariancesThatCanNotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RegressionToMean(0, -1, 1))
                .withMessage("betweenVariance is -1.0, allowed is a number of at least 0");
        assertThatIllegalArgumentException().isThrownBy(() -> new RegressionToMean(0, 1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> scores.reliability(0));
    }

    private static int[] worst(double[] values) {
        return IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .limit(6)
                .mapToInt(i -> i)
                .toArray();
    }
}
