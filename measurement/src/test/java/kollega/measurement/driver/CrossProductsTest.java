package kollega.measurement.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrossProductsTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void mergesInAnyOrderToTheSameSummary(long seed) {
        var random = new SplittableRandom(seed);
        var a = summary(random, false);
        var b = summary(random, false);
        var c = summary(random, false);
        assertClose(a.merge(b).merge(c), a.merge(b.merge(c)));
        assertClose(a.merge(b), b.merge(a));
        assertClose(a.merge(b).subtract(b), a);
        assertThat(a.merge(CrossProducts.empty(4))).isEqualTo(a);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void isExactForWholeNumbers(long seed) {
        var random = new SplittableRandom(seed);
        var a = summary(random, true);
        var b = summary(random, true);
        var c = summary(random, true);
        assertThat(a.merge(b).merge(c))
                .isEqualTo(c.merge(a).merge(b))
                .hasSameHashCodeAs(c.merge(a).merge(b));
        assertThat(a.merge(b).subtract(b)).isEqualTo(a);
        assertThat(a.subtract(a)).isEqualTo(CrossProducts.empty(4));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void agreesWithTheRows(long seed) {
        double[][] rows = rows(new SplittableRandom(seed), 57, false);
        var summary = CrossProducts.of(rows);
        double[] mean = new double[4];
        for (double[] row : rows) {
            for (int i = 0; i < 4; i++) {
                mean[i] += row[i] / rows.length;
            }
        }
        for (int i = 0; i < 4; i++) {
            assertThat(summary.means()[i]).isCloseTo(mean[i], within(1e-12));
            for (int j = 0; j < 4; j++) {
                double product = 0;
                for (double[] row : rows) {
                    product += (row[i] - mean[i]) * (row[j] - mean[j]);
                }
                assertThat(summary.product(i, j)).isCloseTo(product, within(1e-10));
            }
        }
    }

    @Test
    void survivesAnOffsetThatDwarfsTheSpread() {
        var summary = CrossProducts.of(new double[][] {{1e9 + 1}, {1e9 + 2}, {1e9 + 3}});
        assertThat(summary.product(0, 0)).isEqualTo(2);
        var same = CrossProducts.of(new double[][] {{.1}, {.1}, {.1}, {.1}, {.1}, {.1}, {.1}});
        assertThat(same.product(0, 0)).isZero();
    }

    @Test
    void takesMeansAndProductsThatOthersComputed() {
        var rows = CrossProducts.of(rows(new SplittableRandom(3), 40, false));
        assertClose(CrossProducts.of(40, rows.means(), rows.products()), rows);
    }

    @Test
    void addsARowLikeTheRowsTogether() {
        double[][] rows = rows(new SplittableRandom(9), 5, true);
        var oneByOne = CrossProducts.empty(4);
        for (double[] row : rows) {
            oneByOne = oneByOne.add(row);
        }
        assertThat(oneByOne).isEqualTo(CrossProducts.of(rows)).hasToString("5 rows of 4 variables");
    }

    @Test
    void selectsAndReordersVariables() {
        double[][] rows = rows(new SplittableRandom(9), 12, true);
        double[][] turned =
                Stream.of(rows).map(r -> new double[] {r[3], r[1]}).toArray(double[][]::new);
        assertThat(CrossProducts.of(rows).select(3, 1)).isEqualTo(CrossProducts.of(turned));
    }

    /** Whichever byte is changed, and however: a sum that is a little off would be believed. */
    @Test
    void refusesDamageToAnyByte() {
        byte[] whole = CrossProducts.of(new double[] {1, 2}, new double[] {3, 5}).encode();
        for (int at = 0; at < whole.length; at++) {
            for (int flip = 1; flip < 256; flip += 42) {
                byte[] damaged = whole.clone();
                damaged[at] ^= (byte) flip;
                assertThatIllegalArgumentException()
                        .as("byte %d", at)
                        .isThrownBy(() -> CrossProducts.decode(damaged));
            }
        }
    }

    @Test
    void decodesWhatItEncoded() {
        var summary = summary(new SplittableRandom(4), false);
        assertThat(CrossProducts.decode(summary.encode())).isEqualTo(summary);
        assertThat(CrossProducts.decode(CrossProducts.empty(2).encode()))
                .isEqualTo(CrossProducts.empty(2));
    }

    @Test
    void refusesBytesThatAreNoSummary() {
        byte[] whole = CrossProducts.of(new double[] {1, 2}).encode();
        byte[] older = whole.clone();
        older[0] = 1;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CrossProducts.decode(older))
                .withMessage("bytes[0] is 1, allowed is format 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CrossProducts.decode(Arrays.copyOf(whole, 12)))
                .withMessage("bytes.length is 12, allowed is a whole summary, at least 15");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CrossProducts.decode(Arrays.copyOf(whole, whole.length + 1)))
                .withMessageContaining("checksum of bytes is");
    }

    @Test
    void refusesRowsAndPartsThatCanNotBe() {
        var three = CrossProducts.of(new double[][] {{1, 5}, {2, 4}, {3, 6}});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> three.add(new double[] {1, Double.NaN}))
                .withMessage("row[1] is NaN, allowed is a number within -1e100 and 1e100");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> three.add(new double[] {1}))
                .withMessage("other.size is 1, allowed is exactly 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> three.subtract(three.merge(three)))
                .withMessage("part.n is 6, allowed is at most 3, the rows it is taken from");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> three.subtract(CrossProducts.of(new double[][] {{90, 5}, {-70, 4}})));
        assertThatIllegalArgumentException()
                .isThrownBy(CrossProducts.empty(1)::means)
                .withMessage("n is 0, allowed is at least 1");
    }

    @Test
    void refusesProductsThatNoRowsCanHave() {
        double[] mean = {0, 0};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CrossProducts.of(5, mean, new double[][] {{1, 2}, {2, 1}}))
                .withMessageContaining("eigenvalue");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CrossProducts.of(5, mean, new double[][] {{1, .2}, {.3, 1}}))
                .withMessage("products[1][0] is 0.3, allowed is its mirror image 0.2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CrossProducts.of(0, mean, new double[2][2]))
                .withMessage("n is 0, allowed is at least 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CrossProducts.of(5, new double[] {1e200, 0}, new double[2][2]))
                .withMessage("mean[0] is 1.0E200, allowed is a number within -1e100 and 1e100");
    }

    private static CrossProducts summary(SplittableRandom random, boolean whole) {
        return CrossProducts.of(rows(random, 1 + random.nextInt(30), whole));
    }

    private static double[][] rows(SplittableRandom random, int n, boolean whole) {
        var rows = new double[n][4];
        for (double[] row : rows) {
            Arrays.setAll(
                    row, i -> whole ? random.nextInt(11) : 5 * i + random.nextDouble() * (i + 1));
        }
        return rows;
    }

    private static void assertClose(CrossProducts actual, CrossProducts expected) {
        assertThat(actual.n()).isEqualTo(expected.n());
        for (int i = 0; i < expected.size(); i++) {
            assertThat(actual.means()[i]).isCloseTo(expected.means()[i], within(1e-12));
            for (int j = 0; j < expected.size(); j++) {
                assertThat(actual.product(i, j)).isCloseTo(expected.product(i, j), within(1e-12));
            }
        }
    }
}
