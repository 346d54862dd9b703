package io.kollega.promises;

import io.kollega.catalog.ServiceId;
import io.kollega.catalog.Standard;
import io.kollega.catalog.StandardId;
import io.kollega.organization.UnitId;
import io.kollega.worktime.CalendarId;
import io.kollega.worktime.WorkCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kollega.measurement.worktime.BusinessCalendar;
import org.jspecify.annotations.Nullable;

/**
 * Both promises of one piece of work and who has it in hand. Instants are taken at whole seconds; a
 * moment before the last change (clocks of two nodes differ) is taken for that of the change.
 */
final class Promise {
    final WorkId work;
    final @Nullable UnitId client;
    final Instant startedAt;

    /** The key of whoever asked; 0 where nobody is known. */
    long asker;

    /** By which both deadlines are counted, whoever has the work. */
    WorkCalendar calendar;

    Instant countedFrom;
    @Nullable StandardId standard;
    @Nullable ServiceId service;
    UnitId provider;
    CalendarId providerCalendar;
    Term response;
    @Nullable Instant respondedAt;
    Term solution;

    /** Business seconds that were left of the solution when its clock was stopped. */
    long left;

    /** Who has it; null once it has ended. */
    @Nullable Holder holder;

    int span;
    Instant spanFrom;
    @Nullable Instant pauseUntil;
    @Nullable Instant endedAt;
    boolean solved;

    /** What has happened since it was read, for whoever writes it down. */
    final List<PromiseEvent> events = new ArrayList<>();

    final List<SpanChange> spans = new ArrayList<>();

    /** Work that has just begun, or (without a span) a row to be filled in. */
    Promise(
            WorkId work,
            @Nullable UnitId client,
            UnitId provider,
            WorkCalendar calendar,
            Instant startedAt) {
        this.work = work;
        this.client = client;
        this.startedAt = startedAt.truncatedTo(ChronoUnit.SECONDS);
        this.calendar = calendar;
        this.countedFrom = this.startedAt;
        this.provider = provider;
        this.providerCalendar = calendar.id();
        this.response = Term.none(Promised.RESPONSE, this.startedAt);
        this.solution = Term.none(Promised.SOLUTION, this.startedAt);
        this.spanFrom = this.startedAt;
    }

    /** Promises what a standard says, from the last change on. */
    void promise(Standard given, double warningShare) {
        BusinessCalendar hours = calendar.hours();
        standard = given.id();
        service = given.service();
        countedFrom = spanFrom;
        if (respondedAt == null) {
            response =
                    Term.start(Promised.RESPONSE, given.response(), warningShare, hours, spanFrom);
        }
        solution = Term.start(Promised.SOLUTION, given.solution(), warningShare, hours, spanFrom);
        left = solution.seconds();
    }

    void begin() {
        open(new Holder.OfUnit(provider), startedAt);
    }

    void handOver(UnitId to, CalendarId hours, Instant now) {
        requireOpen();
        Instant at = reach(now);
        if (to.equals(provider)) {
            return;
        }
        provider = to;
        providerCalendar = hours;
        if (paused() == null) {
            close(SpanEnd.HANDED, at);
            open(new Holder.OfUnit(to), at);
        }
    }

    void respond(Instant now) {
        Instant at = reach(now);
        if (respondedAt == null && endedAt == null) {
            respondedAt = at;
            response = kept(response, at);
        }
    }

    /** Another reason goes on with the same pause in other hands. */
    void pause(PauseReason reason, @Nullable Duration cap, Instant now) {
        requireOpen();
        Instant at = reach(now);
        PauseReason already = paused();
        if (already == reason) {
            return;
        }
        if (already == null) {
            left = solution.left(calendar.hours(), at);
        }
        close(already == null ? SpanEnd.PAUSED : SpanEnd.RESUMED, at);
        open(reason.holder(), at);
        pauseUntil = cap == null ? null : calendar.hours().due(at, cap.toSeconds(), List.of());
    }

    void resume(Instant now) {
        Instant at = reach(now);
        if (paused() != null) {
            resume(SpanEnd.RESUMED, at);
        }
    }

    private void resume(SpanEnd end, Instant at) {
        close(end, at);
        open(new Holder.OfUnit(provider), at);
        pauseUntil = null;
        if (solution.state() == TermState.RUNNING) {
            solution = solution.resumed(left, calendar.hours(), at);
        }
    }

    void stop(Instant now) {
        if (endedAt != null) {
            return;
        }
        resume(now);
        respond(now);
        Instant at = reach(now);
        left = solution.left(calendar.hours(), at);
        solution = kept(solution, at);
        end(SpanEnd.STOPPED, at);
        solved = true;
    }

    void reopen(Instant now) {
        if (!solved) {
            throw new IllegalStateException("Work " + work.value() + " was not solved.");
        }
        Instant at = reach(now);
        if (at.isAfter(spanFrom)) {
            open(new Holder.Client(), spanFrom);
            close(SpanEnd.REOPENED, at);
        }
        open(new Holder.OfUnit(provider), at);
        endedAt = null;
        solved = false;
        switch (solution.state()) {
            case KEPT ->
                    solution =
                            solution.as(TermState.RUNNING, null)
                                    .resumed(left, calendar.hours(), at);
            case MISSED -> solution = solution.as(TermState.LATE, solution.by());
            case NONE, RUNNING, LATE, CANCELLED -> {}
        }
    }

    void cancel(Instant now) {
        if (endedAt != null) {
            return;
        }
        Instant at = reach(now);
        if (paused() == null) {
            left = solution.left(calendar.hours(), at);
        }
        response = cancelled(response);
        solution = cancelled(solution);
        end(SpanEnd.CANCELLED, at);
    }

    /** What the source of a history says of its solution counts, whatever the clock says. */
    void say(boolean kept) {
        events.removeIf(event -> isOutcome(event, Promised.SOLUTION));
        Instant at = endedAt == null ? spanFrom : endedAt;
        events.add(
                kept
                        ? new Kept(work, provider, Promised.SOLUTION, solution.due(), at)
                        : new Missed(work, provider, Promised.SOLUTION, solution.due(), at));
        solution = solution.as(kept ? TermState.KEPT : TermState.MISSED, provider);
    }

    private static boolean isOutcome(PromiseEvent event, Promised promised) {
        return switch (event) {
            case Kept kept -> kept.promised() == promised;
            case Missed missed -> missed.promised() == promised;
            case DueSoon _, PauseEnded _ -> false;
        };
    }

    /** Takes notice of what the clock alone has done by now: ended a pause, broken a promise. */
    void advance(Instant moment) {
        Instant now = moment.truncatedTo(ChronoUnit.SECONDS);
        Instant cap = pauseUntil;
        PauseReason reason = paused();
        if (cap != null && reason != null && !cap.isAfter(now)) {
            resume(SpanEnd.CAPPED, cap);
            events.add(new PauseEnded(work, provider, reason, solution.due(), cap));
        }
        if (response.brokenAt(now)) {
            response = broken(response);
        }
        if (runs() && solution.brokenAt(now)) {
            solution = broken(solution);
        }
    }

    /** Warns of what is due soon and not yet broken, once. */
    void warn(Instant now) {
        response = warned(response, now);
        if (runs()) {
            solution = warned(solution, now);
        }
    }

    /** Why the clock of the solution stands; null if it does not, or has ended. */
    @Nullable PauseReason paused() {
        return holder == null ? null : PauseReason.of(holder);
    }

    private void requireOpen() {
        if (endedAt != null) {
            throw new IllegalStateException("Work " + work.value() + " ended at " + endedAt + ".");
        }
    }

    private boolean runs() {
        return holder instanceof Holder.OfUnit;
    }

    /** When the clock alone will next do something; null if never. */
    @Nullable Instant nextAt() {
        return Stream.of(
                        Optional.ofNullable(response.nextAlarm()),
                        Optional.ofNullable(runs() ? solution.nextAlarm() : null),
                        Optional.ofNullable(pauseUntil))
                .flatMap(Optional::stream)
                .min(Instant::compareTo)
                .orElse(null);
    }

    private Instant reach(Instant now) {
        Instant reached = reached(now);
        advance(reached);
        return reached;
    }

    /** A moment as this work takes it: at whole seconds, and not before its last change. */
    Instant reached(Instant moment) {
        Instant at = moment.truncatedTo(ChronoUnit.SECONDS);
        return at.isBefore(spanFrom) ? spanFrom : at;
    }

    private Term kept(Term term, Instant at) {
        if (term.state() == TermState.RUNNING) {
            events.add(new Kept(work, provider, term.promised(), term.due(), at));
            return term.as(TermState.KEPT, provider);
        }
        return term.state() == TermState.LATE ? term.as(TermState.MISSED, term.by()) : term;
    }

    private Term broken(Term term) {
        events.add(new Missed(work, provider, term.promised(), term.due(), term.due()));
        return term.as(TermState.LATE, provider);
    }

    private Term warned(Term term, Instant now) {
        if (term.state() != TermState.RUNNING || term.warned() || term.warnAt().isAfter(now)) {
            return term;
        }
        events.add(new DueSoon(work, provider, term.promised(), term.due(), term.warnAt()));
        return term.warnedOf();
    }

    private static Term cancelled(Term term) {
        return switch (term.state()) {
            case RUNNING -> term.as(TermState.CANCELLED, null);
            case LATE -> term.as(TermState.MISSED, term.by());
            case NONE, KEPT, MISSED, CANCELLED -> term;
        };
    }

    private void open(Holder next, Instant at) {
        span++;
        spanFrom = at;
        holder = next;
        spans.add(
                new SpanChange.Opened(
                        span,
                        next,
                        next instanceof Holder.OfUnit ? providerCalendar : calendar.id(),
                        at));
    }

    private void close(SpanEnd end, Instant at) {
        spans.add(new SpanChange.Closed(span, at, end));
        spanFrom = at;
    }

    private void end(SpanEnd end, Instant at) {
        close(end, at);
        holder = null;
        pauseUntil = null;
        endedAt = at;
    }
}
