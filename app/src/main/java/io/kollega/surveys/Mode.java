package io.kollega.surveys;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How much may be known of who said what. */
public enum Mode {
    /** Nobody can find out, not even who runs the machine. */
    ANONYMOUS,
    /** It is known to the machine until the close, and shown to nobody. */
    CONFIDENTIAL,
    /** Answers stand under their names. */
    IDENTIFIED;

    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Mode> named(String slug) {
        return Arrays.stream(values()).filter(mode -> mode.slug().equals(slug)).findFirst();
    }
}
