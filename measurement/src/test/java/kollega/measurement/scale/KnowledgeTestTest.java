package kollega.measurement.scale;

import static kollega.measurement.Expected.estimate;
import static kollega.measurement.Expected.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import kollega.measurement.driver.CrossProducts;
import kollega.measurement.scale.KnowledgeTest.Flag;
import org.junit.jupiter.api.Test;

class KnowledgeTestTest {

    /** Reference: R package psych on lsat6. */
    @Test
    void reproducesReferenceItems() {
        var test =
                estimate(
                        KnowledgeTest.of(
                                CrossProducts.of(References.lsat6()), References.LSAT_ITEMS));
        assertThat(test.n()).isEqualTo(1000);
        assertThat(test.kr20()).isCloseTo(.29499719, within(5e-9));
        assertThat(test.items().stream().mapToDouble(Item::mean).toArray())
                .containsExactly(new double[] {.924, .709, .553, .763, .870}, within(1e-12));
        assertThat(test.items().stream().mapToDouble(i -> i.itemRest().orElseThrow()).toArray())
                .containsExactly(
                        new double[] {.11283269, .15317812, .17277894, .1444281, .1215964},
                        within(5e-9));
    }

    @Test
    void standardErrorIsWhatReliabilityLeavesOfTheSpread() {
        var products = CrossProducts.of(new double[][] {{0, 0}, {1, 1}, {1, 0}, {1, 1}, {0, 0}});
        var test = estimate(KnowledgeTest.of(products, List.of("a", "b")));
        assertThat(test.kr20()).isCloseTo(2 * (1 - .48 / .8), within(1e-12));
        assertThat(test.standardError()).isCloseTo(Math.sqrt(.2), within(1e-12));
    }

    @Test
    void flagsItemsThatAreTooHardTooEasyOrNotTelling() {
        assertThat(KnowledgeTest.flags(item(.19, .3))).containsExactly(Flag.TOO_HARD);
        assertThat(KnowledgeTest.flags(item(.96, .1)))
                .containsExactly(Flag.TOO_EASY, Flag.NOT_TELLING);
        assertThat(KnowledgeTest.flags(item(.5, .14))).containsExactly(Flag.NOT_TELLING);
        assertThat(KnowledgeTest.flags(item(.2, .15))).isEmpty();
        assertThat(KnowledgeTest.flags(item(.95, .15))).isEmpty();
    }

    @Test
    void saysWhenAllHaveTheSameScore() {
        var products = CrossProducts.of(new double[][] {{1, 0}, {0, 1}});
        assertThat(reason(KnowledgeTest.of(products, List.of("a", "b"))))
                .isEqualTo("the sum of the items is the same in all 2 rows");
    }

    @Test
    void refusesAnswersOtherThanRightAndWrong() {
        var products = CrossProducts.of(new double[][] {{1, 0}, {0, 2}, {1, 2}});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KnowledgeTest.of(products, List.of("a", "b")))
                .withMessageStartingWith("variance of item 2 is 0.88");
    }

    private static Item item(double difficulty, double itemRest) {
        return new Item("x", difficulty, .4, OptionalDouble.of(itemRest), OptionalDouble.empty());
    }
}
