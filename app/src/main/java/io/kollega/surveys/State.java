package io.kollega.surveys;

import java.util.Locale;

/** Where a campaign stands. It goes on, and never back. */
public enum State {
    DRAFT,
    OPEN,
    /** No answer is taken any more; the results are being made. */
    CLOSING,
    CLOSED;

    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
