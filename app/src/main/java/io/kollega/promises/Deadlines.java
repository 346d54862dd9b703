package io.kollega.promises;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where both promises of a piece of work stand. While a pause lasts, {@code solutionDue} is what it
 * would be if the pause ended now.
 *
 * @param responseLeft business time until the response is due; negative when overdue
 * @param solutionLeft business time until the solution is due; negative when overdue
 */
public record Deadlines(
        Standing response,
        Instant responseDue,
        Duration responseLeft,
        Standing solution,
        Instant solutionDue,
        Duration solutionLeft,
        @Nullable PauseReason paused) {
    /** How a promise stands. */
    public enum Standing {
        RUNNING,
        DUE_SOON,
        PAUSED,
        OVERDUE,
        KEPT,
        MISSED,
        CANCELLED
    }
}
