package io.kollega.promises;

import io.kollega.worktime.CalendarId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import kollega.measurement.worktime.BusinessCalendar;

/** Divides the elapsed time of a piece of work between those who had it. */
final class Ledgers {
    private Ledgers() {}

    private record Share(long open, long closed) {
        Share plus(Share other) {
            return new Share(open + other.open, closed + other.closed);
        }
    }

    /**
     * The ledger of spans that touch one another.
     *
     * @param hours the calendar that a span names
     */
    static Ledger of(
            Promise promise,
            List<SpanTable.Row> spans,
            Function<CalendarId, BusinessCalendar> hours,
            Instant moment) {
        Instant end = Objects.requireNonNullElse(promise.endedAt, promise.reached(moment));
        Map<Holder, Share> shares = new LinkedHashMap<>();
        for (SpanTable.Row span : spans) {
            Instant to = Objects.requireNonNullElse(span.to(), end);
            long open = hours.apply(span.calendar()).elapsedSeconds(span.from(), to);
            long closed = Duration.between(span.from(), to).toSeconds() - open;
            shares.merge(span.holder(), new Share(open, closed), Share::plus);
        }
        return new Ledger(Duration.between(promise.startedAt, end), lines(shares));
    }

    private static List<Ledger.Line> lines(Map<Holder, Share> shares) {
        List<Ledger.Line> lines = new ArrayList<>();
        shares.forEach((holder, share) -> {
            add(holder, false, share.open(), lines);
            add(holder, true, share.closed(), lines);
        });
        return List.copyOf(lines);
    }

    private static void add(Holder holder, boolean closed, long seconds, List<Ledger.Line> to) {
        if (seconds > 0) {
            to.add(new Ledger.Line(holder, closed, Duration.ofSeconds(seconds)));
        }
    }
}
