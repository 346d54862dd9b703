package kollega.measurement.scale;

import java.util.OptionalDouble;

/**
 * One item of a scale or test.
 *
 * @param name as the caller named it
 * @param mean its mean; for items scored 0 and 1 its difficulty, the share of right answers
 * @param deviation its standard deviation
 * @param itemRest the correlation with the sum of the other items; empty where one of both does not
 *     vary
 * @param alphaIfDropped Cronbach's alpha of the other items; empty where they are fewer than two or
 *     their sum does not vary
 */
public record Item(
        String name,
        double mean,
        double deviation,
        OptionalDouble itemRest,
        OptionalDouble alphaIfDropped) {}
