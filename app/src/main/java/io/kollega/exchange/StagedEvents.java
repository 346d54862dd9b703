package io.kollega.exchange;

import io.kollega.database.Copy;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * The events of one log in a table that lives as long as the transaction: a log of any size is
 * sorted by request and time without being held in memory. A log may hold its requests scattered
 * and its events out of order; events of one instant keep the order of the file.
 */
final class StagedEvents implements AutoCloseable {
    private static final int FETCHED = 5_000;

    private final Connection connection;
    private final Copy copy;
    private long count;

    /** Begins on the connection of the running transaction. */
    StagedEvents(DataSource source) throws SQLException {
        this.connection = DataSourceUtils.getConnection(source);
        try (var statement = connection.createStatement()) {
            statement.execute(
                    """
                    create temporary table logged_event (
                        seq bigint not null, request text not null, at timestamptz not null,
                        state smallint not null, unit text, parent text, person text,
                        client_unit text, client_person text, service text, kept boolean
                    ) on commit drop\
                    """);
        }
        copy =
                Copy.into(
                        source,
                        "logged_event",
                        "seq, request, at, state, unit, parent, person, client_unit, client_person,"
                                + " service, kept");
    }

    void add(LoggedEvent event) throws SQLException {
        copy.row(
                ++count,
                event.request(),
                event.at(),
                event.state().ordinal(),
                event.unit(),
                event.parent(),
                event.person(),
                event.clientUnit(),
                event.clientPerson(),
                event.service(),
                event.kept());
    }

    long count() {
        return count;
    }

    /** Ends the writing; from now on the events can be read. */
    void complete() throws SQLException {
        copy.finish();
        try (var statement = connection.createStatement()) {
            statement.execute("analyze logged_event");
        }
    }

    /** Takes the events of one request, in time order. */
    interface RequestReader {
        void read(List<LoggedEvent> request) throws SQLException, IOException;
    }

    /** Reads the log request by request. */
    void forEachRequest(RequestReader reader) throws SQLException, IOException {
        try (PreparedStatement query =
                connection.prepareStatement(
                        """
                        select request, at, state, unit, parent, person, client_unit,
                               client_person, service, kept
                        from logged_event order by request collate "C", at, seq\
                        """)) {
            query.setFetchSize(FETCHED);
            List<LoggedEvent> request = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    LoggedEvent event = event(rows);
                    if (!request.isEmpty()
                            && !request.getFirst().request().equals(event.request())) {
                        reader.read(request);
                        request = new ArrayList<>();
                    }
                    request.add(event);
                }
            }
            if (!request.isEmpty()) {
                reader.read(request);
            }
        }
    }

    /** Two names that belong together, such as a unit and its parent. */
    record Pair(String name, @Nullable String other) {}

    /** Each unit once, with the parent that stands most often beside it. */
    List<Pair> units() throws SQLException {
        return pairs(
                """
                select distinct on (unit) unit, parent from (
                    select unit, parent, count(*) n from logged_event
                    where unit is not null group by unit, parent) u
                order by unit, (parent is null), n desc, parent\
                """);
    }

    List<Pair> clientUnits() throws SQLException {
        return pairs(
                """
                select distinct client_unit, null::text from logged_event
                where client_unit is not null order by 1\
                """);
    }

    /** Each person who worked on a request, with the unit they were seen in most often. */
    List<Pair> people() throws SQLException {
        return pairs(
                """
                select distinct on (person) person, unit from (
                    select person, unit, count(*) n from logged_event
                    where person is not null group by person, unit) p
                order by person, (unit is null), n desc, unit\
                """);
    }

    /** Each client, with the unit that stands most often beside them. */
    List<Pair> clients() throws SQLException {
        return pairs(
                """
                select distinct on (client_person) client_person, client_unit from (
                    select client_person, client_unit, count(*) n from logged_event
                    where client_person is not null group by client_person, client_unit) p
                order by client_person, (client_unit is null), n desc, client_unit\
                """);
    }

    @Override
    public void close() throws SQLException {
        copy.close();
    }

    private List<Pair> pairs(String sql) throws SQLException {
        List<Pair> pairs = new ArrayList<>();
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                pairs.add(new Pair(Objects.requireNonNull(rows.getString(1)), rows.getString(2)));
            }
        }
        return pairs;
    }

    private static LoggedEvent event(ResultSet row) throws SQLException {
        boolean kept = row.getBoolean(10);
        boolean unsaid = row.wasNull();
        return new LoggedEvent(
                Objects.requireNonNull(row.getString(1)),
                Objects.requireNonNull(row.getObject(2, OffsetDateTime.class))
                        .withOffsetSameInstant(ZoneOffset.UTC)
                        .toInstant(),
                EventState.values()[row.getInt(3)],
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                unsaid ? null : kept);
    }
}
