package io.kollega.promises;

import io.kollega.organization.UnitId;
import io.kollega.promises.WorkHistory.End;
import io.kollega.worktime.WorkCalendar;
import java.time.Instant;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Lets a history happen once more, through the very verbs that live work goes through. */
final class Replay {
    private final Promise promise;
    private final @Nullable Instant responded;

    private Replay(Promise promise, @Nullable Instant responded) {
        this.promise = promise;
        this.responded = responded;
    }

    /**
     * The promise as the history leaves it, brought up to now; what it tells is for figures only.
     *
     * @throws IllegalArgumentException if the history is not as {@link WorkHistory} says
     */
    static Promise of(WorkHistory history, WorkCalendar calendar, double share, Instant now) {
        if (history.spans().isEmpty()
                || !(history.spans().getFirst().holder() instanceof Holder.OfUnit(UnitId first))) {
            throw wrong(history, "begins with no unit; give the unit that had it first");
        }
        Instant start = history.spans().getFirst().from();
        UnitId client = history.asker() == null ? null : history.asker().unit();
        Promise promise = new Promise(history.work(), client, first, calendar, start);
        if (history.standard() != null) {
            promise.promise(history.standard(), share);
        } else if (history.end() == null) {
            throw wrong(history, "is open and has no standard; give the one it is worked under");
        }
        promise.begin();
        new Replay(promise, history.responded()).play(history);
        if (history.end() == null) {
            promise.advance(now);
            promise.warn(now);
        } else if (history.kept() != null && promise.solved) {
            promise.say(history.kept());
        }
        return promise;
    }

    private void play(WorkHistory history) {
        Instant reached = promise.startedAt;
        Iterator<HeldSpan> spans = history.spans().iterator();
        while (spans.hasNext()) {
            HeldSpan span = spans.next();
            respondBy(span.from());
            hold(span.holder(), span.from());
            if (span.from().isBefore(reached)) {
                throw wrong(history, "has a span that begins before the one before it ended");
            }
            Instant to = span.to();
            if ((to == null) != (history.end() == null && !spans.hasNext())) {
                throw wrong(history, "must have its last span open exactly if it is open itself");
            }
            reached = to == null ? span.from() : to;
        }
        end(history.end(), reached);
    }

    private void end(@Nullable End end, Instant at) {
        respondBy(at);
        switch (end) {
            case SOLVED -> promise.stop(at);
            case CANCELLED -> promise.cancel(at);
            case null -> respondBy(Instant.MAX);
        }
    }

    private void respondBy(Instant at) {
        if (responded != null && promise.respondedAt == null && !responded.isAfter(at)) {
            promise.respond(responded);
        }
    }

    private void hold(Holder holder, Instant at) {
        PauseReason reason = PauseReason.of(holder);
        if (holder instanceof Holder.OfUnit(UnitId unit)) {
            promise.handOver(unit, promise.calendar.id(), at);
            promise.resume(at);
        } else if (reason != null) {
            promise.pause(reason, null, at);
        }
    }

    private static IllegalArgumentException wrong(WorkHistory history, String what) {
        return new IllegalArgumentException(
                "The history of work " + history.work().value() + " " + what + ".");
    }
}
