package kollega.measurement.driver;

import java.util.OptionalDouble;

/**
 * One aspect that goes with the outcome: its importance beside its performance.
 *
 * @param name as the caller named it
 * @param mean its mean, in its own scale: the performance
 * @param deviation its standard deviation, in its own scale, above 0
 * @param correlation with the outcome, from -1 to 1
 * @param lmg its share of R2 by {@link RelativeImportance#LMG}; empty beyond 15 drivers
 * @param johnson its share of R2 by {@link RelativeImportance#JOHNSON}
 */
public record Driver(
        String name,
        double mean,
        double deviation,
        double correlation,
        OptionalDouble lmg,
        double johnson) {}
