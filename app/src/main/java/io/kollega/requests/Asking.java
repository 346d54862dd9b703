package io.kollega.requests;

import io.kollega.catalog.ServiceId;
import io.kollega.organization.UnitId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks for: a service, or a unit without naming one.
 *
 * @param kind what is wanted; must be given
 * @param fields answers to the questions of the service, by their keys
 */
public record Asking(
        @Nullable ServiceId service,
        @Nullable UnitId unit,
        @Nullable Kind kind,
        String subject,
        String body,
        Map<String, String> fields) {
    static final int LONGEST_SUBJECT = 200;
}
