package kollega.measurement.score;

import java.util.List;
import kollega.measurement.Argument;
import kollega.measurement.Outcome;
import org.hipparchus.special.Gamma;

/**
 * A linear trend of a net score over equally spaced waves: linear-by-linear association.
 *
 * <p>r is Pearson's correlation of wave number and answer (1, 0, -1) over all answers, and M2 = (n
 * - 1) r^2 follows a chi-square distribution with one degree of freedom if nothing changes. Source:
 * Mantel, N. (1963), "Chi-square tests with one degree of freedom; extensions of the
 * Mantel-Haenszel procedure", Journal of the American Statistical Association 58, 690-700.
 *
 * @param r the correlation, from -1 to 1; its sign is the trend's direction
 * @param m2 the statistic, at least 0
 * @param p its p-value
 */
public record Trend(double r, double m2, double p) {

    /** The trend over waves in time order; refused if their cut points differ. */
    public static Outcome<Trend> of(List<NetScore> waves) {
        if (waves.size() < 2) {
            return Outcome.notEnoughData(
                    "A trend needs at least 2 waves, there is " + waves.size() + ".");
        }
        NetScore all = waves.getFirst();
        for (NetScore wave : waves.subList(1, waves.size())) {
            all = all.plus(wave);
        }
        if (all.variance() == 0) {
            return Outcome.notEnoughData(
                    "All " + all.n() + " answers are of the same kind, so no trend can be seen.");
        }
        double meanWave = 0;
        for (int t = 0; t < waves.size(); t++) {
            meanWave += (double) t * waves.get(t).n() / all.n();
        }
        double covariance = 0;
        double varianceOfWave = 0;
        for (int t = 0; t < waves.size(); t++) {
            double weight = (double) waves.get(t).n() / all.n();
            covariance += weight * (t - meanWave) * waves.get(t).score();
            varianceOfWave += weight * (t - meanWave) * (t - meanWave);
        }
        double r = covariance / Math.sqrt(varianceOfWave * all.variance());
        double m2 = (all.n() - 1) * r * r;
        return Outcome.estimated(new Trend(r, m2, chiSquare1(m2)));
    }

    /** The probability that a chi-square variable with one degree of freedom exceeds x. */
    private static double chiSquare1(double x) {
        return Gamma.regularizedGammaQ(0.5, Argument.notNegative("m2", x) / 2);
    }
}
