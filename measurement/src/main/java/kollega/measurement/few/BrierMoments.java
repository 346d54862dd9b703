package kollega.measurement.few;

import java.util.List;
import kollega.measurement.Outcome;
import kollega.measurement.score.NetScore;

/**
 * How much more units vary than chance lets them, by moments. Source: Brier, S. S. (1980),
 * "Analysis of contingency tables under cluster sampling", Biometrika 67, 591-596.
 *
 * @param c chi-square of the table of units by answers, divided by its degrees of freedom; 1 where
 *     units do not differ
 * @param n0 the typical number of answers of a unit
 */
public record BrierMoments(double c, double n0) {

    /** The moments of units' net scores. */
    public static Outcome<BrierMoments> of(List<NetScore> units) {
        if (units.size() < 2 || units.stream().allMatch(unit -> unit.n() == 1)) {
            return Outcome.notEnoughData(
                    "How much units vary needs at least 2, one of them with 2 answers or more;"
                            + " there are "
                            + units.size()
                            + ".");
        }
        NetScore all = units.stream().reduce(NetScore::plus).orElseThrow();
        double n = all.n();
        double[] total = counts(all);
        double chiSquare = 0;
        double sumOfSquares = 0;
        int kinds = 0;
        for (int k = 0; k < 3; k++) {
            kinds += total[k] > 0 ? 1 : 0;
        }
        if (kinds == 1) {
            return Outcome.notEnoughData(
                    "All %.0f answers are of the same kind, so units can't be told apart."
                            .formatted(n));
        }
        for (NetScore unit : units) {
            sumOfSquares += (double) unit.n() * unit.n();
            double[] count = counts(unit);
            for (int k = 0; k < 3; k++) {
                double expected = unit.n() * total[k] / n;
                if (expected > 0) {
                    chiSquare += (count[k] - expected) * (count[k] - expected) / expected;
                }
            }
        }
        int m = units.size();
        return Outcome.estimated(
                new BrierMoments(
                        chiSquare / ((m - 1) * (kinds - 1)), (n - sumOfSquares / n) / (m - 1)));
    }

    /**
     * The sum A of the prior's parameters, (1 - theta)/theta with theta = (c - 1)/(n0 - 1);
     * infinite if c is at most 1, 0 if c is so large that theta would exceed 1.
     */
    public double concentration() {
        return c <= 1 ? Double.POSITIVE_INFINITY : Math.max(0, (n0 - 1) / (c - 1) - 1);
    }

    private static double[] counts(NetScore score) {
        return new double[] {score.promoters(), score.passives(), score.detractors()};
    }
}
