package kollega.measurement.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import kollega.measurement.Interval;
import org.hipparchus.random.RandomDataGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class DirichletPosteriorTest {

    /** References: adaptive trapezoid of 400,001 nodes over SciPy's incomplete beta function. */
    @ParameterizedTest
    @CsvSource({
        "3, 0.00018, 2, 0.2, 0.475207831039",
        "3, 0.00018, 2, -0.9, 0.000481070821502",
        "94000, 0.02, 12700, 0.7617, 0.449044237104",
        "5, 2, 0.001, 0.6, 0.233739127645",
        "1000000, 3, 1000000, 0.0005, 0.760250254002",
        "2.5, 2.5, 1.5, 0.1355, 0.464257051479",
        "1.96, 1.42, 17.6, 0.0707, 0.999987863262",
        "5.5, 0.5, 0.5, 0.9, 0.670964109969",
        "0.5, 5.5, 0.5, 0.3, 0.970785014527",
        "0.2, 0.3, 0.1, 0.5, 0.706411222684",
        "1000.5, 2000.5, 1500.5, -0.1, 0.843305140485",
        "100000.0, 1, 100000.0, 0.001, 0.672640222815",
        "100000.0, 1000000.0, 100.0, 0.0909, 0.629010461842",
        "0.5, 0.5, 0.5, 1e-09, 0.500000003784",
        "0.5, 0.5, 0.5, -0.999, 0.000353619708111",
        "700, 0.5, 3, 0.99, 0.370352713403",
        "3, 800, 2, 0.01, 0.995981704837",
        "20000, 30000, 1, 0.4, 0.505340472374",
        "770.5, 74.5, 156.5, 0.6, 0.284507855376",
        "40.24725553214464, 110.81839610988094, 174.66914427531836, -0.32355178870762874, 0.987656412503",
        "1.6304950350528156, 20.50761611259326, 26.520541990192974, -0.4235010793178642, 0.863828878333",
        "38.42150086105675, 0.5872015055785823, 0.20256620421496974, 0.9956566753677817, 0.78653817286",
        "604.7991944246182, 71.67623457200507, 752.121416976515, -0.12652037348582063, 0.180835176062",
        "0.20536079725188697, 64.32158287526717, 3.54991854499839, -0.07730104662633734, 0.148198675118",
        "266.72227741607884, 0.23272866640501724, 163.91991671207828, 0.25529077914021836, 0.636836027965",
        "549.1926072484902, 610.3264180947857, 3.7515670111174533, 0.45230299807479196, 0.131518863459",
        "3.6369721993633886, 36.31298004064804, 497.6483706369443, -0.9217237750008926, 0.433452076485",
        "70.78577204679983, 972.4991127772673, 0.7900580788425555, 0.09996648725136825, 0.999913543712"
    })
    void probabilityBelowAgreesWithReference(
            double p, double n, double d, double value, double probability) {
        var posterior = new DirichletPosterior(p, n, d);
        assertThat(posterior.probabilityBelow(value)).isCloseTo(probability, within(2e-8));
        assertThat(new DirichletPosterior(d, n, p).probabilityBelow(-value))
                .isCloseTo(1 - probability, within(2e-8));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "nps_golden.csv", numLinesToSkip = 2)
    void quantilesAgreeWithReferences(
            long p,
            long n,
            long d,
            double nps,
            double se,
            double adjLow,
            double adjHigh,
            double tangoLow,
            double tangoHigh,
            double low,
            double median,
            double high) {
        var posterior = DirichletPosterior.of(NetScore.of(p, n, d));
        Interval interval = posterior.interval(0.95);
        assertThat(interval.low()).isCloseTo(low, within(1e-7));
        assertThat(posterior.quantile(0.5)).isCloseTo(median, within(1e-7));
        assertThat(interval.high()).isCloseTo(high, within(1e-7));
        Interval adjusted = AdjustedWald.ROCKS.interval(NetScore.of(p, n, d), 0.95);
        assertThat(adjusted.low()).isCloseTo(adjLow, within(1e-9));
        assertThat(adjusted.high()).isCloseTo(adjHigh, within(1e-9));
    }

    @Test
    void drawsHaveItsMoments() {
        var posterior = new DirichletPosterior(3.5, 2.5, 1.5);
        var random = new RandomDataGenerator(17);
        int draws = 100_000;
        double sum = 0;
        double sumOfSquares = 0;
        int below = 0;
        for (int i = 0; i < draws; i++) {
            double draw = posterior.draw(random);
            sum += draw;
            sumOfSquares += draw * draw;
            below += draw < 0.1 ? 1 : 0;
        }
        double mean = sum / draws;
        assertThat(mean).isCloseTo(posterior.mean(), within(0.004));
        assertThat(sumOfSquares / draws - mean * mean)
                .isCloseTo(posterior.variance(), within(0.002));
        assertThat((double) below / draws)
                .isCloseTo(posterior.probabilityBelow(0.1), within(0.006));
    }

    @Test
    void probabilityRisesFromZeroToOne() {
        var posterior = new DirichletPosterior(0.7, 12.5, 3.5);
        double before = 0;
        for (int t = -100; t <= 100; t++) {
            double probability = posterior.probabilityBelow(t / 100.0);
            assertThat(probability).isBetween(before, 1.0);
            before = probability;
        }
        assertThat(posterior.probabilityBelow(-1)).isZero();
        assertThat(before).isEqualTo(1);
    }

    @Test
    void refusesParametersThatAreNotPositive() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DirichletPosterior(1, 0, 1))
                .withMessageContaining("alphaN is 0.0");
    }
}
