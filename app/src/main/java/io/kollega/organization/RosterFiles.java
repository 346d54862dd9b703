package io.kollega.organization;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Files that were looked at and wait, for a day, to be brought in: kept in rows so that any node
 * can go on with them.
 */
@Component
public final class RosterFiles {
    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    RosterFiles(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What a file is about. */
    public enum Kind {
        UNITS,
        PEOPLE
    }

    /** A file as it was sent. */
    public record RosterFile(long id, Kind kind, String name, byte[] content) {}

    /** Keeps a file for whoever sent it, and forgets those that nobody came back to. */
    public long keep(Kind kind, String name, byte[] content, PersonId by) {
        jdbc.sql("delete from organization.roster_file where uploaded_at < ?")
                .param(Timestamp.from(clock.instant().minus(KEPT)))
                .update();
        return jdbc.sql(
                        """
                        insert into organization.roster_file (kind, name, content, uploaded_by, uploaded_at)
                        values (?, ?, ?, ?, ?) returning id
                        """)
                .params(kind.name(), name, content, by.value(), Timestamp.from(clock.instant()))
                .query((row, _) -> row.getLong(1))
                .single();
    }

    /** The file, for who sent it only. */
    public Optional<RosterFile> of(long id, PersonId by) {
        return jdbc.sql(
                        """
                        select id, kind, name, content from organization.roster_file
                        where id = ? and uploaded_by = ?
                        """)
                .params(id, by.value())
                .query((row, _) ->
                        new RosterFile(
                                row.getLong("id"),
                                Kind.valueOf(row.getString("kind")),
                                row.getString("name"),
                                row.getBytes("content")))
                .optional();
    }

    public void forget(long id) {
        jdbc.sql("delete from organization.roster_file where id = ?").param(id).update();
    }
}
