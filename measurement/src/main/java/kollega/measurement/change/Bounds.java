package kollega.measurement.change;

import java.util.OptionalDouble;

/**
 * An interval of durations either end of which the data may leave open.
 *
 * @param low the lower end; empty where the data set no lower limit
 * @param high the upper end; empty where the data set no upper limit, as with much still open
 */
public record Bounds(OptionalDouble low, OptionalDouble high) {}
