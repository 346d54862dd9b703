package kollega.measurement.change;

import static kollega.measurement.Expected.estimate;
import static kollega.measurement.Expected.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;

class ChartsTest {

    private static final long[] COUNTS = {
        12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11
    };
    private static final long[] TOTALS = {
        300, 320, 280, 310, 250, 290, 330, 270, 305, 300, 240, 260, 340, 310, 420, 280, 300, 230,
        320, 305
    };
    private static final double[] STANDARDIZED = {
        .2, -.5, 1.1, .3, -.2, .8, 1.5, 1.2, .9, 1.7, 1.1, 2.0
    };

    /** Reference: R package qcc. */
    @Test
    void reproducesReferenceLimits() {
        var chart = estimate(LaneyChart.of(COUNTS, TOTALS));
        assertThat(chart.mean()).isCloseTo(.0359060403, within(5e-11));
        assertThat(chart.sigmaZ()).isCloseTo(1.07186398, within(5e-9));
        var first = chart.points().getFirst();
        assertThat(first.plainLow()).isCloseTo(.00368021373, within(5e-12));
        assertThat(first.plainHigh()).isCloseTo(.0681318668, within(5e-11));
        assertThat(first.high() - chart.mean())
                .isCloseTo((first.plainHigh() - chart.mean()) * chart.sigmaZ(), within(1e-15));
        assertThat(chart.points()).noneMatch(LaneyChart.Point::signals);
    }

    @Test
    void isAPlainChartWhenSigmaZIsOne() {
        double step = 1.128 * Math.sqrt(.25 / 1e8);
        long up = Math.round(1e8 * (.5 + step / 2));
        long down = Math.round(1e8 * (.5 - step / 2));
        var chart =
                estimate(
                        LaneyChart.of(
                                new long[] {up, down, up, down},
                                new long[] {100_000_000, 100_000_000, 100_000_000, 100_000_000}));
        assertThat(chart.sigmaZ()).isCloseTo(1, within(1e-3));
        assertThat(chart.points())
                .allSatisfy(point -> {
                    assertThat(point.low()).isCloseTo(point.plainLow(), within(2e-7));
                    assertThat(point.high()).isCloseTo(point.plainHigh(), within(2e-7));
                });
    }

    @Test
    void widensLimitsWhenPeriodsVaryMoreThanChance() {
        var random = new SplittableRandom(4);
        var counts = new long[30];
        var totals = new long[30];
        for (int t = 0; t < 30; t++) {
            totals[t] = 50_000;
            counts[t] = Math.round(50_000 * (.2 + .02 * random.nextGaussian()));
        }
        var chart = estimate(LaneyChart.of(counts, totals));
        assertThat(chart.sigmaZ()).isGreaterThan(5);
        assertThat(chart.points().stream().filter(LaneyChart.Point::signals)).isEmpty();
        assertThat(
                        chart.points().stream()
                                .filter(p -> p.share() < p.plainLow() || p.share() > p.plainHigh()))
                .hasSizeGreaterThan(15);
    }

    @Test
    void saysWhenThereIsNothingToChart() {
        assertThat(reason(LaneyChart.of(new long[] {0, 0}, new long[] {5, 5})))
                .startsWith("0 of 10 in 2 periods");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LaneyChart.of(new long[] {6}, new long[] {5}))
                .withMessage("counts[0] is 6, allowed is from 0 to 5, its total");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LaneyChart.of(new long[] {0}, new long[] {0}))
                .withMessage("totals[0] is 0, allowed is at least 1");
    }

    /** Reference: R package spc. */
    @Test
    void reproducesReferenceSumsAndAverages() {
        var cusum = new Cusum(.5, 5).chart(STANDARDIZED);
        assertThat(cusum.stream().mapToDouble(Cusum.Point::up).toArray())
                .containsExactly(
                        new double[] {0, 0, .6, .4, 0, .3, 1.3, 2, 2.4, 3.6, 4.2, 5.7},
                        within(1e-12));
        assertThat(cusum.stream().filter(Cusum.Point::signals)).containsExactly(cusum.getLast());
        var ewma = Ewma.STANDARD.chart(STANDARDIZED);
        assertThat(ewma.getLast().value()).isCloseTo(1.14821522, within(5e-9));
        assertThat(ewma.getFirst().limit()).isCloseTo(2.962 * .2, within(1e-12));
        assertThat(ewma.getLast().signals()).isTrue();
    }

    @Test
    void chartsAreMirrorImagesDownwards() {
        double[] mirrored = STANDARDIZED.clone();
        for (int i = 0; i < mirrored.length; i++) {
            mirrored[i] = -mirrored[i];
        }
        for (int i = 0; i < mirrored.length; i++) {
            assertThat(Cusum.STANDARD.chart(mirrored).get(i).down())
                    .isEqualTo(Cusum.STANDARD.chart(STANDARDIZED).get(i).up());
            assertThat(Ewma.SLOW.chart(mirrored).get(i).value())
                    .isEqualTo(-Ewma.SLOW.chart(STANDARDIZED).get(i).value());
        }
    }

    /** Reference: R package spc for sums; simulation of 20,000 series and more for averages. */
    @Test
    void alarmsAboutAsRarelyAndAsSoonAsItSays() {
        assertThat(runLength(0, x -> firstOf(Ewma.STANDARD, x))).isCloseTo(494, within(45.0));
        assertThat(runLength(1, x -> firstOf(Ewma.STANDARD, x))).isCloseTo(9.5, within(.5));
        assertThat(runLength(1, x -> firstOf(Ewma.SLOW, x))).isCloseTo(8.1, within(.5));
        assertThat(runLength(0, x -> firstOf(Cusum.STANDARD, x))).isCloseTo(465.4, within(40.0));
        assertThat(runLength(1, x -> firstOf(Cusum.STANDARD, x))).isCloseTo(10.4, within(.6));
        assertThat(runLength(0, x -> firstOf(Cusum.QUICK, x))).isCloseTo(167.7, within(15.0));
        assertThat(runLength(1, x -> firstOf(Cusum.QUICK, x))).isCloseTo(8.4, within(.5));
    }

    /** Reference: R package spc, whose limits are those that the narrower first ones settle at. */
    @Test
    void settlesAtTheLimitsOfTheReference() {
        assertThat(runLength(1, x -> firstBeyondLastLimit(Ewma.STANDARD, x)))
                .isCloseTo(10.5, within(.5));
        assertThat(runLength(1, x -> firstBeyondLastLimit(Ewma.SLOW, x)))
                .isCloseTo(10.3, within(.5));
    }

    private static int firstBeyondLastLimit(Ewma ewma, double[] x) {
        var points = ewma.chart(x);
        for (int i = 0; i < points.size(); i++) {
            if (Math.abs(points.get(i).value()) > points.getLast().limit()) {
                return i + 1;
            }
        }
        return x.length;
    }

    private static double runLength(double shift, ToIntFunction<double[]> first) {
        var random = new SplittableRandom(21);
        int runs = 1500;
        double sum = 0;
        for (int run = 0; run < runs; run++) {
            double[] x = new double[shift == 0 ? 3000 : 200];
            for (int i = 0; i < x.length; i++) {
                x[i] = shift + random.nextGaussian();
            }
            sum += first.applyAsInt(x);
        }
        return sum / runs;
    }

    private static int firstOf(Ewma ewma, double[] x) {
        var points = ewma.chart(x);
        for (int i = 0; i < points.size(); i++) {
            if (points.get(i).signals()) {
                return i + 1;
            }
        }
        return x.length;
    }

    private static int firstOf(Cusum cusum, double[] x) {
        var points = cusum.chart(x);
        for (int i = 0; i < points.size(); i++) {
            if (points.get(i).signals()) {
                return i + 1;
            }
        }
        return x.length;
    }

    @Test
    void littlesLawTellsRecordsThatDisagree() {
        assertThat(new LittlesLaw(4, 2.5, 10).ratio()).isEqualTo(1);
        assertThat(new LittlesLaw(4, 2.5, 25).ratio()).isEqualTo(2.5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LittlesLaw(0, 1, 1))
                .withMessage("arrivalRate is 0.0, allowed is a number from 1e-100 to 1e100");
    }
}
