package io.kollega.exchange;

import io.kollega.organization.PersonId;
import io.kollega.organization.UnitId;
import io.kollega.promises.PauseReason;
import io.kollega.requests.BroughtEntry;
import io.kollega.requests.Happening;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Translates the events of one request, which say how it stood, into what happened to it in
 * between.
 */
final class Journey {
    private final Function<String, UnitId> units;
    private final Function<String, PersonId> people;
    private final List<BroughtEntry> entries = new ArrayList<>();
    private UnitId unit;
    private EventState state = EventState.QUEUED;
    private @Nullable PersonId specialist;

    private Journey(
            UnitId first, Function<String, UnitId> units, Function<String, PersonId> people) {
        this.unit = first;
        this.units = units;
        this.people = people;
    }

    /** What happened, beginning with a request submitted to {@code first}. */
    static List<BroughtEntry> of(
            List<LoggedEvent> events,
            UnitId first,
            Function<String, UnitId> units,
            Function<String, PersonId> people) {
        Journey journey = new Journey(first, units, people);
        events.forEach(journey::follow);
        return journey.entries;
    }

    private void follow(LoggedEvent event) {
        Instant at = event.at();
        PersonId author = event.person() == null ? null : people.apply(event.person());
        if (event.state().open() && !state.open()) {
            happened(at, author, new Happening.Reopened());
            state = EventState.WORKING;
        }
        UnitId next = event.unit() == null ? unit : units.apply(event.unit());
        if (!next.equals(unit)) {
            resume(at, author);
            happened(at, author, new Happening.HandedOver(unit, next));
            unit = next;
            specialist = null;
            if (state.open()) {
                state = EventState.QUEUED;
            }
        }
        if (event.state().open() && !event.state().waiting()) {
            resume(at, author);
        }
        assign(event, at, author);
        switch (event.state()) {
            case QUEUED, WORKING -> {}
            case WAITING_CLIENT -> pause(at, author, event.state(), PauseReason.WAITING_CLIENT);
            case WAITING_APPROVAL -> pause(at, author, event.state(), PauseReason.WAITING_APPROVAL);
            case WAITING_OUTSIDE -> pause(at, author, event.state(), PauseReason.WAITING_OUTSIDE);
            case SCHEDULED -> pause(at, author, event.state(), PauseReason.SCHEDULED);
            case SOLVED -> finish(at, author, false);
            case CLOSED -> finish(at, author, true);
            case WITHDRAWN -> end(at, author, event.state(), new Happening.Withdrawn());
            case DECLINED -> end(at, author, event.state(), new Happening.Declined());
        }
        if (event.state() != EventState.SOLVED || state != EventState.CLOSED) {
            state = event.state();
        }
    }

    private void assign(LoggedEvent event, Instant at, @Nullable PersonId author) {
        if (event.state() == EventState.QUEUED) {
            if (specialist != null) {
                happened(at, author, new Happening.Unassigned());
                specialist = null;
            }
        } else if (author != null && !author.equals(specialist) && state.open()) {
            happened(at, author, new Happening.Assigned(author));
            specialist = author;
        }
    }

    private void pause(
            Instant at, @Nullable PersonId author, EventState waiting, PauseReason reason) {
        if (state != waiting) {
            resume(at, author);
            happened(at, author, new Happening.Paused(reason));
        }
    }

    private void resume(Instant at, @Nullable PersonId author) {
        if (state.waiting()) {
            happened(at, author, new Happening.Resumed());
            state = EventState.WORKING;
        }
    }

    private void finish(Instant at, @Nullable PersonId author, boolean close) {
        if (!state.finished()) {
            resume(at, author);
            happened(at, author, new Happening.Solved());
        }
        if (close && state != EventState.CLOSED) {
            happened(at, author, new Happening.Closed());
        }
    }

    private void end(Instant at, @Nullable PersonId author, EventState end, Happening happening) {
        if (state != end) {
            resume(at, author);
            happened(at, author, happening);
        }
    }

    private void happened(Instant at, @Nullable PersonId author, Happening happening) {
        entries.add(new BroughtEntry(at, author, author == null ? null : unit, happening, ""));
    }
}
