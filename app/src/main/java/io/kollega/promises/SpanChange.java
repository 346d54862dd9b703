package io.kollega.promises;

import io.kollega.worktime.CalendarId;
import java.time.Instant;

/** What happens to the spans of a piece of work: one begins, one ends. */
sealed interface SpanChange {
    record Opened(int seq, Holder holder, CalendarId calendar, Instant from)
            implements SpanChange {}

    record Closed(int seq, Instant to, SpanEnd end) implements SpanChange {}
}
