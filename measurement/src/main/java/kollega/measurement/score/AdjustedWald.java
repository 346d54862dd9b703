package kollega.measurement.score;

import kollega.measurement.Argument;
import kollega.measurement.Interval;

/**
 * The adjusted Wald interval for a net score: the Wald interval after some answers are added to
 * each group,
 *
 * <pre>
 * n' = n + 2a + b,  p' = (P + a)/n',  d' = (D + a)/n',  m' = p' - d'
 * m' +- z sqrt((p' + d' - m'^2) / n')
 * </pre>
 *
 * <p>Cheap enough for SQL and good from about ten answers on; {@link TangoInterval} is the default
 * everywhere else. With a = b = 0 it is the plain Wald interval, which must not be shown: with ten
 * answers it covers the truth in 65 to 88 of 100 cases instead of 95.
 *
 * @param a answers added to the promoters and to the detractors each, at least 0
 * @param b answers added to the passives, at least 0
 */
public record AdjustedWald(double a, double b) {

    /**
     * Rocks, B. (2016), "Interval estimation for the Net Promoter Score", The American Statistician
     * 70(4), 365-372.
     */
    public static final AdjustedWald ROCKS = new AdjustedWald(0.75, 1.5);

    /**
     * Agresti, A. and Min, Y. (2005), "Simple improved confidence intervals for comparing matched
     * proportions", Statistics in Medicine 24, 729-740.
     */
    public static final AdjustedWald AGRESTI_MIN = new AdjustedWald(0.5, 1);

    /**
     * Bonett, D. and Price, R. (2012), "Adjusted Wald confidence interval for a difference of
     * binomial proportions based on paired data", Journal of Educational and Behavioral Statistics
     * 37(4), 479-488.
     */
    public static final AdjustedWald BONETT_PRICE = new AdjustedWald(1, 0);

    /** Half of Rocks's weights, for each of two groups that are compared. */
    public static final AdjustedWald HALF_ROCKS = new AdjustedWald(0.375, 0.75);

    public AdjustedWald {
        Argument.figure("a", Argument.notNegative("a", a));
        Argument.figure("b", Argument.notNegative("b", b));
    }

    /** The shrunken estimate m' of the score, from -1 to 1. */
    public double estimate(NetScore score) {
        return (score.promoters() - score.detractors()) / size(score);
    }

    /** The variance of the estimate, (p' + d' - m'^2) / n'. */
    public double varianceOfEstimate(NetScore score) {
        double size = size(score);
        double m = estimate(score);
        return ((score.promoters() + score.detractors() + 2 * a) / size - m * m) / size;
    }

    /**
     * The interval for {@code score.score()}, cut off at -1 and 1.
     *
     * @param confidence strictly between 0 and 1
     */
    public Interval interval(NetScore score, double confidence) {
        double m = estimate(score);
        double margin = StandardNormal.zOf(confidence) * Math.sqrt(varianceOfEstimate(score));
        return new Interval(Math.max(-1, m - margin), Math.min(1, m + margin));
    }

    private double size(NetScore score) {
        return score.n() + 2 * a + b;
    }
}
