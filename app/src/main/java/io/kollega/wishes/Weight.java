package io.kollega.wishes;

import kollega.measurement.disclosure.PrivacyLevel;
import kollega.measurement.disclosure.Reason;
import kollega.measurement.score.Opportunity;

/**
 * How much a wish matters to those who weighed it, or why that is not shown. That all said the same
 * tells of nobody, since nobody is told who they are.
 */
sealed interface Weight {
    /** On how many people what is shown rests, and by how many it grows at a time. */
    int FEWEST = PrivacyLevel.SCORE.fewestRaters();

    /** Shown, of everybody who was taken in. */
    record Shown(Opportunity opportunity) implements Weight {}

    /** Too few people have been taken in. */
    record Hidden(Reason reason) implements Weight {}

    /**
     * The weight by those taken in.
     *
     * @param important how many of them said 4 or 5
     * @param satisfied how many of them said 4 or 5
     */
    static Weight of(long n, long important, long satisfied) {
        return n < FEWEST
                ? new Hidden(new Reason.TooFewRaters(FEWEST))
                : new Shown(new Opportunity(n, important, satisfied));
    }
}
