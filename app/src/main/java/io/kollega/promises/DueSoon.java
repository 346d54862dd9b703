package io.kollega.promises;

import io.kollega.organization.UnitId;
import java.time.Instant;

/** A promise is about to break: little of its business time is left. */
public record DueSoon(WorkId work, UnitId provider, Promised promised, Instant due, Instant at)
        implements PromiseEvent {}
