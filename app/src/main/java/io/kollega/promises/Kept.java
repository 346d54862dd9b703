package io.kollega.promises;

import io.kollega.organization.UnitId;
import java.time.Instant;

/** A promise is kept. A solution that is reopened and solved again in time is kept again. */
public record Kept(WorkId work, UnitId provider, Promised promised, Instant due, Instant at)
        implements PromiseEvent {}
