package io.kollega.audit;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One line of the trail as it is read. {@code actor} is 0 for the system itself. */
record AuditLine(
        long id, Instant at, long actor, String deed, String subject, Map<String, Object> details) {
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
