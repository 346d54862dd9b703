package io.kollega.requests;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a request asks for. */
public enum Kind {
    QUESTION,
    ASSIGNMENT,
    ORDER;

    /** The name in URLs, JSON and forms: {@code question} and so on. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Kind> of(String slug) {
        return Arrays.stream(values()).filter(kind -> kind.slug().equals(slug)).findFirst();
    }
}
