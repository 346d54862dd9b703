package io.kollega.access;

import java.util.Locale;

/** How a change of an account ended. */
public sealed interface AccountChange {
    record Done() implements AccountChange {}

    record Refused(Reason reason) implements AccountChange {}

    /** Why it can't be so. */
    enum Reason {
        LOGIN_TAKEN,
        LOGIN_MALFORMED,
        /** There is one, and it is open. */
        ALREADY_OPEN,
        NO_SUCH_ACCOUNT,
        NO_SUCH_ROLE,
        /** Another administrator decides on it. */
        OWN_ROLE,
        /** Somebody must be able to administer. */
        LAST_ADMINISTRATOR;

        /** The name in message keys: {@code access.refused.login-taken} and so on. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
