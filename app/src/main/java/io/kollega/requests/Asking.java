package io.kollega.requests;

import io.kollega.catalog.ServiceId;
import io.kollega.organization.UnitId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a client asks for: a service, or a unit without naming one. */
record Asking(
        @Nullable ServiceId service,
        @Nullable UnitId unit,
        @Nullable Kind kind,
        String subject,
        String body,
        Map<String, String> fields) {
    static final int LONGEST_SUBJECT = 200;
}
