package io.kollega.requests;

import io.kollega.organization.PersonId;
import io.kollega.organization.UnitId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a request that is brought in, after it was submitted.
 *
 * @param author who did it; null for the other system itself
 * @param text the words that went with it; may be empty
 */
public record BroughtEntry(
        Instant at,
        @Nullable PersonId author,
        @Nullable UnitId authorUnit,
        Happening what,
        String text) {}
