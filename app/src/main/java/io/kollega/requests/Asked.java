package io.kollega.requests;

import io.kollega.requests.events.RequestId;
import java.util.Map;

/** What comes of asking. */
public sealed interface Asked {
    /** The request is written, with its promise. */
    record Accepted(RequestId request) implements Asked {}

    /**
     * Nothing was written.
     *
     * @param problems what is wrong, as message keys by the name of the input
     */
    record Refused(Map<String, String> problems) implements Asked {}
}
