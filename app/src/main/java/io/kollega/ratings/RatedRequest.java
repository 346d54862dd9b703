package io.kollega.ratings;

import org.jspecify.annotations.Nullable;

/**
 * The ratings of a request as one side may see them: its own, and the other side's only after the
 * reveal. Whether the other side has rated is not told before.
 */
record RatedRequest(Rateable rateable, Side side, @Nullable Rating own, @Nullable Rating other) {}
