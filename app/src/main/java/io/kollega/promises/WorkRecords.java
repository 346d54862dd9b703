package io.kollega.promises;

import io.kollega.worktime.WorkCalendars;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads promises together with their spans: by one statement, so that both are of one moment. */
@Component
class WorkRecords {
    private static final String READ =
            """
            select p.*, s.seq, s.holder, s.unit, s.calendar as span_calendar, s.from_at, s.to_at, s.ended
            from promises.promise p join promises.span s on s.work = p.work
            where p.work = any(?) order by p.work, s.seq
            """;

    private final JdbcClient jdbc;
    private final WorkCalendars calendars;
    private final PromiseSettings settings;

    WorkRecords(JdbcClient jdbc, WorkCalendars calendars, PromiseSettings settings) {
        this.jdbc = jdbc;
        this.calendars = calendars;
        this.settings = settings;
    }

    /** A promise brought up to a moment, not written, with its spans in time order. */
    record WorkRecord(Promise promise, List<SpanTable.Row> spans) {}

    /** The records of work as of a moment; work that is not known is missing. */
    Map<WorkId, WorkRecord> upTo(Instant moment, Collection<WorkId> work) {
        if (work.isEmpty()) {
            return Map.of();
        }
        Map<WorkId, WorkRecord> records = HashMap.newHashMap(work.size());
        jdbc.sql(READ)
                .param(work.stream().map(WorkId::value).toArray(Long[]::new))
                .query((RowCallbackHandler) row -> read(row, records));
        records.replaceAll((_, read) -> brought(read, moment));
        return records;
    }

    private void read(ResultSet row, Map<WorkId, WorkRecord> records) throws SQLException {
        WorkId work = new WorkId(row.getLong("work"));
        WorkRecord record = records.get(work);
        if (record == null) {
            record =
                    new WorkRecord(
                            PromiseRow.read(row, calendars::version, settings.warningShare()),
                            new ArrayList<>());
            records.put(work, record);
        }
        record.spans().add(SpanTable.row(row, "span_calendar"));
    }

    private static WorkRecord brought(WorkRecord read, Instant moment) {
        Promise promise = read.promise();
        promise.advance(moment);
        return new WorkRecord(
                promise, SpanTable.applied(read.spans(), promise.work, promise.spans));
    }
}
