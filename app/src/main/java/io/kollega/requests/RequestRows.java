package io.kollega.requests;

import io.kollega.access.CurrentPerson;
import io.kollega.catalog.ServiceId;
import io.kollega.catalog.StandardId;
import io.kollega.database.Together;
import io.kollega.organization.PersonId;
import io.kollega.organization.UnitId;
import io.kollega.permissions.Permission;
import io.kollega.requests.events.RequestId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of requests, and who may see a row of it. */
@Component
final class RequestRows {
    static final String COLUMNS =
            """
            r.id, r.version, r.kind, r.subject, r.body, r.fields, r.client, r.client_unit, r.unit,
            r.service, r.standard, r.state, r.specialist, r.pause_reason, r.answered,
            r.submitted_at, r.changed_at, r.ended_at, r.response_due, r.solution_due,
            r.closes_at
            """;

    private static final String FIND =
            "select "
                    + COLUMNS
                    + """
                    , (select notes from requests.participant p
                       where p.request = r.id and p.person = :person) as notes
                    from requests.request r where r.id = :id
                    """;

    private final JdbcClient jdbc;
    private final Together together;
    private final Fields fields;

    RequestRows(JdbcClient jdbc, Together together, Fields fields) {
        this.jdbc = jdbc;
        this.together = together;
        this.fields = fields;
    }

    /** The number of the next request: taken first, because its promise is written before it. */
    RequestId nextId() {
        return new RequestId(
                jdbc.sql("select nextval('requests.request_id_seq')").query(Long.class).single());
    }

    /** Writes a new request together with its first entry. */
    void insert(Request request, Dues dues) {
        together.write(
                """
                with request as (
                    insert into requests.request
                        (id, version, kind, subject, body, fields, client, client_unit,
                         unit, service, standard, state, submitted_at, changed_at,
                         response_due, solution_due)
                    values (:id, 1, :kind, :subject, :body, :fields::jsonb, :client,
                         :clientUnit, :unit, :service, :standard, 'queued', :at, :at,
                         :responseDue, :solutionDue))
                insert into requests.entry
                    (request, number, at, author, author_unit, happening)
                values (:id, 1, :at, :client, :clientUnit, 'submitted')
                """,
                new MapSqlParameterSource("id", request.id().value())
                        .addValue("kind", request.kind().slug())
                        .addValue("subject", request.subject())
                        .addValue("body", request.body())
                        .addValue("fields", fields.write(request.fields()))
                        .addValue("client", request.client().value())
                        .addValue("clientUnit", request.clientUnit().value())
                        .addValue("unit", request.unit().value())
                        .addValue(
                                "service",
                                request.service() == null ? null : request.service().value())
                        .addValue(
                                "standard",
                                request.standard() == null ? null : request.standard().value())
                        .addValue("at", Rows.at(request.submittedAt()))
                        .addValue("responseDue", Rows.at(dues.response()))
                        .addValue("solutionDue", Rows.at(dues.solution())));
    }

    /** The request, if this person has a reason to see it. */
    Optional<Seen> find(RequestId id, CurrentPerson person) {
        return find(FIND, id, person);
    }

    /** The request, whoever asks: for the other modules, never for a person. */
    Optional<Request> find(RequestId id) {
        return jdbc.sql("select " + COLUMNS + " from requests.request r where r.id = ?")
                .param(id.value())
                .query((row, _) -> read(row))
                .optional();
    }

    /** The same, held against everybody else until the end of the transaction. */
    Optional<Seen> hold(RequestId id, CurrentPerson person) {
        return find(FIND + "for update of r", id, person);
    }

    /** The request held, for what the system does by itself. */
    Optional<Seen> hold(RequestId id) {
        return jdbc.sql(FIND + "for update of r")
                .param("id", id.value())
                .param("person", 0L)
                .query((row, _) -> new Seen(read(row), Side.PROVIDER, dues(row)))
                .optional();
    }

    private Optional<Seen> find(String sql, RequestId id, CurrentPerson person) {
        record Found(Request request, Dues dues, @Nullable Boolean notes) {}
        return jdbc.sql(sql)
                .param("id", id.value())
                .param("person", person.id().value())
                .query((row, _) ->
                        new Found(read(row), dues(row), (Boolean) row.getObject("notes")))
                .optional()
                .flatMap(found ->
                        side(found.request(), found.notes(), person)
                                .map(side -> new Seen(found.request(), side, found.dues())));
    }

    private static Optional<Side> side(
            Request request, @Nullable Boolean notes, CurrentPerson person) {
        if (request.client().equals(person.id())) {
            return Optional.of(Side.CLIENT);
        }
        if (person.may(Permission.WORK_QUEUE, request.unit())) {
            return Optional.of(Side.PROVIDER);
        }
        return notes == null ? Optional.empty() : Optional.of(notes ? Side.ADVISER : Side.FOLLOWER);
    }

    /** Writes where a held request stands now. */
    void update(Request request, Dues dues) {
        State state = request.state();
        jdbc.sql(
                        """
                        update requests.request set
                            version = :version, unit = :unit, state = :state,
                            specialist = :specialist, pause_reason = :pauseReason,
                            answered = :answered, changed_at = :changedAt, ended_at = :endedAt,
                            closes_at = :closesAt, response_due = :responseDue,
                            solution_due = :solutionDue
                        where id = :id
                        """)
                .param("id", request.id().value())
                .param("version", request.version())
                .param("unit", request.unit().value())
                .param("state", state.slug())
                .param("specialist", Rows.id(state.specialist()))
                .param(
                        "pauseReason",
                        state instanceof State.Paused paused ? paused.reason().slug() : null)
                .param("answered", request.answered())
                .param("changedAt", Rows.at(request.changedAt()))
                .param("endedAt", Rows.at(endedAt(state)))
                .param("closesAt", Rows.at(dues.closes()))
                .param("responseDue", Rows.at(dues.response()))
                .param("solutionDue", Rows.at(dues.solution()))
                .update();
    }

    static @Nullable Instant endedAt(State state) {
        return switch (state) {
            case State.Queued _, State.Working _, State.Paused _ -> null;
            case State.Solved solved -> solved.at();
            case State.Closed closed -> closed.at();
            case State.Withdrawn withdrawn -> withdrawn.at();
            case State.Declined declined -> declined.at();
        };
    }

    Request read(ResultSet row) throws SQLException {
        long service = row.getLong("service");
        boolean named = !row.wasNull();
        long standard = row.getLong("standard");
        boolean promised = !row.wasNull();
        return new Request(
                new RequestId(row.getLong("id")),
                row.getInt("version"),
                Kind.of(row.getString("kind")).orElseThrow(),
                row.getString("subject"),
                row.getString("body"),
                fields.read(row.getString("fields")),
                new PersonId(row.getLong("client")),
                new UnitId(row.getLong("client_unit")),
                new UnitId(row.getLong("unit")),
                named ? new ServiceId(service) : null,
                promised ? new StandardId(standard) : null,
                state(row),
                row.getBoolean("answered"),
                Rows.instant(row, "submitted_at"),
                Rows.instant(row, "changed_at"));
    }

    static State state(ResultSet row) throws SQLException {
        PersonId specialist = Rows.person(row, "specialist");
        Instant ended = Rows.maybeInstant(row, "ended_at");
        String reason = row.getString("pause_reason");
        String slug = row.getString("state");
        return switch (slug) {
            case "queued" -> new State.Queued();
            case "working" -> new State.Working(Objects.requireNonNull(specialist));
            case "paused" -> new State.Paused(Reasons.stored(reason), specialist);
            case "solved" -> new State.Solved(specialist, Objects.requireNonNull(ended));
            case "closed" -> new State.Closed(specialist, Objects.requireNonNull(ended));
            case "withdrawn" -> new State.Withdrawn(specialist, Objects.requireNonNull(ended));
            case "declined" -> new State.Declined(specialist, Objects.requireNonNull(ended));
            default -> throw new IllegalStateException("No request can be " + slug + ".");
        };
    }

    private static Dues dues(ResultSet row) throws SQLException {
        return new Dues(
                Rows.maybeInstant(row, "response_due"),
                Rows.maybeInstant(row, "solution_due"),
                Rows.maybeInstant(row, "closes_at"));
    }
}
