package kollega.measurement.silence;

import java.util.OptionalDouble;
import kollega.measurement.Argument;
import kollega.measurement.Interval;

/**
 * What a net score can be at most and at least once everybody who kept silent is counted in,
 * without any assumption about them. Source: Manski, C. F. (1989), "Anatomy of the selection
 * problem", Journal of Human Resources 24(3), 343-360.
 *
 * @param responseRate share of those asked who answered, from 0 to 1
 * @param score the score of those who answered, from -1 to 1
 */
public record HonestyBounds(double responseRate, double score) {

    /** The response rate below which bounds and tipping point are shown. */
    public static final double SHOW_BELOW = 0.6;

    public HonestyBounds {
        Argument.share("responseRate", responseRate);
        Argument.require(score >= -1 && score <= 1, "score", score, "a number from -1 to 1");
    }

    /** Whether so few answered that the bounds are to be shown. */
    public boolean areDue() {
        return responseRate < SHOW_BELOW;
    }

    /** The score of everybody: RR m - (1 - RR) if all the silent detract, + (1 - RR) if none. */
    public Interval bounds() {
        double known = responseRate * score;
        return new Interval(known - (1 - responseRate), known + (1 - responseRate));
    }

    /**
     * The score the silent would need to have for everybody's score to be {@code target}: (t - RR
     * m) / (1 - RR). Empty if no score of theirs, from -1 to 1, can do it.
     *
     * @param target from -1 to 1
     */
    public OptionalDouble tippingPoint(double target) {
        Argument.require(target >= -1 && target <= 1, "target", target, "a number from -1 to 1");
        double needed = (target - responseRate * score) / (1 - responseRate);
        return responseRate < 1 && Math.abs(needed) <= 1
                ? OptionalDouble.of(needed)
                : OptionalDouble.empty();
    }
}
