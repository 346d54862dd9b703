package io.kollega.promises;

import io.kollega.organization.UnitId;
import java.time.Instant;

/**
 * A pause has lasted as long as it may, and the clock runs again by itself.
 *
 * @param solutionDue when the solution is due now
 */
public record PauseEnded(
        WorkId work, UnitId provider, PauseReason reason, Instant solutionDue, Instant at)
        implements PromiseEvent {}
