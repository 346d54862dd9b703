package io.kollega.access;

import java.util.List;
import java.util.Locale;

/** What became of a {@link TokenOrder}: all of it, or nothing. */
public sealed interface TokenDelivery {
    /** One token for each person named, in the order in which they were named. */
    record Delivered(List<Handed> tokens) implements TokenDelivery {}

    /** For whom it can't be done; nothing was changed. */
    record Refused(List<Fault> faults) implements TokenDelivery {}

    /** The terms can't be; nothing was changed. */
    record Unfit(TokenTerms.Fault fault) implements TokenDelivery {}

    /** A token that is shown this once, and the person as they were named. */
    record Handed(String person, String token) {}

    record Fault(String person, Reason reason) {}

    /** Why there can't be a token. */
    enum Reason {
        /** Nobody who works here today has this login or code. */
        UNKNOWN,
        /** There is a person, but no account. */
        NO_ACCOUNT,
        /** The account was closed on purpose, and only administration opens it again. */
        CLOSED,
        /** The code can't be a login, or is somebody else's. */
        NO_LOGIN;

        /** The name in message keys. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
