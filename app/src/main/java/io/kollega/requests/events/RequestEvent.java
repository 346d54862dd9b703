package io.kollega.requests.events;

import io.kollega.catalog.ServiceId;
import io.kollega.organization.PersonId;
import io.kollega.organization.UnitId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What has happened to a request. Published inside the transaction of the deed: a listener may only
 * write rows; what is slow or leaves the house comes after the commit.
 */
public sealed interface RequestEvent {
    RequestId request();

    Instant at();

    /** What every listener needs to know of the request, as it stands after the deed. */
    record Parties(
            PersonId client,
            UnitId clientUnit,
            UnitId providerUnit,
            @Nullable PersonId specialist,
            @Nullable ServiceId service,
            String subject) {}

    Parties parties();

    record RequestSubmitted(RequestId request, Instant at, Parties parties)
            implements RequestEvent {}

    record RequestAssigned(RequestId request, Instant at, Parties parties, PersonId by)
            implements RequestEvent {}

    record RequestHandedOver(
            RequestId request, Instant at, Parties parties, PersonId by, UnitId from)
            implements RequestEvent {}

    /** A public reply or an internal note was added. */
    record RequestAnswered(
            RequestId request, Instant at, Parties parties, PersonId by, boolean internal)
            implements RequestEvent {}

    record RequestPaused(RequestId request, Instant at, Parties parties, PersonId by, String reason)
            implements RequestEvent {}

    record RequestResumed(RequestId request, Instant at, Parties parties, PersonId by)
            implements RequestEvent {}

    record RequestSolved(RequestId request, Instant at, Parties parties, PersonId by)
            implements RequestEvent {}

    /**
     * The client confirmed the solution, or the time to object has passed.
     *
     * @param by who confirmed; null where time has passed
     */
    record RequestClosed(RequestId request, Instant at, Parties parties, @Nullable PersonId by)
            implements RequestEvent {}

    /** Somebody was called in, to follow the request. */
    record RequestJoined(
            RequestId request, Instant at, Parties parties, PersonId by, PersonId participant)
            implements RequestEvent {}

    record RequestReopened(RequestId request, Instant at, Parties parties, PersonId by)
            implements RequestEvent {}

    record RequestWithdrawn(RequestId request, Instant at, Parties parties)
            implements RequestEvent {}

    record RequestDeclined(RequestId request, Instant at, Parties parties, PersonId by)
            implements RequestEvent {}
}
