package kollega.measurement.driver;

import static kollega.measurement.Expected.estimate;
import static kollega.measurement.Expected.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DriverModelTest {

    private static final List<String> NAMES = List.of("cohesion", "leadership", "hours");

    /** Reference: R package relaimpo on bh1996. */
    @Test
    void reproducesReferenceWeights() {
        var whole = Bh1996.groups().stream().reduce(CrossProducts::merge).orElseThrow();
        var model = estimate(DriverModel.of(whole, NAMES));
        assertThat(model.n()).isEqualTo(7382);
        assertThat(lmg(model))
                .containsExactly(new double[] {.02965215, .149140363, .0175950017}, within(5e-9));
        assertThat(model.r2()).isCloseTo(.02965215 + .149140363 + .0175950017, within(1e-8));
        assertThat(model.drivers()).extracting(Driver::name).isEqualTo(NAMES);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 5", "4, 9", "5, 12", "6, 15"})
    void bothKindsOfWeightsSumToExplainedVariance(long seed, int p) {
        var model = estimate(DriverModel.of(random(seed, 200, p), names(p)));
        assertThat(Arrays.stream(lmg(model)).sum()).isCloseTo(model.r2(), within(1e-10));
        assertThat(Arrays.stream(johnson(model)).sum()).isCloseTo(model.r2(), within(1e-10));
        assertThat(model.drivers())
                .allSatisfy(driver -> assertThat(driver.johnson()).isNotNegative())
                .allSatisfy(driver -> assertThat(driver.lmg().orElseThrow()).isNotNegative());
    }

    @Test
    void singleDriverHasItsSquaredCorrelation() {
        var model = estimate(DriverModel.of(random(3, 120, 1), names(1)));
        double r = model.drivers().getFirst().correlation();
        assertThat(model.r2()).isCloseTo(r * r, within(1e-14));
        assertThat(lmg(model)[0]).isCloseTo(r * r, within(1e-14));
        assertThat(johnson(model)[0]).isCloseTo(r * r, within(1e-14));
    }

    @Test
    void bothKindsAgreeForTwoDrivers() {
        var model = estimate(DriverModel.of(random(4, 300, 2), names(2)));
        assertThat(johnson(model)).containsExactly(lmg(model), within(1e-12));
    }

    @Test
    void sweepsGiveTheSameAsSolvingForEverySubset() {
        var correlations = estimate(Correlations.of(random(5, 150, 6), names(6)));
        double[] r2 = ExplainedVariance.ofAllSubsets(correlations);
        for (int subset = 1; subset < r2.length; subset++) {
            int mask = subset;
            int[] in = IntStream.range(0, 6).filter(j -> (mask >> j & 1) == 1).toArray();
            var r =
                    MatrixUtils.createRealVector(
                            Arrays.stream(in)
                                    .mapToDouble(j -> correlations.outcome()[j])
                                    .toArray());
            var among = MatrixUtils.createRealMatrix(correlations.drivers()).getSubMatrix(in, in);
            double solved = new CholeskyDecomposition(among).getSolver().solve(r).dotProduct(r);
            assertThat(r2[subset]).isCloseTo(solved, within(1e-12));
        }
    }

    @Test
    void orderOfDriversChangesNothing() {
        var products = random(6, 150, 3);
        var straight = estimate(DriverModel.of(products, List.of("a", "b", "c")));
        var turned = estimate(DriverModel.of(products.select(0, 3, 1, 2), List.of("c", "a", "b")));
        assertThat(lmg(turned))
                .containsExactly(
                        new double[] {lmg(straight)[2], lmg(straight)[0], lmg(straight)[1]},
                        within(1e-13));
    }

    @Test
    void givesJohnsonWeightsAloneBeyondFifteenDrivers() {
        var model = estimate(DriverModel.of(random(7, 200, 16), names(16)));
        assertThat(model.drivers()).allSatisfy(driver -> assertThat(driver.lmg()).isEmpty());
        assertThat(Arrays.stream(johnson(model)).sum()).isCloseTo(model.r2(), within(1e-10));
    }

    @Test
    void needsHundredRowsAndTenForEachDriver() {
        assertThat(reason(DriverModel.of(random(8, 99, 2), names(2))))
                .isEqualTo("there are 99 rows, a model of 2 drivers needs at least 100");
        assertThat(reason(DriverModel.of(random(8, 149, 15), names(15))))
                .isEqualTo("there are 149 rows, a model of 15 drivers needs at least 150");
    }

    @Test
    void saysWhichVariableTellsNothing() {
        var rows = new double[120][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new double[] {i % 7, i % 5, 3, i % 5 + 1, i % 3};
        }
        var products = CrossProducts.of(rows);
        assertThat(reason(DriverModel.of(products.select(0, 1, 2), List.of("speed", "care"))))
                .isEqualTo("driver care is the same in all 120 rows, so nothing can go with it");
        assertThat(reason(DriverModel.of(products.select(2, 1), List.of("speed"))))
                .startsWith("the outcome is the same");
        assertThat(
                        reason(
                                DriverModel.of(
                                        products.select(0, 1, 4, 3),
                                        List.of("speed", "care", "pace"))))
                .isEqualTo(
                        "driver pace follows exactly from the drivers before it (speed, care): leave it out");
    }

    @Test
    void explainsAllOfAnOutcomeThatTheDriversMakeUp() {
        var random = new SplittableRandom(2);
        var rows = new double[100][];
        for (int i = 0; i < rows.length; i++) {
            int a = random.nextInt(5);
            int b = random.nextInt(5);
            rows[i] = new double[] {a + b, a, b};
        }
        var model = estimate(DriverModel.of(CrossProducts.of(rows), List.of("a", "b")));
        assertThat(model.r2()).isCloseTo(1, within(1e-12));
        var draws = new WishartBootstrap(100, 1);
        assertThat(estimate(draws.intervals(CrossProducts.of(rows), List.of("a", "b"), .9)))
                .allSatisfy(each -> assertThat(each.interval().contains(each.weight())).isTrue());
    }

    @Test
    void refusesNamesThatDoNotFit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DriverModel.of(random(1, 200, 3), names(2)))
                .withMessage("products.size() is 4, allowed is 3: the outcome and 2 named drivers");
    }

    static double[] lmg(DriverModel model) {
        return model.drivers().stream().mapToDouble(d -> d.lmg().orElseThrow()).toArray();
    }

    private static double[] johnson(DriverModel model) {
        return model.drivers().stream().mapToDouble(Driver::johnson).toArray();
    }

    static List<String> names(int p) {
        return IntStream.range(0, p).mapToObj(i -> "d" + i).toList();
    }

    /** Drivers that share a common part; the outcome follows the first ones more. */
    static CrossProducts random(long seed, int n, int p) {
        var random = new SplittableRandom(seed);
        var accumulator = new CrossProducts.Accumulator(p + 1);
        for (int i = 0; i < n; i++) {
            double common = random.nextGaussian();
            double[] row = new double[p + 1];
            row[0] = random.nextGaussian();
            for (int j = 1; j <= p; j++) {
                row[j] = common + random.nextGaussian();
                row[0] += row[j] / j;
            }
            accumulator.add(row);
        }
        return accumulator.result();
    }
}
