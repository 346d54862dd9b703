package kollega.measurement.change;

import kollega.measurement.Argument;

/** Checks of figures by unit and wave. */
final class Panel {

    private Panel() {}

    /**
     * A copy of values[unit][wave], complete and finite.
     *
     * @param waves the number of waves every unit has
     */
    static double[][] of(String name, int waves, double[][] values) {
        var copy = new double[values.length][];
        for (int i = 0; i < values.length; i++) {
            String unit = name + "[" + i + "]";
            copy[i] = Argument.finite(unit, Argument.ofLength(unit, waves, values[i]));
        }
        return copy;
    }
}
