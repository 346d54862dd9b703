package io.kollega.notifications;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One thing the reader must hear of. {@code by} is who did it, null when time did. */
record Notice(
        long id,
        Instant at,
        Kind kind,
        @Nullable Long request,
        String subject,
        @Nullable Long by,
        boolean read) {}
