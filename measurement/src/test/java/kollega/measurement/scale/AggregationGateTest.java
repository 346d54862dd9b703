package kollega.measurement.scale;

import static kollega.measurement.Expected.estimate;
import static kollega.measurement.Expected.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import kollega.measurement.driver.Bh1996;
import kollega.measurement.driver.CrossProducts;
import kollega.measurement.scale.AggregationGate.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AggregationGateTest {

    /** Reference: R package multilevel on bh1996. */
    @ParameterizedTest
    @CsvSource({
        "0, .04336905, .77171288",
        "1, .044265298, .77545968",
        "2, .12702755, .91561297",
        "3, .13310668, .9196732"
    })
    void reproducesReferenceCorrelations(int variable, double icc1, double icc2) {
        var means = estimate(GroupMeans.of(Bh1996.groups(), variable));
        assertThat(means.groups()).isEqualTo(99);
        assertThat(means.n()).isEqualTo(7382);
        assertThat(means.icc1()).isCloseTo(icc1, within(1e-8));
        assertThat(means.icc2()).isCloseTo(icc2, within(1e-8));
        assertThat(means.pValue()).isLessThan(1e-10);
    }

    @Test
    void reproducesReferenceMeanSquares() {
        var cohesion = estimate(GroupMeans.of(Bh1996.groups(), 1));
        assertThat(cohesion.between()).isCloseTo(3.2134635, within(5e-8));
        assertThat(cohesion.within()).isCloseTo(.72155212, within(5e-9));
    }

    @Test
    void bothGroupSizesAreTheSameForEqualGroups() {
        var means = estimate(GroupMeans.of(groups(3, 5, 1, .5), 0));
        assertThat(means.icc1Unequal()).isCloseTo(means.icc1(), within(1e-13));
    }

    @Test
    void rwgComparesVarianceWithAnswersAtRandom() {
        var group = CrossProducts.of(new double[][] {{4, 4}, {4, 5}, {5, 4}});
        assertThat(estimate(WithinGroup.rwg(group.select(0), 5)))
                .isCloseTo(1 - 1 / 6.0, within(1e-12));
        assertThat(estimate(WithinGroup.rwg(group, 5)))
                .isCloseTo(2 * (5 / 6.0) / (2 * (5 / 6.0) + 1 / 6.0), within(1e-12));
        var quarrel = CrossProducts.of(new double[][] {{1}, {5}, {1}, {5}});
        assertThat(estimate(WithinGroup.rwg(quarrel, 5))).isZero();
        assertThat(reason(WithinGroup.rwg(CrossProducts.of(new double[] {3}), 5)))
                .isEqualTo("the group has 1 members, agreement needs at least 2");
    }

    @Test
    void averageDeviationIsInUnitsOfTheScale() {
        double[][] answers = {{1, 3}, {3, 3}, {5, 3}};
        assertThat(estimate(WithinGroup.averageDeviation(answers)))
                .isCloseTo(4 / 3.0 / 2, within(1e-12));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WithinGroup.averageDeviation(new double[][] {{1, 3}, {3}}))
                .withMessage("answers[1].length is 1, allowed is exactly 2");
    }

    @Test
    void passesGroupsThatAgreeAndDiffer() {
        var gate = estimate(AggregationGate.of(groups(5, 20, 1, .4), 5));
        assertThat(gate.verdict()).isEqualTo(Verdict.PASS);
        assertThat(gate.comparable()).isTrue();
    }

    @Test
    void warnsOfGroupsThatDifferButDoNotAgree() {
        var gate = estimate(AggregationGate.of(groups(6, 20, 1.5, 1.6), 5));
        assertThat(gate.medianRwg()).isLessThan(.7);
        assertThat(gate.verdict()).isEqualTo(Verdict.WEAK);
    }

    @Test
    void failsGroupsThatDoNotDiffer() {
        var gate = estimate(AggregationGate.of(groups(7, 20, 0, .4), 5));
        assertThat(gate.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(gate.comparable()).isFalse();
    }

    @Test
    void saysWhenGroupsAreTooFewOrTheSame() {
        var single = CrossProducts.of(new double[][] {{1}});
        assertThat(reason(GroupMeans.of(List.of(single, single, CrossProducts.empty(1)), 0)))
                .startsWith("there are 2 groups with 2 rows together");
        var same = CrossProducts.of(new double[][] {{1}, {2}});
        assertThat(reason(GroupMeans.of(List.of(same, same), 0)))
                .isEqualTo("the means of all 2 groups are the same");
    }

    private static List<CrossProducts> groups(long seed, int size, double between, double within) {
        var random = new SplittableRandom(seed);
        var groups = new ArrayList<CrossProducts>();
        for (int g = 0; g < 20; g++) {
            double mean = 3 + between * random.nextGaussian();
            var accumulator = new CrossProducts.Accumulator(2);
            for (int i = 0; i < size; i++) {
                double member = mean + within * random.nextGaussian();
                accumulator.add(
                        new double[] {
                            member + .3 * random.nextGaussian(), member + .3 * random.nextGaussian()
                        });
            }
            groups.add(accumulator.result());
        }
        return groups;
    }
}
