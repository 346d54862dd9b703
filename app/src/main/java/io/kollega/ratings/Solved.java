package io.kollega.ratings;

import java.util.Locale;
import java.util.Optional;

/** Whether the client got what was asked for; the order is the measure's value. */
public enum Solved {
    NO,
    PARTLY,
    YES;

    /** The name in JSON and forms. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Solved> named(String slug) {
        return Named.of(values(), Solved::slug, slug);
    }
}
