package kollega.measurement.driver;

import kollega.measurement.Interval;

/**
 * How sure the importance of a driver is.
 *
 * @param driver its name
 * @param weight its share of R2
 * @param standardError of the weight
 * @param interval of the weight, within 0 and 1
 */
public record ImportanceInterval(
        String driver, double weight, double standardError, Interval interval) {}
