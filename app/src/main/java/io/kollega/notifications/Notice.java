package io.kollega.notifications;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing the reader must hear of.
 *
 * @param sentence message key of what tells it, with who did it as its argument
 * @param by who did it, null when time did
 */
record Notice(
        long id, Instant at, String sentence, Subject about, @Nullable Long by, boolean read) {}
