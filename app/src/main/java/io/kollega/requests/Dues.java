package io.kollega.requests;

import io.kollega.promises.Deadlines;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The instants ahead of a request, kept beside it so that queues and sweeps find it by an index.
 *
 * @param closes when it closes by itself, once it is solved
 */
record Dues(@Nullable Instant response, @Nullable Instant solution, @Nullable Instant closes) {
    static final Dues NONE = new Dues(null, null, null);

    static Dues of(Deadlines deadlines) {
        return new Dues(deadlines.responseDue(), deadlines.solutionDue(), null);
    }

    Dues closing(Instant at) {
        return new Dues(response, solution, at);
    }
}
