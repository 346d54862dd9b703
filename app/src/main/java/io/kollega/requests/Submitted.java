package io.kollega.requests;

import io.kollega.promises.Deadlines;
import java.util.Map;

/** What comes of asking. */
sealed interface Submitted {
    record Accepted(Request request, Deadlines deadlines) implements Submitted {}

    /**
     * Nothing was written.
     *
     * @param problems what is wrong, as message keys by the name of the input
     */
    record Refused(Map<String, String> problems) implements Submitted {}
}
