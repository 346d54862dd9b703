package kollega.measurement.few;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import kollega.measurement.Outcome.NotEnoughData;
import kollega.measurement.few.RoundRobin.Cell;
import org.junit.jupiter.api.Test;

class RoundRobinTest {

    private static final double[][] FIVE = {
        {0, 7, 8, 6, 9}, {5, 0, 7, 6, 8}, {6, 6, 0, 3, 9}, {4, 5, 5, 0, 7}, {7, 8, 9, 6, 0}
    };

    /** References: R package TripleR 1.5.4. */
    @Test
    void agreesWithReference() {
        RoundRobin found = ShrinkageTest.value(RoundRobin.of(5, cells(FIVE)));
        assertThat(found.mean()).isCloseTo(6.55, within(1e-12));
        assertThat(doubles(found.actors()))
                .containsExactly(new double[] {.7333, -.0667, -.4, -1.7333, 1.4667}, within(5e-5));
        assertThat(doubles(found.partners()))
                .containsExactly(new double[] {-.8667, -.0667, .6, -1.7333, 2.0667}, within(5e-5));
        assertThat(found.actorVariance()).isCloseTo(1.2833333, within(1e-7));
        assertThat(found.partnerVariance()).isCloseTo(1.9166667, within(1e-7));
        assertThat(found.relationVariance()).isCloseTo(.6, within(1e-7));
        assertThat(found.actorPartnerCovariance()).isCloseTo(1.1666667, within(1e-7));
        assertThat(found.relationCovariance()).isCloseTo(.3166667, within(1e-7));
        assertThat(found.reciprocity().orElseThrow()).isCloseTo(.5277778, within(1e-7));
        assertThat(found.missing()).isZero();
    }

    /** With all cells the least squares effects are the formulas of Warner, Kenny and Stoto. */
    @Test
    void completeCellsGiveTheClassicalFormulas() {
        Random random = new Random(2);
        for (int n = 4; n < 12; n++) {
            double[][] x = new double[n][n];
            for (double[] row : x) {
                for (int j = 0; j < n; j++) {
                    row[j] = 10 * random.nextDouble();
                }
            }
            RoundRobin found = ShrinkageTest.value(RoundRobin.of(n, cells(x)));
            double mean = found.mean();
            for (int i = 0; i < n; i++) {
                double given = 0;
                double received = 0;
                for (int j = 0; j < n; j++) {
                    given += i == j ? 0 : x[i][j] / (n - 1);
                    received += i == j ? 0 : x[j][i] / (n - 1);
                }
                double big = (n - 1.0) * (n - 1) / (n * (n - 2.0));
                double small = (n - 1) / (n * (n - 2.0));
                double rest = (n - 1) / (n - 2.0) * mean;
                assertThat(found.actors().get(i))
                        .isCloseTo(big * given + small * received - rest, within(1e-10));
                assertThat(found.partners().get(i))
                        .isCloseTo(big * received + small * given - rest, within(1e-10));
            }
        }
    }

    @Test
    void swappingTwoUnitsSwapsTheirEffects() {
        double[][] swapped = new double[5][5];
        int[] order = {0, 3, 2, 1, 4};
        for (int i = 0; i < 5; i++) {
            for (int j = 0; j < 5; j++) {
                swapped[i][j] = FIVE[order[i]][order[j]];
            }
        }
        RoundRobin before = ShrinkageTest.value(RoundRobin.of(5, cells(FIVE)));
        RoundRobin after = ShrinkageTest.value(RoundRobin.of(5, cells(swapped)));
        for (int i = 0; i < 5; i++) {
            assertThat(after.actors().get(i))
                    .isCloseTo(before.actors().get(order[i]), within(1e-12));
            assertThat(after.partners().get(i))
                    .isCloseTo(before.partners().get(order[i]), within(1e-12));
        }
        assertThat(after.relationVariance()).isCloseTo(before.relationVariance(), within(1e-12));
        assertThat(after.actorPartnerCovariance())
                .isCloseTo(before.actorPartnerCovariance(), within(1e-12));
    }

    /** 4,000 companies of 7 units, a quarter of the cells missing: no estimate is biased. */
    @Test
    void missingCellsDoNotBiasVariances() {
        Random random = new Random(31);
        int n = 7;
        int runs = 4000;
        double[] sum = new double[5];
        int used = 0;
        for (int run = 0; run < runs; run++) {
            double[] a = new double[n];
            double[] b = new double[n];
            for (int i = 0; i < n; i++) {
                a[i] = random.nextGaussian();
                b[i] = 0.5 * a[i] + random.nextGaussian();
            }
            double[][] x = new double[n][n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < i; j++) {
                    double shared = random.nextGaussian();
                    x[i][j] = 6 + a[i] + b[j] + shared + random.nextGaussian();
                    x[j][i] = 6 + a[j] + b[i] + shared + random.nextGaussian();
                }
            }
            List<Cell> cells = cells(x);
            cells.removeIf(cell -> random.nextDouble() < 0.25);
            if (RoundRobin.of(n, cells)
                    instanceof kollega.measurement.Outcome.Estimated<RoundRobin>(RoundRobin r)) {
                used++;
                sum[0] += r.actorVariance();
                sum[1] += r.partnerVariance();
                sum[2] += r.actorPartnerCovariance();
                sum[3] += r.relationVariance();
                sum[4] += r.relationCovariance();
            }
        }
        assertThat(used).isGreaterThan(3900);
        double[] truth = {1, 1.25, 0.5, 2, 1};
        double[] within = {0.05, 0.06, 0.04, 0.05, 0.05};
        for (int i = 0; i < 5; i++) {
            assertThat(sum[i] / used).as("estimate %d", i).isCloseTo(truth[i], within(within[i]));
        }
    }

    @Test
    void relationsExistWhereCellsDo() {
        List<Cell> cells = cells(FIVE);
        cells.removeIf(cell -> cell.from() == 0 && cell.to() == 3);
        RoundRobin found = ShrinkageTest.value(RoundRobin.of(5, cells));
        assertThat(found.missing()).isEqualTo(1);
        assertThat(found.relations()).hasSize(19);
        for (int k = 0; k < 19; k++) {
            Cell cell = cells.get(k);
            Cell relation = found.relations().get(k);
            assertThat(relation.from()).isEqualTo(cell.from());
            assertThat(
                            found.mean()
                                    + found.actors().get(cell.from())
                                    + found.partners().get(cell.to())
                                    + relation.value())
                    .isCloseTo(cell.value(), within(1e-12));
        }
        assertThat(doubles(found.actors()))
                .satisfies(a -> assertThat(sum(a)).isCloseTo(0, within(1e-12)));
    }

    @Test
    void saysWhenThereIsTooLittle() {
        assertThat(RoundRobin.of(3, List.of()))
                .isEqualTo(
                        new NotEnoughData<>(
                                "Units that rate each other must be at least 4, there are 3."));
        List<Cell> oneWay = cells(FIVE);
        oneWay.removeIf(cell -> cell.from() < cell.to());
        assertThat(RoundRobin.of(5, oneWay)).isInstanceOf(NotEnoughData.class);
        List<Cell> islands = new ArrayList<>();
        for (int island = 0; island < 12; island += 4) {
            for (int i = 0; i < 4; i++) {
                for (int j = 0; j < 4; j++) {
                    if (i != j) {
                        islands.add(new Cell(island + i, island + j, i + 2 * j));
                    }
                }
            }
        }
        assertThat(RoundRobin.of(12, islands)).isInstanceOf(NotEnoughData.class);
    }

    @Test
    void refusesCellsThatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Cell(1, 1, 5))
                .withMessageContaining("to is 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RoundRobin.of(4, List.of(new Cell(0, 4, 5))))
                .withMessageContaining("cells[0].to is 4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RoundRobin.of(4, List.of(new Cell(0, 1, 5), new Cell(0, 1, 6))))
                .withMessageContaining("cells[1]");
    }

    private static List<Cell> cells(double[][] x) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x.length; j++) {
                if (i != j) {
                    cells.add(new Cell(i, j, x[i][j]));
                }
            }
        }
        return cells;
    }

    private static double[] doubles(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
