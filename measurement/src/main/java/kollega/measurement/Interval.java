package kollega.measurement;

/**
 * A closed interval of real numbers, both ends included, such as a confidence interval; its level
 * and units are those of what returned it.
 *
 * @param low the lower end, finite
 * @param high the upper end, finite, at least {@code low}
 */
public record Interval(double low, double high) {

    public Interval {
        Argument.finite("low", low);
        Argument.finite("high", high);
        Argument.require(low <= high, "low", low, "at most high, which is " + high);
    }

    /** Whether {@code value} lies between the ends or on one of them. */
    public boolean contains(double value) {
        return low <= value && value <= high;
    }

    /** The distance between the ends. */
    public double width() {
        return high - low;
    }

    /** This interval on a scale {@code factor} times as fine: 100 turns shares into points. */
    public Interval times(double factor) {
        return factor >= 0
                ? new Interval(low * factor, high * factor)
                : new Interval(high * factor, low * factor);
    }
}
