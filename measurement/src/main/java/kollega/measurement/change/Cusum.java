package kollega.measurement.change;

import java.util.ArrayList;
import java.util.List;
import kollega.measurement.Argument;

/**
 * Cumulative sums of standardized values beyond an allowance: S+_t = max(0, S+_(t-1) + x_t - k),
 * S-likewise downwards, signalling above h.
 *
 * <p>Source: E. S. Page (1954), Continuous inspection schemes, Biometrika 41, 100-115.
 *
 * @param allowance k, half the shift to be seen, in standard deviations, at least 0
 * @param decision h, in standard deviations, above 0
 */
public record Cusum(double allowance, double decision) {

    /** Alarms without cause once in about 465 points; a shift of 1 sd is seen after about 10.4. */
    public static final Cusum STANDARD = new Cusum(.5, 5);

    /** Alarms without cause once in about 168 points; a shift of 1 sd is seen after about 8.4. */
    public static final Cusum QUICK = new Cusum(.5, 4);

    /**
     * One point of the chart.
     *
     * @param up S+, at least 0
     * @param down S-, at least 0
     * @param signals whether one of them is above the decision value
     */
    public record Point(double up, double down, boolean signals) {}

    public Cusum {
        Argument.notNegative("allowance", allowance);
        Argument.positive("decision", decision);
    }

    /**
     * The chart.
     *
     * @param standardized values less their target, over their standard deviation in quiet times
     */
    public List<Point> chart(double... standardized) {
        var points = new ArrayList<Point>();
        double up = 0;
        double down = 0;
        for (double x : Argument.finite("standardized", standardized)) {
            up = Math.max(0, up + x - allowance);
            down = Math.max(0, down - x - allowance);
            points.add(new Point(up, down, Math.max(up, down) > decision));
        }
        return List.copyOf(points);
    }
}
