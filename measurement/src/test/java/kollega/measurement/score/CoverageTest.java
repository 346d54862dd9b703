package kollega.measurement.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.BiFunction;
import kollega.measurement.Interval;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exact coverage of the 95 % intervals: every outcome of n answers at 171 pairs of shares. */
class CoverageTest {

    /** References enumerated in R and Python; widths in points. */
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    5,  WALD,         0.805, 0.404, 0.96,  96
                    5,  ROCKS,        0.954, 0.897, 0.13,  97
                    5,  BONETT_PRICE, 0.975, 0.922, 0.01, 113
                    5,  TANGO,        0.970, 0.922, 0.01, 107
                    5,  DIRICHLET,    0.955, 0.907, 0.07, 100
                    10, WALD,         0.880, 0.649, 0.99,  80
                    10, ROCKS,        0.955, 0.930, 0.00,  77
                    10, TANGO,        0.963, 0.940, 0.00,  81
                    10, DIRICHLET,    0.951, 0.933, 0.00,  77
                    20, ROCKS,        0.951, 0.939, 0.00,  58
                    20, TANGO,        0.955, 0.944, 0.00,  60
                    """)
    void isAsEnumerated(
            int n, Method method, double mean, double least, double shareBelow93, double width) {
        Trinomial answers = Trinomial.of(n);
        double[] low = answers.values(o -> method.interval.apply(o, 0.95).low());
        double[] high = answers.values(o -> method.interval.apply(o, 0.95).high());
        double sum = 0;
        double worst = 1;
        double below = 0;
        double widths = 0;
        for (Trinomial.Shares at : Trinomial.grid()) {
            double truth = at.p() - at.d();
            double[] probability = answers.probabilities(at);
            double coverage = 0;
            for (int i = 0; i < probability.length; i++) {
                widths += probability[i] * (high[i] - low[i]);
                if (low[i] <= truth + 1e-12 && truth - 1e-12 <= high[i]) {
                    coverage += probability[i];
                }
            }
            sum += coverage;
            worst = Math.min(worst, coverage);
            below += coverage < 0.93 ? 1 : 0;
        }
        int points = Trinomial.grid().size();
        assertThat(points).isEqualTo(171);
        assertThat(sum / points).isCloseTo(mean, within(6e-4));
        assertThat(worst).isCloseTo(least, within(6e-4));
        assertThat(below / points).isCloseTo(shareBelow93, within(6e-3));
        assertThat(100 * widths / points).isCloseTo(width, within(0.6));
    }

    enum Method {
        WALD(new AdjustedWald(0, 0)::interval),
        ROCKS(AdjustedWald.ROCKS::interval),
        BONETT_PRICE(AdjustedWald.BONETT_PRICE::interval),
        TANGO(TangoInterval::of),
        DIRICHLET((score, confidence) -> DirichletPosterior.of(score).interval(confidence));

        private final BiFunction<NetScore, Double, Interval> interval;

        Method(BiFunction<NetScore, Double, Interval> interval) {
            this.interval = interval;
        }
    }
}
