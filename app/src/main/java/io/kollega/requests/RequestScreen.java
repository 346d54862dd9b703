package io.kollega.requests;

import io.kollega.access.CurrentPerson;
import io.kollega.catalog.Catalog;
import io.kollega.catalog.FormField;
import io.kollega.catalog.OfferedService;
import io.kollega.catalog.Standard;
import io.kollega.organization.Name;
import io.kollega.organization.Organization;
import io.kollega.organization.PeopleToday;
import io.kollega.organization.Person;
import io.kollega.organization.PersonId;
import io.kollega.organization.Unit;
import io.kollega.organization.UnitId;
import io.kollega.organization.UnitsToday;
import io.kollega.promises.Deadlines;
import io.kollega.promises.Ledger;
import io.kollega.promises.PauseReason;
import io.kollega.promises.Promises;
import io.kollega.promises.Reckoning;
import io.kollega.promises.WorkId;
import io.kollega.requests.events.RequestId;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what the page of a request shows. */
@Component
final class RequestScreen {
    private final RequestRows rows;
    private final Entries entries;
    private final Conversations conversations;
    private final Participants participants;
    private final Promises promises;
    private final Catalog catalog;
    private final Organization organization;
    private final Clock clock;

    RequestScreen(
            RequestRows rows,
            Entries entries,
            Conversations conversations,
            Participants participants,
            Promises promises,
            Catalog catalog,
            Organization organization,
            Clock clock) {
        this.rows = rows;
        this.entries = entries;
        this.conversations = conversations;
        this.participants = participants;
        this.promises = promises;
        this.catalog = catalog;
        this.organization = organization;
        this.clock = clock;
    }

    /** The page; empty if this person has no reason to see the request. */
    Optional<RequestView> of(
            CurrentPerson person, RequestId id, Draft draft, @Nullable Integer seen) {
        return rows.find(id, person).map(it -> view(person, it, draft, seen));
    }

    private RequestView view(
            CurrentPerson person, Seen seen, Draft draft, @Nullable Integer version) {
        Request request = seen.request();
        Instant now = clock.instant();
        WorkId work = new WorkId(request.id().value());
        Reckoning reckoning = promises.reckon(work, now);
        Deadlines deadlines = reckoning == null ? null : reckoning.deadlines();
        Ledger ledger = reckoning == null ? null : reckoning.ledger();
        Conversations.Conversation conversation = conversations.of(request.id(), seen.side());
        List<Entry> history = conversation.entries();
        List<PersonId> joined = participants.of(request.id());
        RequestView.Permitted permitted = permitted(request, seen.side(), person.id(), now);
        UnitsToday units = organization.unitsToday();
        Set<PersonId> named = people(request, history, joined);
        PeopleToday people =
                permitted.assign()
                        ? organization.people(named, request.unit())
                        : new PeopleToday(organization.people(named), List.of());
        OfferedService service =
                request.service() == null ? null : catalog.service(request.service()).orElse(null);
        Standard standard = request.standard() == null ? null : catalog.version(request.standard());
        Badge badge = Badge.of(request.state(), deadlines);
        return new RequestView(
                request,
                seen.side(),
                person.id(),
                new Naming(people.all(), units.ever()),
                seen.side() == Side.CLIENT ? badge.forClient(request.state()) : badge,
                promise(reckoning, service, standard, units.ever()),
                ledger == null || ledger.whole().isZero() ? null : LedgerView.of(ledger),
                service,
                history,
                conversation.files(),
                joined,
                answers(request, standard),
                seen.dues().closes(),
                permitted,
                specialists(people, request),
                permitted.handOver() ? others(units, request) : List.of(),
                draft,
                version == null ? List.of() : entries.of(request.id(), seen.side(), version));
    }

    private static @Nullable PromiseView promise(
            @Nullable Reckoning reckoning,
            @Nullable OfferedService service,
            @Nullable Standard standard,
            Map<UnitId, Unit> units) {
        return reckoning == null || reckoning.deadlines() == null
                ? null
                : new PromiseView(
                        reckoning.deadlines(),
                        standard,
                        promisedBy(service, standard, units),
                        reckoning.explanation());
    }

    private static @Nullable Name promisedBy(
            @Nullable OfferedService service,
            @Nullable Standard standard,
            Map<UnitId, Unit> units) {
        if (service != null) {
            return service.name();
        }
        Unit unit = standard == null ? null : units.get(standard.unit());
        return unit == null ? null : unit.name();
    }

    private static List<Person> specialists(PeopleToday people, Request request) {
        return people.ofUnit().stream()
                .filter(person -> !person.id().equals(request.client()))
                .toList();
    }

    private static List<Unit> others(UnitsToday units, Request request) {
        return units.existing().stream().filter(unit -> !unit.id().equals(request.unit())).toList();
    }

    private static Set<PersonId> people(
            Request request, List<Entry> history, List<PersonId> joined) {
        Set<PersonId> people = new HashSet<>(joined);
        people.add(request.client());
        if (request.state().specialist() != null) {
            people.add(request.state().specialist());
        }
        for (Entry entry : history) {
            if (entry.author() != null) {
                people.add(entry.author());
            }
            PersonId named = Entries.Columns.of(entry.what()).person();
            if (named != null) {
                people.add(named);
            }
        }
        return people;
    }

    private static Map<FormField, String> answers(Request request, @Nullable Standard standard) {
        Map<FormField, String> answers = new LinkedHashMap<>();
        if (standard != null) {
            for (FormField field : standard.fields()) {
                String answer = request.fields().get(field.key());
                if (answer != null) {
                    answers.put(field, answer);
                }
            }
        }
        return answers;
    }

    /** Tries each deed without doing it. */
    static RequestView.Permitted permitted(
            Request request, Side side, PersonId person, Instant now) {
        boolean assign = may(request, new Deed.Assign(new PersonId(0)), side, person, now);
        return new RequestView.Permitted(
                may(request, new Deed.Reply("?"), side, person, now),
                may(request, new Deed.Note("?"), side, person, now),
                assign && !person.equals(request.state().specialist()),
                assign,
                may(request, new Deed.Unassign(), side, person, now),
                may(request, new Deed.HandOver(new UnitId(0), ""), side, person, now),
                may(request, new Deed.Pause(PauseReason.SCHEDULED, ""), side, person, now),
                may(request, new Deed.Resume(), side, person, now),
                may(request, new Deed.Solve(""), side, person, now),
                may(request, new Deed.Confirm(), side, person, now),
                may(request, new Deed.Reopen(""), side, person, now),
                may(request, new Deed.Withdraw(""), side, person, now),
                may(request, new Deed.Decline("?"), side, person, now),
                may(request, new Deed.Join(new PersonId(0), false), side, person, now));
    }

    private static boolean may(
            Request request, Deed deed, Side side, PersonId person, Instant now) {
        return Course.step(request, deed, side, person, now) instanceof Step.Taken;
    }
}
