package kollega.measurement.resonance;

import kollega.measurement.Argument;
import kollega.measurement.Outcome;
import org.hipparchus.stat.StatUtils;
import org.hipparchus.stat.correlation.PearsonsCorrelation;

/**
 * A value of the company: how much it matters to people, and how much they see it practised.
 *
 * <p>Source: J. R. Edwards (1993), Problems with the use of profile similarity indices in the study
 * of congruence in organizational research, Personnel Psychology 46, 641-665.
 *
 * @param importance mean answer to "matters to me"
 * @param practice mean answer to "is practised here", on the same scale
 */
public record ValueResonance(double importance, double practice) {

    /** The fewest values for which a person's agreement is told. */
    public static final int LEAST_VALUES = 6;

    /** Where a value stands. */
    public enum Quadrant {
        /** It matters and is practised. */
        LIVED,
        /** It matters and is not practised: the place to act. */
        MISSED,
        /** It is practised and does not matter to people. */
        HABIT,
        /** Neither. */
        IDLE
    }

    public ValueResonance {
        Argument.finite("importance", importance);
        Argument.finite("practice", practice);
    }

    /**
     * @param middle of the scale, 3 for 1 to 5; a mean on the middle counts as low
     */
    public Quadrant quadrant(double middle) {
        Argument.finite("middle", middle);
        if (importance > middle) {
            return practice > middle ? Quadrant.LIVED : Quadrant.MISSED;
        }
        return practice > middle ? Quadrant.HABIT : Quadrant.IDLE;
    }

    /**
     * Whether what matters more to a person is also practised more: the correlation over values.
     *
     * @param importance one person's answers, one a value, at least 6 values
     * @param practice the same person's, in the same order
     * @return from -1 to 1; no data with fewer values, or when all answers of a kind are alike
     */
    public static Outcome<Double> agreement(double[] importance, double[] practice) {
        double[] x = Argument.finite("importance", importance);
        double[] y = Argument.finite("practice", Argument.ofLength("practice", x.length, practice));
        if (x.length < LEAST_VALUES) {
            return Outcome.notEnoughData(
                    "there are %d values, agreement needs at least %d"
                            .formatted(x.length, LEAST_VALUES));
        }
        if (StatUtils.max(x) == StatUtils.min(x) || StatUtils.max(y) == StatUtils.min(y)) {
            return Outcome.notEnoughData("all %d values have the same answer".formatted(x.length));
        }
        double r = new PearsonsCorrelation().correlation(x, y);
        return Outcome.estimated(Math.clamp(r, -1, 1));
    }
}
