package io.kollega.promises;

import io.kollega.database.Copy;
import io.kollega.database.Together;
import io.kollega.organization.UnitId;
import io.kollega.worktime.WorkCalendars;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import kollega.measurement.change.Attainment;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;

/** The rows of promises: read one or many, locked or not, and written back whole. */
@Component
class PromiseTable {
    /** In the order of {@link PromiseRow#columns}. */
    private static final List<String> COLUMNS =
            List.of(
                    "work",
                    "client",
                    "asker",
                    "service",
                    "standard",
                    "calendar",
                    "started_at",
                    "counted_from",
                    "provider",
                    "provider_calendar",
                    "response_seconds",
                    "response_due",
                    "response_warn_at",
                    "response_warned",
                    "response_state",
                    "response_by",
                    "responded_at",
                    "solution_seconds",
                    "solution_due",
                    "solution_warn_at",
                    "solution_warned",
                    "solution_state",
                    "solution_by",
                    "solution_left",
                    "held_by",
                    "span",
                    "span_from",
                    "pause_until",
                    "ended_at",
                    "solved",
                    "next_at");

    private static final Set<String> FIXED = Set.of("work", "client", "asker", "started_at");

    private static final String UPDATE =
            COLUMNS.stream()
                    .filter(column -> !FIXED.contains(column))
                    .map(column -> column + " = :" + column)
                    .collect(
                            Collectors.joining(
                                    ", ", "update promises.promise set ", " where work = :work"));

    /** A promise and its first span in one statement: the path that must be fast. */
    private static final String INSERT =
            """
            with promise as (insert into promises.promise (%s) values (%s))
            insert into promises.span (work, seq, holder, unit, calendar, from_at)
            values (:work, :span, 'unit', :provider, :provider_calendar, :span_from)
            """
                    .formatted(
                            String.join(", ", COLUMNS),
                            COLUMNS.stream().map(c -> ":" + c).collect(Collectors.joining(", ")));

    private final NamedParameterJdbcTemplate jdbc;
    private final Together together;
    private final WorkCalendars calendars;
    private final PromiseSettings settings;

    PromiseTable(
            NamedParameterJdbcTemplate jdbc,
            Together together,
            WorkCalendars calendars,
            PromiseSettings settings) {
        this.jdbc = jdbc;
        this.together = together;
        this.calendars = calendars;
        this.settings = settings;
    }

    void insert(Promise promise) {
        together.write(INSERT, parameters(promise));
    }

    void update(Collection<Promise> promises) {
        jdbc.batchUpdate(
                UPDATE,
                promises.stream().map(PromiseTable::parameters).toArray(SqlParameterSource[]::new));
    }

    static void copy(Collection<Promise> promises, DataSource source) throws SQLException {
        try (Copy copy = Copy.into(source, "promises.promise", String.join(", ", COLUMNS))) {
            for (Promise promise : promises) {
                copy.row(PromiseRow.columns(promise).values().toArray());
            }
            copy.finish();
        }
    }

    Promise locked(WorkId work) {
        return select("where work = :work for update", of(work)).stream()
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "Work " + work.value() + " was never started."));
    }

    List<Promise> find(Collection<WorkId> work) {
        return work.isEmpty()
                ? List.of()
                : select(
                        "where work = any(:work)",
                        new MapSqlParameterSource(
                                "work", work.stream().map(WorkId::value).toArray(Long[]::new)));
    }

    Map<WorkId, Long> askers(Collection<WorkId> work) {
        Map<WorkId, Long> askers = HashMap.newHashMap(work.size());
        jdbc.query(
                "select work, asker from promises.promise where work = any(:work) and asker <> 0",
                new MapSqlParameterSource(
                        "work", work.stream().map(WorkId::value).toArray(Long[]::new)),
                row -> {
                    askers.put(new WorkId(row.getLong(1)), row.getLong(2));
                });
        return askers;
    }

    /** Those for which the clock alone has something to do, passing over what another node has. */
    List<Promise> due(Instant now, int limit) {
        return select(
                "where next_at < :now order by next_at limit :limit for update skip locked",
                new MapSqlParameterSource("now", PromiseRow.utc(now)).addValue("limit", limit));
    }

    /** The same for one. */
    List<Promise> due(WorkId work, Instant now) {
        return select(
                "where work = :work and next_at < :now for update skip locked",
                new MapSqlParameterSource("work", work.value())
                        .addValue("now", PromiseRow.utc(now)));
    }

    List<WorkId> dueWork(Instant now) {
        return jdbc.query(
                "select work from promises.promise where next_at < :now order by next_at",
                new MapSqlParameterSource("now", PromiseRow.utc(now)),
                (row, _) -> new WorkId(row.getLong(1)));
    }

    Attainment attainment(UnitId provider, Promised promised, Instant from, Instant to) {
        String sql =
                """
                select count(*) filter (where {p}_state = 'KEPT') as met,
                    count(*) filter (where {p}_state = 'MISSED') as missed,
                    count(*) filter (where {p}_state = 'LATE') as late
                from promises.promise
                where {p}_by = :provider and {p}_due >= :from and {p}_due < :to
                """
                        .replace("{p}", promised.slug());
        return jdbc.query(
                        sql,
                        new MapSqlParameterSource("provider", provider.value())
                                .addValue("from", PromiseRow.utc(from))
                                .addValue("to", PromiseRow.utc(to)),
                        (row, _) ->
                                new Attainment(
                                        row.getLong("met"),
                                        row.getLong("missed"),
                                        row.getLong("late")))
                .getFirst();
    }

    private List<Promise> select(String where, SqlParameterSource parameters) {
        RowMapper<Promise> mapper =
                (row, _) -> PromiseRow.read(row, calendars::version, settings.warningShare());
        return jdbc.query("select * from promises.promise " + where, parameters, mapper);
    }

    private static SqlParameterSource of(WorkId work) {
        return new MapSqlParameterSource("work", work.value());
    }

    private static SqlParameterSource parameters(Promise promise) {
        MapSqlParameterSource parameters = new MapSqlParameterSource();
        PromiseRow.columns(promise)
                .forEach((column, value) ->
                        parameters.addValue(
                                column, value instanceof Instant at ? PromiseRow.utc(at) : value));
        return parameters;
    }
}
