package io.kollega.promises;

import io.kollega.database.Copy;
import io.kollega.organization.UnitId;
import io.kollega.worktime.CalendarId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows that say who had a piece of work when. */
@Component
class SpanTable {
    private final JdbcClient jdbc;

    SpanTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One row.
     *
     * @param to null while it lasts, and so is {@code end}
     */
    record Row(
            WorkId work,
            int seq,
            Holder holder,
            CalendarId calendar,
            Instant from,
            @Nullable Instant to,
            @Nullable SpanEnd end) {
        Row closed(Instant at, SpanEnd by) {
            return new Row(work, seq, holder, calendar, from, at, by);
        }

        boolean empty() {
            return from.equals(to);
        }
    }

    void write(Promise promise) {
        for (SpanChange change : promise.spans) {
            switch (change) {
                case SpanChange.Opened opened -> open(promise.work, opened);
                case SpanChange.Closed closed -> close(promise.work, closed);
            }
        }
        promise.spans.clear();
    }

    /** The rows as they will be once the changes are written. */
    static List<Row> applied(List<Row> rows, WorkId work, List<SpanChange> changes) {
        List<Row> applied = new ArrayList<>(rows);
        for (SpanChange change : changes) {
            switch (change) {
                case SpanChange.Opened(int seq, Holder holder, CalendarId calendar, Instant from) ->
                        applied.add(new Row(work, seq, holder, calendar, from, null, null));
                case SpanChange.Closed(int _, Instant to, SpanEnd end) -> {
                    Row last = applied.removeLast();
                    applied.add(last.closed(to, end));
                }
            }
        }
        return applied;
    }

    static void copy(Collection<Promise> promises, DataSource source) throws SQLException {
        String columns = "work, seq, holder, unit, calendar, from_at, to_at, ended";
        try (Copy copy = Copy.into(source, "promises.span", columns)) {
            for (Promise promise : promises) {
                for (Row row : applied(List.of(), promise.work, promise.spans)) {
                    copy.row(
                            promise.work.value(),
                            row.seq(),
                            Holders.column(row.holder()),
                            Holders.unit(row.holder()),
                            row.calendar().value(),
                            row.from(),
                            row.to(),
                            row.end() == null ? null : row.end().column());
                }
            }
            copy.finish();
        }
    }

    private void open(WorkId work, SpanChange.Opened span) {
        jdbc.sql(
                        """
                        insert into promises.span (work, seq, holder, unit, calendar, from_at)
                        values (:work, :seq, :holder, :unit, :calendar, :from)
                        """)
                .param("work", work.value())
                .param("seq", span.seq())
                .param("holder", Holders.column(span.holder()))
                .param("unit", Holders.unit(span.holder()))
                .param("calendar", span.calendar().value())
                .param("from", PromiseRow.utc(span.from()))
                .update();
    }

    private void close(WorkId work, SpanChange.Closed span) {
        jdbc.sql(
                        """
                        update promises.span set to_at = :to, ended = :ended
                        where work = :work and seq = :seq
                        """)
                .param("to", PromiseRow.utc(span.to()))
                .param("ended", span.end().column())
                .param("work", work.value())
                .param("seq", span.seq())
                .update();
    }

    /** In time order. */
    Map<WorkId, List<Row>> read(Collection<WorkId> work) {
        if (work.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql(
                        """
                        select * from promises.span
                        where work = any(:work) order by work, seq
                        """)
                .param("work", work.stream().map(WorkId::value).toArray(Long[]::new))
                .query((row, _) -> row(row, "calendar"))
                .list()
                .stream()
                .map(Objects::requireNonNull)
                .collect(Collectors.groupingBy(Row::work, LinkedHashMap::new, Collectors.toList()));
    }

    /** A row of a result; {@code calendar} names the column of the calendar. */
    static Row row(ResultSet row, String calendar) throws SQLException {
        OffsetDateTime to = row.getObject("to_at", OffsetDateTime.class);
        String ended = row.getString("ended");
        return new Row(
                new WorkId(row.getLong("work")),
                row.getInt("seq"),
                Holders.of(row.getString("holder"), new UnitId(row.getLong("unit"))),
                new CalendarId(row.getLong(calendar)),
                row.getObject("from_at", OffsetDateTime.class).toInstant(),
                to == null ? null : to.toInstant(),
                ended == null ? null : SpanEnd.of(ended));
    }
}
