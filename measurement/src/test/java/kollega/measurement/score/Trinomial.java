package kollega.measurement.score;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.hipparchus.special.Gamma;

/** All outcomes of n answers, for exact expectations over three shares instead of simulation. */
record Trinomial(int n, List<NetScore> outcomes) {

    /** Shares of promoters and detractors. */
    record Shares(double p, double d) {}

    static Trinomial of(int n) {
        List<NetScore> outcomes = new ArrayList<>();
        for (int p = 0; p <= n; p++) {
            for (int d = 0; d <= n - p; d++) {
                outcomes.add(NetScore.of(p, n - p - d, d));
            }
        }
        return new Trinomial(n, outcomes);
    }

    /** The 171 points (p, d) inside the triangle with a step of 0.05. */
    static List<Shares> grid() {
        List<Shares> grid = new ArrayList<>();
        for (int p = 1; p < 20; p++) {
            for (int d = 1; p + d < 20; d++) {
                grid.add(new Shares(p / 20.0, d / 20.0));
            }
        }
        return grid;
    }

    double[] values(ToDoubleFunction<NetScore> of) {
        return outcomes.stream().mapToDouble(of).toArray();
    }

    double[] probabilities(Shares at) {
        return values(o ->
                Math.exp(
                        Gamma.logGamma(n + 1)
                                - Gamma.logGamma(o.promoters() + 1)
                                - Gamma.logGamma(o.passives() + 1)
                                - Gamma.logGamma(o.detractors() + 1)
                                + o.promoters() * Math.log(at.p())
                                + o.passives() * Math.log(1 - at.p() - at.d())
                                + o.detractors() * Math.log(at.d())));
    }
}
