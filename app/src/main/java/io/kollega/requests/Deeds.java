package io.kollega.requests;

import io.kollega.access.CurrentPerson;
import io.kollega.organization.Organization;
import io.kollega.organization.Person;
import io.kollega.organization.PersonId;
import io.kollega.organization.UnitId;
import io.kollega.requests.events.RequestId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Doing something with a request: held, checked, done and written in one transaction. */
@Component
final class Deeds {
    private final RequestRows rows;
    private final Entries entries;
    private final Participants participants;
    private final Progress progress;
    private final Attachments attachments;
    private final Organization organization;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Deeds(
            RequestRows rows,
            Entries entries,
            Participants participants,
            Progress progress,
            Attachments attachments,
            Organization organization,
            TransactionTemplate transactions,
            Clock clock) {
        this.rows = rows;
        this.entries = entries;
        this.participants = participants;
        this.progress = progress;
        this.attachments = attachments;
        this.organization = organization;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Does it whatever has happened meanwhile, as long as it is still open to this person. */
    Outcome act(CurrentPerson person, RequestId id, Deed deed) {
        return act(person, id, null, deed, List.of());
    }

    /**
     * Does it unless the request has changed.
     *
     * @param version of the request as the person has seen it; null to do it in any case
     * @param files that go with the words
     */
    Outcome act(
            CurrentPerson person,
            RequestId id,
            @Nullable Integer version,
            Deed deed,
            List<Attachments.Stored> files) {
        return Objects.requireNonNull(
                transactions.execute(_ ->
                        rows.hold(id, person)
                                .map(seen -> act(person, seen, version, deed, files))
                                .orElseGet(Outcome.Unseen::new)));
    }

    private Outcome act(
            CurrentPerson person,
            Seen seen,
            @Nullable Integer version,
            Deed deed,
            List<Attachments.Stored> files) {
        Request request = seen.request();
        if (version != null && version != request.version()) {
            // What this side may not read has not changed for it.
            List<Entry> since = entries.of(request.id(), seen.side(), version);
            if (!since.isEmpty()) {
                return new Outcome.Changed(request, since);
            }
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return switch (Course.step(request, deed, seen.side(), person.id(), now)) {
            case Step.Refused(Refusal refusal) -> new Outcome.Refused(refusal);
            case Step.Nothing _ -> new Outcome.Done(request);
            case Step.Taken(List<Happening> happenings) ->
                    obstacle(request, deed, person, now)
                            .<Outcome>map(Outcome.Refused::new)
                            .orElseGet(() -> {
                                Request done =
                                        progress.by(person, seen, happenings, deed.text(), now);
                                participants.follow(done, deed, request, person, now);
                                attachments.attach(done, happenings, files);
                                return new Outcome.Done(done);
                            });
        };
    }

    /** Facts outside the request that stand against a deed. */
    private Optional<Refusal> obstacle(
            Request request, Deed deed, CurrentPerson person, Instant now) {
        return switch (deed) {
            case Deed.Assign(PersonId specialist) when specialist.equals(person.id()) ->
                    Optional.empty();
            case Deed.Assign(PersonId specialist) ->
                    organization
                            .person(specialist)
                            .map(Person::unit)
                            .filter(request.unit()::equals)
                            .map(_ -> Optional.<Refusal>empty())
                            .orElse(Optional.of(Refusal.NOT_OF_UNIT));
            case Deed.HandOver(UnitId to, _) ->
                    organization.unit(to).isPresent()
                            ? Optional.empty()
                            : Optional.of(Refusal.UNKNOWN_UNIT);
            case Deed.Join(PersonId participant, _) ->
                    organization.person(participant).isPresent()
                            ? Optional.empty()
                            : Optional.of(Refusal.UNKNOWN_PERSON);
            case Deed.Reply _, Deed.Note _, Deed.Confirm _, Deed.Reopen _, Deed.Withdraw _ ->
                    Optional.empty();
            case Deed.Unassign _, Deed.Pause _, Deed.Resume _, Deed.Solve _, Deed.Decline _ ->
                    Optional.empty();
        };
    }
}
