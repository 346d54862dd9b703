package io.kollega.requests;

import io.kollega.access.CurrentPerson;
import io.kollega.organization.PersonId;
import io.kollega.organization.UnitId;
import io.kollega.promises.PauseReason;
import io.kollega.requests.events.RequestEvent;
import io.kollega.requests.events.RequestId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What was asked, of whom, and where it stands; and what may be done with it. Every verb is checked
 * as if its person had done it on a page, is one transaction or joins the caller's, and tells the
 * other modules.
 */
@Component
public final class Requests {
    private final Histories histories;
    private final Journeys journeys;
    private final RequestRows rows;
    private final Entries entries;
    private final Participants participants;
    private final Submissions submissions;
    private final Deeds deeds;

    Requests(
            Histories histories,
            Journeys journeys,
            RequestRows rows,
            Entries entries,
            Participants participants,
            Submissions submissions,
            Deeds deeds) {
        this.histories = histories;
        this.journeys = journeys;
        this.rows = rows;
        this.entries = entries;
        this.participants = participants;
        this.submissions = submissions;
        this.deeds = deeds;
    }

    /** Asks in the name of a person; joins the caller's transaction. */
    public Asked submit(CurrentPerson client, Asking asking) {
        return switch (submissions.submit(client, asking)) {
            case Submitted.Accepted accepted -> new Asked.Accepted(accepted.request().id());
            case Submitted.Refused(Map<String, String> problems) -> new Asked.Refused(problems);
        };
    }

    /** Says something that client and provider both read. */
    public Handled reply(CurrentPerson by, RequestId request, String text) {
        return act(by, request, new Deed.Reply(text));
    }

    /** Says something that the provider's people alone read. */
    public Handled note(CurrentPerson by, RequestId request, String text) {
        return act(by, request, new Deed.Note(text));
    }

    /** Gives it to one of the unit's people. */
    public Handled assign(CurrentPerson by, RequestId request, PersonId specialist) {
        return act(by, request, new Deed.Assign(specialist));
    }

    /** Puts it back into the queue. */
    public Handled unassign(CurrentPerson by, RequestId request) {
        return act(by, request, new Deed.Unassign());
    }

    /** Gives it to another unit, with a note that its people read. */
    public Handled handOver(CurrentPerson by, RequestId request, UnitId to, String note) {
        return act(by, request, new Deed.HandOver(to, note));
    }

    /** Stops the clock of the solution; the client reads the text. */
    public Handled pause(CurrentPerson by, RequestId request, PauseReason reason, String text) {
        return act(by, request, new Deed.Pause(reason, text));
    }

    /** Lets the clock run again. */
    public Handled resume(CurrentPerson by, RequestId request) {
        return act(by, request, new Deed.Resume());
    }

    /** Says that it is done; the client may confirm or object. */
    public Handled solve(CurrentPerson by, RequestId request, String text) {
        return act(by, request, new Deed.Solve(text));
    }

    /** The client is content. */
    public Handled confirm(CurrentPerson by, RequestId request) {
        return act(by, request, new Deed.Confirm());
    }

    /** The client objects, or needs it again. */
    public Handled reopen(CurrentPerson by, RequestId request, String text) {
        return act(by, request, new Deed.Reopen(text));
    }

    /** The client needs it no more. */
    public Handled withdraw(CurrentPerson by, RequestId request, String text) {
        return act(by, request, new Deed.Withdraw(text));
    }

    /** The provider can't do it, and says why. */
    public Handled decline(CurrentPerson by, RequestId request, String text) {
        return act(by, request, new Deed.Decline(text));
    }

    /**
     * Calls somebody in.
     *
     * @param notes whether they may read the internal notes
     */
    public Handled join(CurrentPerson by, RequestId request, PersonId participant, boolean notes) {
        return act(by, request, new Deed.Join(participant, notes));
    }

    private Handled act(CurrentPerson by, RequestId request, Deed deed) {
        return switch (deeds.act(by, request, deed)) {
            case Outcome.Done(Request done) -> new Handled.Done(done.id());
            case Outcome.Refused(Refusal refusal) -> new Handled.Refused(refusal.key());
            case Outcome.Unseen _ -> new Handled.Unseen();
            case Outcome.Changed _ ->
                    throw new IllegalStateException("Nobody said which version they had seen.");
        };
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

    /** What was asked, in the client's words: to write it to those who work the queue. */
    public Optional<String> asked(RequestId request) {
        return rows.find(request).map(Request::body);
    }

    /** What somebody then said for both sides to read; never an internal note. */
    public Optional<String> said(RequestId request, PersonId by, Instant at) {
        return entries.said(request, by, at);
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
     * promises. Tells the sums of it by one event for each set and people nothing: it is not news.
     * Set-based, for imports and the demo company. A request that is known by its source and
     * external id stays as it is, so that bringing the same twice changes nothing. An open request
     * that names no standard is promised what its unit promises to whoever just asks.
     *
     * @param source the name of the system they come from
     */
    public BroughtHistory bringHistory(String source, List<BroughtRequest> requests) {
        return histories.bring(source, requests);
    }
}
