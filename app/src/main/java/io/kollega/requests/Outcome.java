package io.kollega.requests;

import java.util.List;

/** What comes of a deed. */
sealed interface Outcome {
    /** It is done, or was so already. */
    record Done(Request request) implements Outcome {}

    /** The request has changed since the version that the doer had seen. */
    record Changed(Request request, List<Entry> since) implements Outcome {}

    record Refused(Refusal refusal) implements Outcome {}

    /** There is no such request, or no reason for this person to see it. */
    record Unseen() implements Outcome {}
}
