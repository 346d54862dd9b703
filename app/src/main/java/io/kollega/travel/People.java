package io.kollega.travel;

import io.kollega.insights.Publications;

/**
 * Distinct people who asked, no further than the rule wants to know them. Cells say of whom they
 * are by the lowest few numbers, and that is enough here: whoever has added them all knows exactly
 * how many there are as long as they are too few.
 */
final class People {
    static final int FEWEST = Publications.RULE.raters();

    private final long[] known = new long[FEWEST];
    private int count;

    void add(long[] askers) {
        for (int i = 0; i < askers.length && !enough(); i++) {
            add(askers[i]);
        }
    }

    /** So few are looked through faster than any set. */
    private void add(long asker) {
        for (int i = 0; i < count; i++) {
            if (known[i] == asker) {
                return;
            }
        }
        known[count++] = asker;
    }

    boolean none() {
        return count == 0;
    }

    boolean enough() {
        return count == FEWEST;
    }

    /** Whether what these people asked may be told, because it is nobody's or that of enough. */
    boolean safe() {
        return none() || enough();
    }
}
