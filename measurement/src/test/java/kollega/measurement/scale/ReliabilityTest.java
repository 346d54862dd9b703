package kollega.measurement.scale;

import static kollega.measurement.Expected.estimate;
import static kollega.measurement.Expected.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import kollega.measurement.driver.CrossProducts;
import org.junit.jupiter.api.Test;

class ReliabilityTest {

    /** Reference: R package psych 2.2.9 on psychTools::bfi. */
    @Test
    void reproducesReferenceAlpha() {
        var items = References.agreeableness();
        var found = estimate(Reliability.of(items, References.AGREEABLENESS, .95));
        assertThat(found.n()).isEqualTo(2709);
        assertThat(found.alpha()).isCloseTo(.70375589, within(5e-9));
        assertThat(found.interval().low()).isCloseTo(.68574464, within(1e-8));
        assertThat(found.interval().high()).isCloseTo(.72103596, within(1e-8));
        assertThat(Reliability.standardizedAlpha(items).orElseThrow())
                .isCloseTo(.71350155, within(5e-9));
        assertThat(found.items().stream().mapToDouble(i -> i.itemRest().orElseThrow()).toArray())
                .containsExactly(
                        new double[] {.31140130, .56301548, .58877308, .39479368, .48724087},
                        within(5e-9));
        assertThat(
                        found.items().stream()
                                .mapToDouble(i -> i.alphaIfDropped().orElseThrow())
                                .toArray())
                .containsExactly(
                        new double[] {.71797, .61848, .60075, .68694, .64462}, within(5e-6));
    }

    @Test
    void isOneForItemsThatSayTheSame() {
        var rows = new double[][] {{1, 1, 1}, {4, 4, 4}, {2, 2, 2}};
        var found = estimate(Reliability.of(CrossProducts.of(rows), List.of("a", "b", "c"), .95));
        assertThat(found.alpha()).isEqualTo(1);
        assertThat(found.interval().contains(1)).isTrue();
        assertThat(found.items().getFirst().itemRest().orElseThrow()).isCloseTo(1, within(1e-12));
    }

    @Test
    void leavesOpenWhatAnItemThatDoesNotVaryCanNotHave() {
        var rows = new double[][] {{1, 3}, {4, 3}, {2, 3}};
        var items = estimate(Reliability.of(CrossProducts.of(rows), List.of("a", "b"), .9)).items();
        assertThat(items)
                .allSatisfy(item -> assertThat(item.itemRest()).isEqualTo(OptionalDouble.empty()))
                .allSatisfy(item ->
                        assertThat(item.alphaIfDropped()).isEqualTo(OptionalDouble.empty()));
    }

    @Test
    void saysWhenTheSumDoesNotVary() {
        var rows = new double[][] {{1, 3}, {4, 0}, {2, 2}};
        assertThat(reason(Reliability.of(CrossProducts.of(rows), List.of("a", "b"), .9)))
                .isEqualTo("the sum of the items is the same in all 3 rows");
        assertThat(reason(Reliability.of(CrossProducts.of(rows[0]), List.of("a", "b"), .9)))
                .isEqualTo("there is 1 row, reliability needs at least 2");
    }

    @Test
    void feldtIntervalHoldsTheTrueAlphaAboutAsOftenAsItSays() {
        var random = new SplittableRandom(11);
        double truth = 4 * .5 / (1 + 3 * .5);
        int held = 0;
        for (int run = 0; run < 1000; run++) {
            var accumulator = new CrossProducts.Accumulator(4);
            for (int i = 0; i < 30; i++) {
                double common = random.nextGaussian();
                double[] row = new double[4];
                for (int j = 0; j < 4; j++) {
                    row[j] = common + random.nextGaussian();
                }
                accumulator.add(row);
            }
            var found =
                    estimate(Reliability.of(accumulator.result(), List.of("a", "b", "c", "d"), .9));
            held += found.interval().contains(truth) ? 1 : 0;
        }
        assertThat(held / 1000.0).isBetween(.87, .93);
    }

    @Test
    void refusesSingleItemAndNamesThatDoNotFit() {
        var items = CrossProducts.of(new double[][] {{1, 2}, {2, 4}});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Reliability.of(items.select(0), List.of("a"), .95))
                .withMessage("names.size() is 1, allowed is at least 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Reliability.of(items, List.of("a", "b", "c"), .95))
                .withMessage("products.size() is 2, allowed is exactly 3, one variable a name");
    }
}
