package io.kollega.organization;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The name of a unit or a service in the company's own language, with an English one where the
 * company has given it.
 */
public record Name(String text, @Nullable String english) {
    public static Name of(String text) {
        return new Name(text, null);
    }

    /** The name to show to a reader of this language. */
    public String in(Locale locale) {
        return english != null && !locale.getLanguage().equals("ru") ? english : text;
    }
}
