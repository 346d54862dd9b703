package io.kollega.requests;

import io.kollega.organization.PersonId;
import io.kollega.organization.UnitId;
import io.kollega.requests.events.RequestId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a request went from unit to unit; no text in it.
 *
 * @param client who asked, only to count how many people figures rest on; null where the request
 *     was brought in, because the client may stand for many
 * @param unit that has it now, or had it when it ended
 * @param endedAt null while it is open
 * @param solvedAt when the solution came that it has now; null where it has none
 * @param moves handovers in time order
 * @param reopenings when it was opened again after a solution, in time order
 */
public record Journey(
        RequestId request,
        @Nullable PersonId client,
        UnitId clientUnit,
        UnitId unit,
        Instant submittedAt,
        @Nullable Instant endedAt,
        @Nullable Instant solvedAt,
        List<Move> moves,
        List<Reopening> reopenings) {
    /** One unit gives it to another. */
    public record Move(UnitId from, UnitId to, Instant at) {}

    /** It was solved at one moment and opened again at another; in between the client had it. */
    public record Reopening(Instant solvedAt, Instant at) {}
}
