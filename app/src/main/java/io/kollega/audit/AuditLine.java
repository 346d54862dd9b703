package io.kollega.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One line of the trail as it is read.
 *
 * @param wholeDay whether of {@code at} only the day means anything
 * @param actor 0 for the system itself
 */
record AuditLine(
        long id,
        Instant at,
        boolean wholeDay,
        long actor,
        String deed,
        String subject,
        Map<String, Object> details) {
    /** Details that are ids of people. */
    static final Set<String> PEOPLE = Set.of("specialist", "participant", "standIn", "owner");

    /** Details that are ids of units where they are numbers. */
    static final Set<String> UNITS = Set.of("unit", "from", "to", "successor");

    /** The ids that stand under these keys of the details. */
    List<Long> ids(Set<String> keys) {
        return details.entrySet().stream()
                .filter(detail -> keys.contains(detail.getKey()))
                .map(Map.Entry::getValue)
                .filter(Number.class::isInstance)
                .map(value -> ((Number) value).longValue())
                .toList();
    }

    /** The id of the person to whom it was done; null if it was done to anything else. */
    @Nullable Long person() {
        return subject.matches("person:\\d{1,18}") ? Long.valueOf(subject.substring(7)) : null;
    }

    /** The details as they are shown: name and value, one after another. */
    String words() {
        return String.join(
                ", ",
                details.entrySet().stream()
                        .map(entry -> entry.getKey() + ": " + entry.getValue())
                        .toList());
    }
}
