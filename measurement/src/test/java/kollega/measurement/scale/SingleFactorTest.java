package kollega.measurement.scale;

import static kollega.measurement.Expected.estimate;
import static kollega.measurement.Expected.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import kollega.measurement.driver.CrossProducts;
import org.junit.jupiter.api.Test;

class SingleFactorTest {

    /** Reference: lavaan 0.6-14, whose own search stops within 1e-6 of the maximum. */
    @Test
    void reproducesReferenceFactor() {
        var factor = estimate(SingleFactor.of(References.agreeableness()));
        assertThat(factor.loadings())
                .containsExactly(
                        new double[] {.52833675, .77411414, .99351225, .71734336, .79107214},
                        within(2e-6));
        assertThat(factor.residuals())
                .containsExactly(
                        new double[] {1.6929632, .78418721, .71416443, 1.6941118, .96525932},
                        within(2e-6));
        assertThat(factor.omega()).isCloseTo(.71212897, within(1e-6));
    }

    @Test
    void reproducesReferenceOmegaOfCorrelations() {
        double[][] s = References.agreeableness().products();
        double[][] r = new double[5][5];
        for (int i = 0; i < 5; i++) {
            for (int j = 0; j < 5; j++) {
                r[i][j] = 2708 * s[i][j] / Math.sqrt(s[i][i] * s[j][j]);
            }
        }
        var factor = estimate(SingleFactor.of(CrossProducts.of(2709, new double[5], r)));
        assertThat(factor.omega()).isCloseTo(.72402138, within(1e-6));
    }

    @Test
    void findsTheFactorThatIsThere() {
        double[] l = {.9, .7, .5, .3};
        double[][] s = new double[4][4];
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                s[i][j] = 100 * (l[i] * l[j] + (i == j ? .5 : 0));
            }
        }
        var factor = estimate(SingleFactor.of(CrossProducts.of(100, new double[4], s)));
        assertThat(factor.loadings()).containsExactly(l, within(1e-8));
        assertThat(factor.residuals()).containsOnly(new double[] {.5, .5, .5, .5}, within(1e-8));
        assertThat(factor.omega()).isCloseTo(2.4 * 2.4 / (2.4 * 2.4 + 2), within(1e-8));
    }

    @Test
    void saysWhenASingleFactorDoesNotFit() {
        double[][] s = {{100, 85, 85}, {85, 100, 60}, {85, 60, 100}};
        assertThat(reason(SingleFactor.of(CrossProducts.of(100, new double[3], s))))
                .startsWith("item 1 would be the common factor itself (a Heywood case)");
    }

    @Test
    void needsThreeItemsThatVary() {
        var rows = new double[][] {{1, 2, 3}, {2, 1, 3}, {3, 3, 3}, {1, 1, 3}};
        var products = CrossProducts.of(rows);
        assertThat(reason(SingleFactor.of(products.select(0, 1))))
                .startsWith("there are 2 items and 4 rows");
        assertThat(reason(SingleFactor.of(products))).isEqualTo("item 3 is the same in all rows");
    }
}
