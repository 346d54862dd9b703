package kollega.measurement.maturity;

import kollega.measurement.Argument;

/** From the value of an indicator to points from 0 to 100, by anchors fixed in advance. */
public sealed interface Scoring {

    /** Points of a value. */
    double points(double value);

    /**
     * In a straight line between two anchors, clipped beyond them.
     *
     * @param zero the value that gets 0 points
     * @param hundred the value that gets 100, above or below {@code zero}
     */
    record Linear(double zero, double hundred) implements Scoring {
        public Linear {
            Argument.finite("zero", zero);
            Argument.finite("hundred", hundred);
            Argument.require(zero != hundred, "hundred", hundred, "another value than zero");
        }

        @Override
        public double points(double value) {
            return Math.clamp(100 * (value - zero) / (hundred - zero), 0, 100);
        }
    }

    /**
     * Full within a band, falling to nothing on both sides.
     *
     * @param zeroBelow at and below it 0 points
     * @param from the lower end of the band that gets 100
     * @param to the upper end of the band
     * @param zeroAbove at and above it 0 points
     */
    record Band(double zeroBelow, double from, double to, double zeroAbove) implements Scoring {
        public Band {
            Argument.finite("zeroBelow", zeroBelow);
            Argument.finite("zeroAbove", zeroAbove);
            Argument.require(zeroBelow < from, "from", from, "above zeroBelow, " + zeroBelow);
            Argument.require(from <= to, "to", to, "at least from, " + from);
            Argument.require(to < zeroAbove, "to", to, "below zeroAbove, " + zeroAbove);
        }

        @Override
        public double points(double value) {
            return Math.min(
                    new Linear(zeroBelow, from).points(value),
                    new Linear(zeroAbove, to).points(value));
        }
    }
}
