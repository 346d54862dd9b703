package io.kollega.exchange;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts request by request; knows nothing of people. */
final class LogCounts {
    private final Set<String> units = new HashSet<>();
    private long events;
    private long requests;
    private long handovers;
    private long pingPong;
    private long reopened;
    private Instant from = Instant.MAX;
    private Instant to = Instant.MIN;

    /** Adds the events of one request, in time order. */
    void add(List<LoggedEvent> request) {
        requests++;
        events += request.size();
        from = earlier(from, request.getFirst().at());
        to = later(to, request.getLast().at());
        Set<String> left = new HashSet<>();
        String unit = null;
        boolean returned = false;
        boolean finished = false;
        boolean again = false;
        for (LoggedEvent event : request) {
            String next = event.unit() == null ? unit : event.unit();
            if (next != null && unit != null && !next.equals(unit)) {
                handovers++;
                left.add(unit);
                returned |= left.contains(next);
            }
            if (next != null) {
                units.add(next);
            }
            unit = next;
            finished |= event.state().finished();
            again |= finished && event.state().open();
        }
        pingPong += returned ? 1 : 0;
        reopened += again ? 1 : 0;
    }

    /** What was counted, or null when there was nothing. */
    @Nullable LogSummary summary() {
        return requests == 0
                ? null
                : new LogSummary(
                        events, requests, units.size(), handovers, pingPong, reopened, from, to);
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
