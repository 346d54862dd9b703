package io.kollega.promises;

import io.kollega.organization.UnitId;
import java.time.Instant;

/**
 * What has become of a promise. Published inside the transaction that writes it down, each once: a
 * listener may only write rows; what is slow or leaves the house comes after the commit.
 */
public sealed interface PromiseEvent permits DueSoon, Missed, Kept, PauseEnded {
    WorkId work();

    /** The unit that has the work in hand, or would have it if the clock ran. */
    UnitId provider();

    /** When it became so by the clock, which may be a little before it was noticed. */
    Instant at();
}
