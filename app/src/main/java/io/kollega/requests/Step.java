package io.kollega.requests;

import java.util.List;

/** What comes of a deed, before anything is written. */
sealed interface Step {

    /** These things happen, in this order. */
    record Taken(List<Happening> happenings) implements Step {}

    /** It is so already. */
    record Nothing() implements Step {}

    record Refused(Refusal refusal) implements Step {}

    static Step taken(Happening... happenings) {
        return new Taken(List.of(happenings));
    }

    static Step refused(Refusal refusal) {
        return new Refused(refusal);
    }
}
