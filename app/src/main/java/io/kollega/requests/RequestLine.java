package io.kollega.requests;

import io.kollega.catalog.ServiceId;
import io.kollega.organization.PersonId;
import io.kollega.organization.UnitId;
import io.kollega.promises.WorkId;
import io.kollega.requests.events.RequestId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request as one line of a list.
 *
 * @param due when the next of its promises breaks; the year 9999 where none runs
 */
record RequestLine(
        RequestId id,
        int version,
        Kind kind,
        String subject,
        PersonId client,
        UnitId clientUnit,
        UnitId unit,
        @Nullable ServiceId service,
        State state,
        Instant due,
        Instant submittedAt,
        Instant changedAt) {
    static final String COLUMNS =
            """
            r.id, r.version, r.kind, r.subject, r.client, r.client_unit, r.unit, r.service,
            r.state, r.specialist, r.pause_reason, r.ended_at, r.submitted_at, r.changed_at, r.due
            """;

    private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    static RequestLine read(ResultSet row, int number) throws SQLException {
        long service = row.getLong("service");
        boolean named = !row.wasNull();
        return new RequestLine(
                new RequestId(row.getLong("id")),
                row.getInt("version"),
                Kind.of(row.getString("kind")).orElseThrow(),
                row.getString("subject"),
                new PersonId(row.getLong("client")),
                new UnitId(row.getLong("client_unit")),
                new UnitId(row.getLong("unit")),
                named ? new ServiceId(service) : null,
                RequestRows.state(row),
                Rows.instant(row, "due"),
                Rows.instant(row, "submitted_at"),
                Rows.instant(row, "changed_at"));
    }

    /** Whether a promise runs, and so {@link #due} is an instant that comes. */
    boolean running() {
        return due.isBefore(NEVER);
    }

    WorkId work() {
        return new WorkId(id.value());
    }
}
