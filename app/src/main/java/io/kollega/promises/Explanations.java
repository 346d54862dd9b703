package io.kollega.promises;

import io.kollega.promises.Explanation.Closed;
import io.kollega.promises.Explanation.Counted;
import io.kollega.promises.Explanation.Ending;
import io.kollega.promises.Explanation.Line;
import io.kollega.promises.Explanation.Paused;
import io.kollega.promises.Explanation.Solved;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import kollega.measurement.worktime.BusinessCalendar;
import kollega.measurement.worktime.Span;
import org.jspecify.annotations.Nullable;

/** Lays a deadline out in lines, from the start to the deadline without a gap. */
final class Explanations {
    private final BusinessCalendar hours;
    private final List<Line> lines = new ArrayList<>();
    private Duration sum = Duration.ZERO;

    private Explanations(BusinessCalendar hours) {
        this.hours = hours;
    }

    /** The explanation, or null if nothing was promised; spans in time order. */
    static @Nullable Explanation of(
            Promise promise, Promised promised, List<SpanTable.Row> spans, Instant moment) {
        Instant now = promise.reached(moment);
        if (promise.standard == null) {
            return null;
        }
        Term term =
                switch (promised) {
                    case RESPONSE -> promise.response;
                    case SOLUTION -> promise.solution;
                };
        if (term.state() == TermState.NONE) {
            return null;
        }
        BusinessCalendar hours = promise.calendar.hours();
        boolean stands = promised == Promised.SOLUTION && promise.paused() != null;
        Instant due =
                stands && promise.left > 0 ? hours.due(now, promise.left, List.of()) : term.due();
        Explanations account = new Explanations(hours);
        account.lay(
                promise.countedFrom, due, promised == Promised.SOLUTION ? spans : List.of(), now);
        return new Explanation(
                promise.calendar,
                promise.calendar.provisional(promise.countedFrom, due),
                promise.countedFrom,
                Duration.ofSeconds(term.seconds()),
                due,
                List.copyOf(account.lines));
    }

    private void lay(Instant start, Instant due, List<SpanTable.Row> spans, Instant now) {
        Instant cursor = start;
        for (SpanTable.Row span : spans) {
            Instant to = Objects.requireNonNullElse(span.to(), now);
            boolean stands =
                    !(span.holder() instanceof Holder.OfUnit)
                            && !span.from().isBefore(start)
                            && span.from().isBefore(due)
                            && to.isAfter(span.from());
            if (stands) {
                run(cursor, span.from());
                lines.add(pause(span, to));
                cursor = to;
            }
        }
        run(cursor, due);
    }

    private static Line pause(SpanTable.Row span, Instant to) {
        if (span.end() == SpanEnd.REOPENED) {
            return new Solved(span.from(), to);
        }
        Ending ending =
                span.end() == null
                        ? Ending.STILL_PAUSED
                        : span.end() == SpanEnd.CAPPED ? Ending.CAPPED : Ending.RESUMED;
        return new Paused(
                span.from(), to, Objects.requireNonNull(PauseReason.of(span.holder())), ending);
    }

    /** A stretch in which the clock runs while it is working time. */
    private void run(Instant from, Instant to) {
        Instant cursor = from;
        for (Span work : hours.workingSpans(from, to)) {
            close(cursor, work.from());
            sum = sum.plus(work.duration());
            lines.add(new Counted(work.from(), work.to(), work.duration(), sum));
            cursor = work.to();
        }
        close(cursor, to);
    }

    private void close(Instant from, Instant to) {
        if (to.isAfter(from)) {
            lines.add(new Closed(from, to, holdsDayOff(from, to, hours.zone())));
        }
    }

    /** Whether a whole local date lies in a stretch without working time. */
    private static boolean holdsDayOff(Instant from, Instant to, ZoneId zone) {
        LocalDate date = from.atZone(zone).toLocalDate();
        if (date.atStartOfDay(zone).toInstant().isBefore(from)) {
            date = date.plusDays(1);
        }
        return !date.plusDays(1).atStartOfDay(zone).toInstant().isAfter(to);
    }
}
