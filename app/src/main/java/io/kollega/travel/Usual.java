package io.kollega.travel;

import java.time.Duration;
import java.util.List;

/**
 * A usual duration: the median, or a bound where nearly all of few took the same.
 *
 * @param seconds 0 where there is none
 */
record Usual(double seconds, Precision precision) {
    enum Precision {
        EXACT,
        AT_MOST,
        AT_LEAST
    }

    private static final List<Duration> BOUNDS =
            List.of(
                    Duration.ofHours(1),
                    Duration.ofHours(4),
                    Duration.ofHours(8),
                    Duration.ofDays(1),
                    Duration.ofDays(3),
                    Duration.ofDays(7),
                    Duration.ofDays(14),
                    Duration.ofDays(30),
                    Duration.ofDays(90),
                    Duration.ofDays(365));

    static Usual of(DurationBins bins) {
        return bins.alike() ? bound(bins.median()) : new Usual(bins.median(), Precision.EXACT);
    }

    /** The next round duration above, or the longest of them below. */
    static Usual bound(double seconds) {
        return BOUNDS.stream()
                .filter(bound -> seconds < bound.toSeconds())
                .findFirst()
                .map(bound -> new Usual(bound.toSeconds(), Precision.AT_MOST))
                .orElse(new Usual(BOUNDS.getLast().toSeconds(), Precision.AT_LEAST));
    }
}
