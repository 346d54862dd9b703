package io.kollega.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How much of what its person may do a token may do. */
public enum TokenScope {
    /** Read what the person may read. */
    READ,
    /** Read and write as the person, but change nobody's rights and no setting of the company. */
    WRITE,
    /** All that the person may do, such as administer, and make tokens. */
    ADMINISTER;

    /** The name on forms, on the command line and in JSON. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<TokenScope> named(String slug) {
        return Arrays.stream(values()).filter(it -> it.slug().equals(slug)).findFirst();
    }
}
