package io.kollega.promises;

import org.jspecify.annotations.Nullable;

/**
 * All that can be said of a piece of work at one moment, from one reading.
 *
 * @param deadlines null if nothing was promised
 * @param explanation of the deadline of the solution; null if nothing was promised
 */
public record Reckoning(
        @Nullable Deadlines deadlines, @Nullable Explanation explanation, Ledger ledger) {}
