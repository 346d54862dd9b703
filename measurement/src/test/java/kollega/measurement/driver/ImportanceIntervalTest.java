package kollega.measurement.driver;

import static kollega.measurement.Expected.estimate;
import static kollega.measurement.Expected.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ImportanceIntervalTest {

    private static final List<String> NAMES = List.of("cohesion", "leadership", "hours");

    /** Reference: bh1996, whose rows a bootstrap of groups gives .003678 .010289 .003451 for. */
    @Test
    void jackknifeReproducesReferenceErrors() {
        var intervals = estimate(GroupJackknife.intervals(Bh1996.groups(), NAMES, .95));
        assertThat(errors(intervals))
                .containsExactly(new double[] {.003735, .010229, .003424}, within(5e-7));
        assertThat(intervals)
                .allSatisfy(each -> assertThat(each.interval().contains(each.weight())).isTrue());
    }

    /** Rows taken for independent give the errors of a bootstrap of rows, which are too small. */
    @Test
    void wishartGivesErrorsLikeBootstrapOfRows() {
        var whole = Bh1996.groups().stream().reduce(CrossProducts::merge).orElseThrow();
        var intervals = estimate(new WishartBootstrap(1000, 7).intervals(whole, NAMES, .95));
        double[] rows = {.003319, .007692, .003100};
        for (int j = 0; j < 3; j++) {
            assertThat(intervals.get(j).standardError()).isCloseTo(rows[j], within(rows[j] / 6));
        }
        assertThat(new WishartBootstrap(1000, 7).intervals(whole, NAMES, .95))
                .isEqualTo(new WishartBootstrap(1000, 7).intervals(whole, NAMES, .95));
    }

    @Test
    void jackknifeNeedsFifteenGroups() {
        var groups = new ArrayList<>(Bh1996.groups().subList(0, 14));
        groups.add(CrossProducts.empty(4));
        assertThat(reason(GroupJackknife.intervals(groups, NAMES, .95)))
                .isEqualTo(
                        "there are 14 groups with rows, leaving out one at a time needs at least 15");
    }

    @Test
    void jackknifeSaysWhenOneGroupAloneMakesADriverVary() {
        var groups = new ArrayList<CrossProducts>();
        for (int g = 0; g < 15; g++) {
            var random = new SplittableRandom(g);
            var accumulator = new CrossProducts.Accumulator(3);
            for (int i = 0; i < 10; i++) {
                accumulator.add(
                        new double[] {
                            random.nextInt(5), random.nextInt(5), g == 0 ? random.nextInt(5) : 3
                        });
            }
            groups.add(accumulator.result());
        }
        assertThat(reason(GroupJackknife.intervals(groups, List.of("speed", "care"), .95)))
                .startsWith("without one of the groups, driver care is the same in all 140 rows");
    }

    @Test
    void dropsDriversThatMatterNoMoreThanRandomNumbers() {
        int kept = 0;
        int keptByChance = 0;
        for (int run = 0; run < 40; run++) {
            var random = new SplittableRandom(run);
            var accumulator = new CrossProducts.Accumulator(4);
            for (int i = 0; i < 200; i++) {
                double cause = random.nextGaussian();
                accumulator.add(
                        new double[] {
                            .5 * cause + random.nextGaussian(),
                            cause,
                            random.nextGaussian(),
                            random.nextGaussian()
                        });
            }
            var above =
                    estimate(
                            new WishartBootstrap(200, run)
                                    .aboveChance(
                                            accumulator.result(), List.of("real", "x", "y"), .95));
            kept += above.contains("real") ? 1 : 0;
            keptByChance += (above.contains("x") ? 1 : 0) + (above.contains("y") ? 1 : 0);
        }
        assertThat(kept).isEqualTo(40);
        assertThat(keptByChance).isLessThanOrEqualTo(8);
    }

    @Test
    void refusesTooFewReplications() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WishartBootstrap(10, 1))
                .withMessage("replications is 10, allowed is at least 100");
    }

    private static double[] errors(List<ImportanceInterval> intervals) {
        return intervals.stream().mapToDouble(ImportanceInterval::standardError).toArray();
    }
}
