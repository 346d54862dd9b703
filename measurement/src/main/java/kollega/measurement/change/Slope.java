package kollega.measurement.change;

import kollega.measurement.Argument;

/**
 * A coefficient of a regression.
 *
 * @param value change of the outcome for one unit more of the predictor
 * @param standardError of the value, at least 0
 */
public record Slope(double value, double standardError) {

    public Slope {
        Argument.finite("value", value);
        Argument.notNegative("standardError", standardError);
    }
}
