package io.kollega.insights;

import io.kollega.organization.UnitId;

/** The unit that asks and the unit that serves. */
record Pair(UnitId client, UnitId provider) {
    /** Stands for several units of which none may be told apart. */
    private static final UnitId SEVERAL = new UnitId(0);

    /** Whether it is one unit and another, rather than several together. */
    boolean isOne() {
        return !standsForSeveral(client) && !standsForSeveral(provider);
    }

    static boolean standsForSeveral(UnitId unit) {
        return unit.equals(SEVERAL);
    }
}
