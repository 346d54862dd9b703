package kollega.measurement.composition;

import java.util.Arrays;
import java.util.List;
import kollega.measurement.Argument;

/**
 * How the culture of a group divides among the four types of the Competing Values Framework.
 *
 * <p>Source: K. S. Cameron and R. E. Quinn (2011), Diagnosing and Changing Organizational Culture,
 * 3rd ed.; R. E. Quinn and J. Rohrbaugh (1983), Management Science 29, 363-377. The wording of the
 * questions is the caller's own.
 *
 * @param clan points, at least 0; the four need not sum to 100, only their ratios count
 * @param adhocracy points
 * @param market points
 * @param hierarchy points
 */
public record CultureProfile(double clan, double adhocracy, double market, double hierarchy) {

    public CultureProfile {
        Argument.notNegative("clan", clan);
        Argument.notNegative("adhocracy", adhocracy);
        Argument.notNegative("market", market);
        Argument.notNegative("hierarchy", hierarchy);
        Composition.of(clan, adhocracy, market, hierarchy);
    }

    /** The mean of profiles of 100 points each: over aspects first, then over people. */
    public static CultureProfile mean(List<CultureProfile> profiles) {
        Argument.atLeast("profiles.size()", 1, profiles.size());
        var sum = new double[4];
        for (CultureProfile profile : profiles) {
            double[] shares = profile.composition().shares();
            Arrays.setAll(sum, i -> sum[i] + 100 * shares[i] / profiles.size());
        }
        return new CultureProfile(sum[0], sum[1], sum[2], sum[3]);
    }

    /** The four shares, in the order clan, adhocracy, market, hierarchy. */
    public Composition composition() {
        return Composition.of(clan, adhocracy, market, hierarchy);
    }

    /** Aitchison's distance between what is and what is wanted; zeros are replaced. */
    public double gap(CultureProfile wanted) {
        return positive().distance(wanted.positive());
    }

    /** How many of 100 points would have to move. */
    public double pointsToMove(CultureProfile wanted) {
        return 100 * composition().toMove(wanted.composition());
    }

    /**
     * ln(clan adhocracy / (market hierarchy)) / 2: above 0 flexible, below 0 stable; zeros are
     * replaced.
     */
    public double flexibility() {
        double[] clr = positive().clr();
        return (clr[0] + clr[1] - clr[2] - clr[3]) / 2;
    }

    private Composition positive() {
        return composition().withoutZeros(Composition.USUAL_DELTA);
    }
}
