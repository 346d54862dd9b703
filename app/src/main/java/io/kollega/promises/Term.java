package io.kollega.promises;

import io.kollega.organization.UnitId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import kollega.measurement.worktime.BusinessCalendar;
import org.jspecify.annotations.Nullable;

/**
 * One promise: so much working time, and when it will have passed.
 *
 * @param warning with so many seconds left it is due soon
 * @param by the unit that answers for its outcome; null while that is open
 */
record Term(
        Promised promised,
        long seconds,
        long warning,
        Instant due,
        Instant warnAt,
        boolean warned,
        TermState state,
        @Nullable UnitId by) {

    static Term none(Promised promised, Instant at) {
        return new Term(promised, 0, 0, at, at, true, TermState.NONE, null);
    }

    static Term start(
            Promised promised, Duration length, double share, BusinessCalendar hours, Instant at) {
        long seconds = length.toSeconds();
        long warning = warning(seconds, share);
        return new Term(
                promised,
                seconds,
                warning,
                hours.due(at, seconds, List.of()),
                hours.due(at, seconds - warning, List.of()),
                false,
                TermState.RUNNING,
                null);
    }

    static long warning(long seconds, double share) {
        return (long) Math.floor(seconds * share);
    }

    /** Working seconds left at a moment; negative after the deadline. */
    long left(BusinessCalendar hours, Instant at) {
        return at.isAfter(due) ? -hours.elapsedSeconds(due, at) : hours.elapsedSeconds(at, due);
    }

    /** The clock runs again from a moment on. What had run out before stays due when it was. */
    Term resumed(long left, BusinessCalendar hours, Instant at) {
        return left <= 0
                ? this
                : new Term(
                        promised,
                        seconds,
                        warning,
                        hours.due(at, left, List.of()),
                        hours.due(at, Math.max(0, left - warning), List.of()),
                        warned,
                        state,
                        by);
    }

    Term warnedOf() {
        return new Term(promised, seconds, warning, due, warnAt, true, state, by);
    }

    Term as(TermState newState, @Nullable UnitId answers) {
        return new Term(promised, seconds, warning, due, warnAt, warned, newState, answers);
    }

    /** The last moment at which it is kept is the deadline itself. */
    boolean brokenAt(Instant now) {
        return state == TermState.RUNNING && due.isBefore(now);
    }

    /** When the sweep must look at it, while its clock runs; null if there is nothing to see. */
    @Nullable Instant nextAlarm() {
        if (state != TermState.RUNNING) {
            return null;
        }
        return warned || warnAt.isAfter(due) ? due : warnAt;
    }
}
