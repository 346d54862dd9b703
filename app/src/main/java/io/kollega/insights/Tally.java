package io.kollega.insights;

import java.util.Collection;
import kollega.measurement.summary.ScoreHistogram;

/**
 * How often each value was given, and by whom; a sum of steps. Raw: it must not leave the module.
 *
 * @param counts of each value; below 0 where more of it was taken back than was given
 */
record Tally(long[] counts, People people) {
    static final Tally NONE = new Tally(new long[ScoreHistogram.ANSWERS], People.NONE);

    static Tally sum(Collection<Tally> parts) {
        if (parts.size() == 1) {
            return parts.iterator().next();
        }
        long[] counts = new long[ScoreHistogram.ANSWERS];
        for (Tally part : parts) {
            for (int value = 0; value < counts.length; value++) {
                counts[value] += part.counts[value];
            }
        }
        return new Tally(counts, People.sum(parts.stream().map(Tally::people).toList()));
    }

    long n() {
        long n = 0;
        for (long count : counts) {
            n += count;
        }
        return n;
    }

    /**
     * Whether it makes a figure. Steps always do; what corrections leave of a short period may not.
     */
    boolean makesFigure() {
        for (long count : counts) {
            if (count < 0) {
                return false;
            }
        }
        return n() >= Publications.RULE.raters();
    }

    /** Of what makes a figure only. */
    ScoreHistogram values() {
        return ScoreHistogram.of(counts);
    }
}
