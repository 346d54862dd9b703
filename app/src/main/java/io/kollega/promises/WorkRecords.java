package io.kollega.promises;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Reads promises together with their spans. Two statements may see two states of a piece of work
 * that somebody is changing; such work is read again until both agree.
 */
@Component
class WorkRecords {
    private static final int TRIES = 10;

    private final PromiseTable table;
    private final SpanTable spans;

    WorkRecords(PromiseTable table, SpanTable spans) {
        this.table = table;
        this.spans = spans;
    }

    /** A promise brought up to a moment, not written, with its spans in time order. */
    record WorkRecord(Promise promise, List<SpanTable.Row> spans) {}

    /** The records of work as of a moment; work that is not known is missing. */
    Map<WorkId, WorkRecord> upTo(Instant moment, Collection<WorkId> work) {
        Map<WorkId, WorkRecord> records = HashMap.newHashMap(work.size());
        Set<WorkId> unread = new HashSet<>(work);
        for (int tried = 0; !unread.isEmpty(); tried++) {
            if (tried == TRIES) {
                throw new IllegalStateException("Work " + unread + " does not stand still.");
            }
            List<Promise> promises = table.find(unread);
            Map<WorkId, List<SpanTable.Row>> held = spans.read(unread);
            unread.clear();
            for (Promise promise : promises) {
                List<SpanTable.Row> rows = held.getOrDefault(promise.work, List.of());
                if (agree(promise, rows)) {
                    records.put(promise.work, brought(promise, rows, moment));
                } else {
                    unread.add(promise.work);
                }
            }
        }
        return records;
    }

    private static boolean agree(Promise promise, List<SpanTable.Row> rows) {
        return !rows.isEmpty()
                && rows.getLast().seq() == promise.span
                && (rows.getLast().to() == null) == (promise.holder != null);
    }

    private static WorkRecord brought(Promise promise, List<SpanTable.Row> rows, Instant moment) {
        promise.advance(moment);
        return new WorkRecord(promise, SpanTable.applied(rows, promise.work, promise.spans));
    }
}
