package io.kollega.catalog;

import io.kollega.organization.Name;
import java.util.List;
import java.util.Locale;

/**
 * A question that a service asks of its client.
 *
 * @param key the name under which the answer is stored
 * @param options what can be chosen; empty unless the kind is CHOICE
 */
public record FormField(String key, Name label, Kind kind, boolean required, List<String> options) {
    /** How the answer is given. */
    public enum Kind {
        TEXT,
        LONG_TEXT,
        NUMBER,
        DATE,
        CHOICE,
        YES_NO;

        /** The name in texts: {@code long-text} and so on. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
