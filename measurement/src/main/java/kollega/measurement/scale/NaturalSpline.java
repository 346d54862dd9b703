package kollega.measurement.scale;

import org.hipparchus.analysis.interpolation.SplineInterpolator;

/** How a natural cubic spline through equally spaced points goes on beyond its ends. */
final class NaturalSpline {

    private NaturalSpline() {}

    /** The slopes at the first and at the last of at least 2 points, a unit apart. */
    static double[] endSlopes(double[] values) {
        int last = values.length - 1;
        if (last == 1) {
            return new double[] {values[1] - values[0], values[1] - values[0]};
        }
        double[] at = new double[values.length];
        for (int i = 0; i <= last; i++) {
            at[i] = i;
        }
        var slope = new SplineInterpolator().interpolate(at, values).polynomialSplineDerivative();
        return new double[] {slope.value(0), slope.value(last)};
    }
}
