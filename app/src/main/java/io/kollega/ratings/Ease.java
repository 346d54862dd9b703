package io.kollega.ratings;

import java.util.Locale;
import java.util.Optional;

/** How easy it was to get what was needed; the order is the measure's value. */
public enum Ease {
    HARD,
    RATHER_HARD,
    RATHER_EASY,
    EASY;

    /** The name in JSON and forms: {@code rather-easy} and so on. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Ease> named(String slug) {
        return Named.of(values(), Ease::slug, slug);
    }
}
