package io.kollega.ratings;

import java.util.Set;

/** What came of rating. */
sealed interface Answer {
    /** The rating is kept. */
    record Kept(RatedRequest request) implements Answer {}

    /** The draft can't be read as a rating. */
    record Unfit(Set<Draft.Fault> faults) implements Answer {}

    /** The rating is not kept, and why. */
    record Refused(Refusal refusal) implements Answer {}
}
