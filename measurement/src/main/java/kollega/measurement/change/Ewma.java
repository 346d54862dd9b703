package kollega.measurement.change;

import java.util.ArrayList;
import java.util.List;
import kollega.measurement.Argument;

/**
 * Exponentially weighted moving average of standardized values: z_t = lambda x_t + (1 - lambda)
 * z_(t-1), signalling beyond +- L sqrt(lambda / (2 - lambda) (1 - (1 - lambda)^(2t))).
 *
 * <p>Source: S. W. Roberts (1959), Control chart tests based on geometric moving averages,
 * Technometrics 1, 239-250.
 *
 * @param lambda weight of the newest value, above 0, at most 1
 * @param width L, in standard deviations, above 0
 */
public record Ewma(double lambda, double width) {

    /** Alarms without cause once in about 494 points; a shift of 1 sd is seen after about 9.5. */
    public static final Ewma STANDARD = new Ewma(.2, 2.962);

    /** Made for smaller shifts: once in about 486 points; a shift of 1 sd after about 8.1. */
    public static final Ewma SLOW = new Ewma(.1, 2.814);

    /**
     * One point of the chart.
     *
     * @param value z_t
     * @param limit beyond which, on either side, it signals
     */
    public record Point(double value, double limit) {

        /** Whether the value is beyond the limit on either side. */
        public boolean signals() {
            return Math.abs(value) > limit;
        }
    }

    public Ewma {
        Argument.require(lambda > 0 && lambda <= 1, "lambda", lambda, "above 0, at most 1");
        Argument.positive("width", width);
    }

    /**
     * The chart.
     *
     * @param standardized values less their target, over their standard deviation in quiet times
     */
    public List<Point> chart(double... standardized) {
        var points = new ArrayList<Point>();
        double z = 0;
        for (double x : Argument.finite("standardized", standardized)) {
            z = lambda * x + (1 - lambda) * z;
            double settled = 1 - Math.pow(1 - lambda, 2.0 * (points.size() + 1));
            points.add(new Point(z, width * Math.sqrt(lambda / (2 - lambda) * settled)));
        }
        return List.copyOf(points);
    }
}
