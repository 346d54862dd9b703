package io.kollega.promises;

import io.kollega.promises.Deadlines.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import kollega.measurement.worktime.BusinessCalendar;
import org.jspecify.annotations.Nullable;

/** Says where promises stand at a moment. */
final class Standings {
    private Standings() {}

    /**
     * The deadlines of a promise that has been brought up to this moment; null if nothing was ever
     * promised.
     */
    static @Nullable Deadlines of(Promise promise, Instant moment) {
        if (promise.standard == null) {
            return null;
        }
        Instant now = promise.reached(moment);
        return new Deadlines(
                standing(promise.response, now),
                promise.response.due(),
                responseLeft(promise, now),
                promise.paused() != null && promise.solution.state() == TermState.RUNNING
                        ? Standing.PAUSED
                        : standing(promise.solution, now),
                solutionDue(promise, now),
                solutionLeft(promise, now),
                promise.paused());
    }

    private static Standing standing(Term term, Instant now) {
        return switch (term.state()) {
            case RUNNING -> term.warnAt().isAfter(now) ? Standing.RUNNING : Standing.DUE_SOON;
            case LATE -> Standing.OVERDUE;
            case KEPT -> Standing.KEPT;
            case MISSED -> Standing.MISSED;
            case CANCELLED, NONE -> Standing.CANCELLED;
        };
    }

    private static Duration responseLeft(Promise promise, Instant now) {
        Instant at =
                Objects.requireNonNullElse(
                        promise.respondedAt, Objects.requireNonNullElse(promise.endedAt, now));
        return Duration.ofSeconds(promise.response.left(promise.calendar.hours(), at));
    }

    private static Instant solutionDue(Promise promise, Instant now) {
        BusinessCalendar hours = promise.calendar.hours();
        return promise.paused() != null && promise.left > 0
                ? hours.due(now, promise.left, List.of())
                : promise.solution.due();
    }

    private static Duration solutionLeft(Promise promise, Instant now) {
        return Duration.ofSeconds(
                promise.paused() != null || promise.endedAt != null
                        ? promise.left
                        : promise.solution.left(promise.calendar.hours(), now));
    }
}
