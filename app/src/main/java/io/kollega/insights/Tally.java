package io.kollega.insights;

import java.util.Collection;
import java.util.Map;
import kollega.measurement.disclosure.Contribution;
import kollega.measurement.disclosure.RaterTally;
import kollega.measurement.summary.ScoreHistogram;

/**
 * How often each value was given, and how many by whom. Raw: it must not leave the module.
 *
 * @param raters answers by each known person; empty where a measure knows none
 */
record Tally(ScoreHistogram values, RaterTally raters) {
    static final Tally NONE = new Tally(ScoreHistogram.EMPTY, RaterTally.NONE);

    static Tally sum(Collection<Tally> parts) {
        if (parts.isEmpty()) {
            return NONE;
        }
        if (parts.size() == 1) {
            return parts.iterator().next();
        }
        ScoreHistogram.Accumulator values = new ScoreHistogram.Accumulator();
        parts.forEach(part -> values.add(part.values));
        return new Tally(
                values.result(), RaterTally.sum(parts.stream().map(Tally::raters).toList()));
    }

    long n() {
        return values.n();
    }

    boolean knowsRaters() {
        return raters.size() > 0;
    }

    long people() {
        return knowsRaters() ? raters.size() : n();
    }

    /** Where nobody is known, each answer counts as a person of its own. */
    Contribution contribution() {
        return knowsRaters() ? raters.contribution() : Contribution.oneEach(Math.toIntExact(n()));
    }

    /**
     * The same answers as if one person had given them all: for what must stay hidden whoever it
     * came from.
     */
    RaterTally asOnePerson() {
        long person = knowsRaters() ? raters.people().getFirst() : 0;
        return new RaterTally(Map.of(person, Math.toIntExact(n())));
    }
}
