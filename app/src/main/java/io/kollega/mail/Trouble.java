package io.kollega.mail;

import java.util.Locale;

/** Why a mail has not gone. */
enum Trouble {
    /** The server can't be reached, or hung up. */
    NO_SERVER,
    /** It does not let us in. */
    SIGN_IN_REFUSED,
    /** It takes no mail in our name. */
    SENDER_REFUSED,
    /** It takes none for this address now. */
    LATER,
    /** It takes none for this address ever. */
    RECIPIENT_REFUSED,
    /** It does not take this mail. */
    REFUSED,
    /** The address can't be written to. */
    NO_ADDRESS;

    String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
