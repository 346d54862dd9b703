package io.kollega.access;

import java.util.Locale;

/** By what somebody has signed in. */
enum Way {
    PASSWORD,
    /** By the password and a second factor. */
    SECOND_FACTOR,
    /** By a passkey, which is both factors in one. */
    PASSKEY,
    /** By a one-time link. */
    LINK,
    /** By one click, as one of a demonstration's cast. */
    VISIT;

    /** Message key of how to say it, and the word for the audit trail. */
    String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
