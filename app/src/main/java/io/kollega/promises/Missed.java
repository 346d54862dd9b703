package io.kollega.promises;

import io.kollega.organization.UnitId;
import java.time.Instant;

/** A promise is broken: it was due, and there was no answer or no solution. */
public record Missed(WorkId work, UnitId provider, Promised promised, Instant due, Instant at)
        implements PromiseEvent {}
