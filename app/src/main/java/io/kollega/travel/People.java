package io.kollega.travel;

import io.kollega.insights.Publications;
import java.util.HashSet;
import java.util.Set;

/**
 * Distinct people who asked, no further than the rule wants to know them. Cells say of whom they
 * are by the lowest few numbers, and that is enough here: whoever has added them all knows exactly
 * how many there are as long as they are too few.
 */
final class People {
    static final int FEWEST = Publications.RULE.raters();

    private final Set<Long> known = new HashSet<>();

    void add(long[] askers) {
        for (int i = 0; i < askers.length && !enough(); i++) {
            known.add(askers[i]);
        }
    }

    boolean none() {
        return known.isEmpty();
    }

    boolean enough() {
        return known.size() >= FEWEST;
    }

    /** Whether what these people asked may be told, because it is nobody's or that of enough. */
    boolean safe() {
        return none() || enough();
    }
}
