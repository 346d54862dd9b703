package io.kollega.requests;

import io.kollega.requests.events.RequestId;

/** What comes of doing something with a request. */
public sealed interface Handled {
    /** It is done, or was so already. */
    record Done(RequestId request) implements Handled {}

    /**
     * It can't be done; nothing was written.
     *
     * @param key message key of the sentence that says what to do instead
     */
    record Refused(String key) implements Handled {}

    /** There is no such request, or no reason for this person to see it. */
    record Unseen() implements Handled {}
}
