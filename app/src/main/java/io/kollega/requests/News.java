package io.kollega.requests;

import io.kollega.organization.PersonId;
import io.kollega.organization.UnitId;
import io.kollega.promises.PauseReason;
import io.kollega.requests.events.RequestEvent;
import io.kollega.requests.events.RequestEvent.Parties;
import io.kollega.requests.events.RequestId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the other modules hear of a happening. */
final class News {
    private News() {}

    /**
     * The event of what was done; empty where nobody else needs to know.
     *
     * @param doer who did it; null for what closes by itself, in the name of the client, who has
     *     let the time pass
     */
    static Optional<RequestEvent> of(
            Request request, Happening what, @Nullable PersonId doer, Instant at) {
        PersonId by = doer == null ? request.client() : doer;
        RequestId id = request.id();
        Parties parties = request.parties();
        return Optional.ofNullable(
                switch (what) {
                    case Happening.Submitted _ ->
                            new RequestEvent.RequestSubmitted(id, at, parties);
                    case Happening.Replied _ ->
                            new RequestEvent.RequestAnswered(id, at, parties, by, false);
                    case Happening.Noted _ ->
                            new RequestEvent.RequestAnswered(id, at, parties, by, true);
                    case Happening.Assigned _ ->
                            new RequestEvent.RequestAssigned(id, at, parties, by);
                    case Happening.HandedOver(UnitId from, _) ->
                            new RequestEvent.RequestHandedOver(id, at, parties, by, from);
                    case Happening.Paused(PauseReason reason) ->
                            new RequestEvent.RequestPaused(id, at, parties, by, reason.slug());
                    case Happening.Resumed _ ->
                            new RequestEvent.RequestResumed(id, at, parties, by);
                    case Happening.Solved _ -> new RequestEvent.RequestSolved(id, at, parties, by);
                    case Happening.Closed _ ->
                            new RequestEvent.RequestClosed(id, at, parties, doer);
                    case Happening.Reopened _ ->
                            new RequestEvent.RequestReopened(id, at, parties, by);
                    case Happening.Withdrawn _ ->
                            new RequestEvent.RequestWithdrawn(id, at, parties);
                    case Happening.Declined _ ->
                            new RequestEvent.RequestDeclined(id, at, parties, by);
                    case Happening.Joined(PersonId participant) ->
                            new RequestEvent.RequestJoined(id, at, parties, by, participant);
                    case Happening.Unassigned _ -> null;
                });
    }
}
