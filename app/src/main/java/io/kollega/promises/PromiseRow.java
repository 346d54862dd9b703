package io.kollega.promises;

import io.kollega.catalog.ServiceId;
import io.kollega.catalog.StandardId;
import io.kollega.organization.UnitId;
import io.kollega.worktime.CalendarId;
import io.kollega.worktime.WorkCalendar;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How a promise is spelled as a row of promises.promise. */
final class PromiseRow {
    private PromiseRow() {}

    /** Every column with its value, instants as instants. */
    static Map<String, @Nullable Object> columns(Promise promise) {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        columns.put("work", promise.work.value());
        columns.put("client", value(promise.client));
        columns.put("asker", promise.asker);
        columns.put("service", promise.service == null ? null : promise.service.value());
        columns.put("standard", promise.standard == null ? null : promise.standard.value());
        columns.put("calendar", promise.calendar.id().value());
        columns.put("started_at", promise.startedAt);
        columns.put("counted_from", promise.countedFrom);
        columns.put("provider", promise.provider.value());
        columns.put("provider_calendar", promise.providerCalendar.value());
        put(promise.response, columns);
        columns.put("responded_at", promise.respondedAt);
        put(promise.solution, columns);
        columns.put("solution_left", promise.left);
        columns.put("held_by", promise.holder == null ? null : Holders.column(promise.holder));
        columns.put("span", promise.span);
        columns.put("span_from", promise.spanFrom);
        columns.put("pause_until", promise.pauseUntil);
        columns.put("ended_at", promise.endedAt);
        columns.put("solved", promise.solved);
        columns.put("next_at", promise.nextAt());
        return columns;
    }

    private static void put(Term term, Map<String, @Nullable Object> columns) {
        String prefix = term.promised().slug();
        columns.put(prefix + "_seconds", term.seconds());
        columns.put(prefix + "_due", term.due());
        columns.put(prefix + "_warn_at", term.warnAt());
        columns.put(prefix + "_warned", term.warned());
        columns.put(prefix + "_state", term.state().name());
        columns.put(prefix + "_by", value(term.by()));
    }

    static Promise read(
            ResultSet row, Function<CalendarId, WorkCalendar> calendars, double warningShare)
            throws SQLException {
        Promise promise =
                new Promise(
                        new WorkId(row.getLong("work")),
                        unit(row, "client"),
                        new UnitId(row.getLong("provider")),
                        calendars.apply(new CalendarId(row.getLong("calendar"))),
                        instant(row, "started_at"));
        promise.asker = row.getLong("asker");
        promise.countedFrom = instant(row, "counted_from");
        Long standard = row.getObject("standard", Long.class);
        promise.standard = standard == null ? null : new StandardId(standard);
        Long service = row.getObject("service", Long.class);
        promise.service = service == null ? null : new ServiceId(service);
        promise.providerCalendar = new CalendarId(row.getLong("provider_calendar"));
        promise.response = term(row, Promised.RESPONSE, warningShare);
        promise.respondedAt = instantOrNull(row, "responded_at");
        promise.solution = term(row, Promised.SOLUTION, warningShare);
        promise.left = row.getLong("solution_left");
        String heldBy = row.getString("held_by");
        promise.holder = heldBy == null ? null : Holders.of(heldBy, promise.provider);
        promise.span = row.getInt("span");
        promise.spanFrom = instant(row, "span_from");
        promise.pauseUntil = instantOrNull(row, "pause_until");
        promise.endedAt = instantOrNull(row, "ended_at");
        promise.solved = row.getBoolean("solved");
        return promise;
    }

    private static Term term(ResultSet row, Promised promised, double warningShare)
            throws SQLException {
        String prefix = promised.slug();
        long seconds = row.getLong(prefix + "_seconds");
        return new Term(
                promised,
                seconds,
                Term.warning(seconds, warningShare),
                instant(row, prefix + "_due"),
                instant(row, prefix + "_warn_at"),
                row.getBoolean(prefix + "_warned"),
                TermState.valueOf(row.getString(prefix + "_state")),
                unit(row, prefix + "_by"));
    }

    private static @Nullable Long value(@Nullable UnitId unit) {
        return unit == null ? null : unit.value();
    }

    private static @Nullable UnitId unit(ResultSet row, String column) throws SQLException {
        Long value = row.getObject(column, Long.class);
        return value == null ? null : new UnitId(value);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(instantOrNull(row, column), column);
    }

    static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    /** An instant as the driver wants it. */
    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
