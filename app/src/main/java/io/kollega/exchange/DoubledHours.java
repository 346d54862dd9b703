package io.kollega.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Hours that clocks showed twice, told apart by the order of the file: a request's event that would
 * be earlier than the one before it in the same hour was in the hour's second coming.
 */
final class DoubledHours {
    private final Map<String, Instant> last = new HashMap<>();

    /**
     * When an event of a request was.
     *
     * @param first as the clock showed it first
     * @param again as the clock showed it again
     * @return empty if it can have been at neither, because the request's event before was later
     */
    Optional<Instant> of(String request, Instant first, Instant again) {
        Instant before = last.get(request);
        boolean sameNight = before != null && before.isBefore(again.plus(overlap(first, again)));
        if (before == null || !sameNight || !before.isAfter(first)) {
            last.put(request, first);
            return Optional.of(first);
        }
        if (before.isAfter(again)) {
            return Optional.empty();
        }
        last.put(request, again);
        return Optional.of(again);
    }

    private static Duration overlap(Instant first, Instant again) {
        return Duration.between(first, again);
    }
}
