package io.kollega.access;

import io.kollega.organization.PersonId;
import java.time.Instant;

/**
 * Something that lets somebody into an account, or keeps them out, has changed; its owner must hear
 * of it, whoever did it. Published inside the transaction.
 *
 * @param by who did it; 0 for a command
 */
public record AccountNews(PersonId person, Change change, long by, Instant at) {
    /** What has changed. */
    public enum Change {
        /** Somebody else made a link by which the password can be set anew. */
        PASSWORD_LINK,
        PASSWORD_CHANGED,
        FACTOR_ADDED,
        FACTOR_REMOVED,
        /** All of them were taken away by somebody else. */
        FACTORS_RESET,
        RECOVERY_CODES_MADE
    }
}
