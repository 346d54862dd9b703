package io.kollega.requests;

import io.kollega.organization.PersonId;
import io.kollega.organization.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Our types as columns hold them. */
final class Rows {
    private Rows() {}

    static @Nullable Timestamp at(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    static @Nullable Long id(@Nullable PersonId person) {
        return person == null ? null : person.value();
    }

    static @Nullable Long id(@Nullable UnitId unit) {
        return unit == null ? null : unit.value();
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }

    static @Nullable Instant maybeInstant(ResultSet row, String column) throws SQLException {
        Timestamp timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }

    static @Nullable PersonId person(ResultSet row, String column) throws SQLException {
        long id = row.getLong(column);
        return row.wasNull() ? null : new PersonId(id);
    }

    static @Nullable UnitId unit(ResultSet row, String column) throws SQLException {
        long id = row.getLong(column);
        return row.wasNull() ? null : new UnitId(id);
    }
}
