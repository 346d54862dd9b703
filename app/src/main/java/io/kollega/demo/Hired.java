package io.kollega.demo;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who works for the demo company.
 *
 * @param code the personnel number
 * @param desk whether they serve others
 * @param stints where they belonged, the oldest first
 * @param left the day on which they were here no more; null if they still are
 */
record Hired(
        String code,
        String login,
        String given,
        String family,
        boolean woman,
        boolean desk,
        List<Stint> stints,
        @Nullable LocalDate left) {

    /** From a day on they belong to a unit. */
    record Stint(String unit, boolean head, LocalDate from) {}

    Stint last() {
        return stints.getLast();
    }

    /** Whether they work here on a day. */
    boolean here(LocalDate day) {
        return !stints.getFirst().from().isAfter(day) && (left == null || day.isBefore(left));
    }
}
