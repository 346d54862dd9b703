package io.kollega.promises;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time in which one holder had a piece of work in hand.
 *
 * @param to first instant after it; null while it lasts
 */
public record HeldSpan(Holder holder, Instant from, @Nullable Instant to) {}
