package io.kollega.promises;

import java.util.Locale;

/** What ended a span. */
enum SpanEnd {
    HANDED,
    PAUSED,
    RESUMED,
    CAPPED,
    STOPPED,
    CANCELLED,
    /** The span after the solution, in which the client had it, until it was reopened. */
    REOPENED;

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    static SpanEnd of(String column) {
        return valueOf(column.toUpperCase(Locale.ROOT));
    }
}
