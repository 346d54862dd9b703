package io.kollega.insights;

import io.kollega.catalog.ServiceId;
import io.kollega.organization.UnitId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One thing seen, with no person in it. Units are as they were on the day.
 *
 * @param source what it was taken from, such as {@code rating:42:client}; recording the same source
 *     and measure again replaces what was recorded, so that it counts once
 * @param value within the range that the measure states
 * @param rater an opaque key from {@link Observations#raterKey}: who rated, or whose request it
 *     was. By it the distinct people behind a figure are counted, and a figure of fewer than five
 *     is withheld. 0 where nobody is known; then the values themselves are counted
 */
public record Observation(
        String source,
        Measure measure,
        UnitId client,
        UnitId provider,
        @Nullable ServiceId service,
        LocalDate day,
        int value,
        long rater) {
    public Observation {
        if (value < measure.lowest() || value > measure.highest()) {
            throw new IllegalArgumentException(
                    "%s of %s is %d, allowed is from %d to %d"
                            .formatted(
                                    measure, source, value, measure.lowest(), measure.highest()));
        }
    }
}
