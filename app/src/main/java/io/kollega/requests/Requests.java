package io.kollega.requests;

import io.kollega.organization.PersonId;
import io.kollega.requests.events.RequestEvent;
import io.kollega.requests.events.RequestId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What was asked, of whom, and where it stands. */
@Component
public final class Requests {
    private final Histories histories;
    private final Journeys journeys;
    private final RequestRows rows;
    private final Participants participants;

    Requests(Histories histories, Journeys journeys, RequestRows rows, Participants participants) {
        this.histories = histories;
        this.journeys = journeys;
        this.rows = rows;
        this.participants = participants;
    }

    /** Who has to do with the request now, and what it is about: to tell people of it. */
    public Optional<RequestEvent.Parties> parties(RequestId request) {
        return rows.find(request).map(Request::parties);
    }

    /**
     * Who follows the request besides its parties.
     *
     * @param internal whether only those who may read internal notes
     */
    public List<PersonId> followers(RequestId request, boolean internal) {
        return participants.of(request, internal);
    }

    /** How these requests went from unit to unit; those that are not known are missing. */
    public List<Journey> journeys(Collection<RequestId> requests) {
        return journeys.of(requests);
    }

    /**
     * Requests with a higher number than this one, the lowest numbers first, up to the first that
     * was not submitted before an instant.
     */
    public List<RequestId> after(RequestId last, Instant before, int limit) {
        return journeys.after(last, before, limit);
    }

    /**
     * Brings in requests with all that happened to them, at the instants given, with their
     * promises. Publishes no events: it is not news. Set-based, for imports and the demo company. A
     * request that is known by its source and external id stays as it is, so that bringing the same
     * twice changes nothing. An open request that names no standard is promised what its unit
     * promises to whoever just asks.
     *
     * @param source the name of the system they come from
     */
    public BroughtHistory bringHistory(String source, List<BroughtRequest> requests) {
        return histories.bring(source, requests);
    }
}
