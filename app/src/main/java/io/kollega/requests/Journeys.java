package io.kollega.requests;

import io.kollega.organization.PersonId;
import io.kollega.organization.UnitId;
import io.kollega.requests.events.RequestId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads how requests went, by two statements over all of them. */
@Component
final class Journeys {
    private final JdbcClient jdbc;

    Journeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Journey> of(Collection<RequestId> requests) {
        Long[] ids = requests.stream().map(RequestId::value).toArray(Long[]::new);
        Map<Long, List<Journey.Move>> moves = new HashMap<>();
        Map<Long, List<Journey.Reopening>> reopenings = new HashMap<>();
        Map<Long, Instant> solved = new HashMap<>();
        jdbc.sql(
                        """
                        select request, happening, at, from_unit, unit from requests.entry
                        where request = any (?) and happening in
                            ('handed-over', 'solved', 'withdrawn', 'declined', 'reopened')
                        order by request, number\
                        """)
                .param(ids)
                .query(row -> {
                    long request = row.getLong(1);
                    Instant at =
                            Objects.requireNonNull(instant(row.getObject(3, OffsetDateTime.class)));
                    switch (row.getString(2)) {
                        case "handed-over" ->
                                moves.computeIfAbsent(request, _ -> new ArrayList<>())
                                        .add(
                                                new Journey.Move(
                                                        new UnitId(row.getLong(4)),
                                                        new UnitId(row.getLong(5)),
                                                        at));
                        case "solved" -> solved.put(request, at);
                        case "reopened" -> {
                            Instant solvedAt = solved.remove(request);
                            if (solvedAt != null) {
                                reopenings
                                        .computeIfAbsent(request, _ -> new ArrayList<>())
                                        .add(new Journey.Reopening(solvedAt, at));
                            }
                        }
                        default -> solved.remove(request);
                    }
                });
        return jdbc
                .sql(
                        """
                        select id, client_unit, unit, submitted_at, ended_at,
                            case when source is null then client end
                        from requests.request where id = any (?) order by id\
                        """)
                .param(ids)
                .query((row, _) -> {
                    long id = row.getLong(1);
                    Long client = row.getObject(6, Long.class);
                    return new Journey(
                            new RequestId(id),
                            client == null ? null : new PersonId(client),
                            new UnitId(row.getLong(2)),
                            new UnitId(row.getLong(3)),
                            Objects.requireNonNull(instant(row.getObject(4, OffsetDateTime.class))),
                            instant(row.getObject(5, OffsetDateTime.class)),
                            solved.get(id),
                            moves.getOrDefault(id, List.of()),
                            reopenings.getOrDefault(id, List.of()));
                })
                .list()
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    /** Requests with a higher number than this one, the lowest numbers first. */
    List<RequestId> after(RequestId last, Instant before, int limit) {
        return jdbc
                .sql(
                        """
                        with next as (
                            select id, bool_or(submitted_at >= :before) over (order by id) as fresh
                              from (select id, submitted_at from requests.request
                                     where id > :last order by id limit :limit) as numbered)
                        select id from next where not fresh order by id
                        """)
                .param("last", last.value())
                .param("before", Rows.at(before))
                .param("limit", limit)
                .query((row, _) -> new RequestId(row.getLong(1)))
                .list()
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
