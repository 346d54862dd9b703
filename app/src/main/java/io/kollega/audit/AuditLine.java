package io.kollega.audit;

import java.time.Instant;
import java.util.Map;

/** One line of the trail as it is read. {@code actor} is 0 for the system itself. */
record AuditLine(
        long id, Instant at, long actor, String deed, String subject, Map<String, Object> details) {
    /** The details as they are shown: name and value, one after another. */
    String words() {
        return String.join(
                ", ",
                details.entrySet().stream()
                        .map(entry -> entry.getKey() + ": " + entry.getValue())
                        .toList());
    }
}
