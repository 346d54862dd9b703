package kollega.measurement.change;

import kollega.measurement.Argument;

/**
 * A check of a queue's records: in the long run the mean number inside is the rate of arrivals
 * times the mean time inside, L = lambda W. Where the three figures disagree, requests are missing
 * from one of them, or the queue is growing.
 *
 * <p>Source: J. D. C. Little (1961), A proof for the queuing formula L = lambda W, Operations
 * Research 9, 383-387.
 *
 * @param arrivalRate lambda, arrivals per unit of time, above 0
 * @param meanTime W, mean time inside, in that unit of time, above 0
 * @param meanNumber L, mean number inside, at least 0
 */
public record LittlesLaw(double arrivalRate, double meanTime, double meanNumber) {

    public LittlesLaw {
        requireMeasured("arrivalRate", arrivalRate);
        requireMeasured("meanTime", meanTime);
        Argument.figure("meanNumber", Argument.notNegative("meanNumber", meanNumber));
    }

    private static void requireMeasured(String name, double value) {
        Argument.require(
                value >= 1e-100 && value <= 1e100, name, value, "a number from 1e-100 to 1e100");
    }

    /** The number to expect inside. */
    public double expectedNumber() {
        return arrivalRate * meanTime;
    }

    /** Recorded over expected: near 1 when the records agree. */
    public double ratio() {
        return meanNumber / expectedNumber();
    }
}
