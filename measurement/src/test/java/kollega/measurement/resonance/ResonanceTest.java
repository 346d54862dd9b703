package kollega.measurement.resonance;

import static kollega.measurement.Expected.estimate;
import static kollega.measurement.Expected.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import kollega.measurement.driver.CrossProducts;
import kollega.measurement.resonance.ValueResonance.Quadrant;
import org.hipparchus.stat.regression.OLSMultipleLinearRegression;
import org.junit.jupiter.api.Test;

class ResonanceTest {

    @Test
    void findsValuesThatMatterAndAreNotPractised() {
        assertThat(new ValueResonance(4.2, 2.1).quadrant(3)).isEqualTo(Quadrant.MISSED);
        assertThat(new ValueResonance(4.2, 3.9).quadrant(3)).isEqualTo(Quadrant.LIVED);
        assertThat(new ValueResonance(2.2, 3.9).quadrant(3)).isEqualTo(Quadrant.HABIT);
        assertThat(new ValueResonance(3, 3).quadrant(3)).isEqualTo(Quadrant.IDLE);
    }

    @Test
    void agreementIsACorrelationOverValues() {
        double[] matters = {1, 2, 3, 4, 5, 3};
        double[] practised = {2, 4, 6, 8, 10, 6};
        assertThat(estimate(ValueResonance.agreement(matters, practised)))
                .isCloseTo(1, within(1e-12));
        assertThat(reason(ValueResonance.agreement(new double[5], new double[5])))
                .isEqualTo("there are 5 values, agreement needs at least 6");
        assertThat(reason(ValueResonance.agreement(matters, new double[6])))
                .isEqualTo("all 6 values have the same answer");
    }

    /** Reference: ordinary least squares over the rows. */
    @Test
    void surfaceAgreesWithRegressionOverRows() {
        var random = new SplittableRandom(3);
        double[][] terms = new double[150][];
        double[] outcome = new double[150];
        var sums = new CrossProducts.Accumulator(6);
        for (int i = 0; i < 150; i++) {
            int x = random.nextInt(-2, 3);
            int y = random.nextInt(-2, 3);
            outcome[i] = 3 + .4 * x + .3 * y - .2 * (x - y) * (x - y) + random.nextGaussian();
            double[] row = ResponseSurface.row(outcome[i], x, y);
            terms[i] = Arrays.copyOfRange(row, 1, 6);
            sums.add(row);
        }
        var surface = estimate(ResponseSurface.of(sums.result()));
        var regression = new OLSMultipleLinearRegression();
        regression.newSampleData(outcome, terms);
        assertThat(surface.coefficients())
                .containsExactly(regression.estimateRegressionParameters(), within(1e-10));
        assertThat(surface.standardErrors())
                .containsExactly(
                        regression.estimateRegressionParametersStandardErrors(), within(1e-10));
        assertThat(surface.r2()).isCloseTo(regression.calculateRSquared(), within(1e-10));
        assertThat(surface.curveOfDisagreement()).isLessThan(-.5);
        assertThat(surface.slopeOfAgreement()).isCloseTo(.7, within(.25));
    }

    @Test
    void linesOfASurfaceAreItsCuts() {
        var surface = new ResponseSurface(new double[] {1, 2, 3, 4, 5, 6}, new double[6], .5);
        assertThat(surface.at(2, 2))
                .isEqualTo(1 + 2 * surface.slopeOfAgreement() + 4 * surface.curveOfAgreement());
        assertThat(surface.at(2, -2))
                .isEqualTo(
                        1 + 2 * surface.slopeOfDisagreement() + 4 * surface.curveOfDisagreement());
    }

    @Test
    void surfaceNeedsRowsAndSpread() {
        var sums = new CrossProducts.Accumulator(6);
        for (int i = 0; i < 99; i++) {
            sums.add(ResponseSurface.row(i % 7, i % 2, i % 3));
        }
        assertThat(reason(ResponseSurface.of(sums.result())))
                .isEqualTo("there are 99 rows, a surface needs at least 100");
        sums.add(ResponseSurface.row(1, 1, 1));
        assertThat(reason(ResponseSurface.of(sums.result())))
                .isEqualTo("x and y take too few different values for a curved surface");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ResponseSurface.of(CrossProducts.empty(3)))
                .withMessage("rows.size() is 3, allowed is exactly 6");
    }
}
