package kollega.benchmarks.load;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import kollega.postgres.Coordinates;

/** Looks up in the database who asks and who works, so that both ways of asking ask the same. */
final class Parties implements AutoCloseable {
    private final Connection connection;

    Parties(Coordinates database) throws SQLException {
        connection =
                DriverManager.getConnection(
                        database.jdbcUrl(), database.user(), database.password());
    }

    /** Somebody with a login, by ids. */
    record Party(long person, long unit) {}

    Party party(String login) throws SQLException {
        List<Long> ids =
                longs(
                        """
                        select unnest(array[a.person, c.unit]) from access.account a
                        join organization.colleague c on c.person = a.person
                            and c.from_day <= current_date and c.until_day > current_date
                        where a.login = ?
                        """,
                        login);
        if (ids.size() != 2) {
            throw new SQLException(
                    "Nobody has the login " + login + ": measure a data folder of the demo.");
        }
        return new Party(ids.get(0), ids.get(1));
    }

    /** The newest requests that the unit had before it was measured. */
    List<Long> requestsOf(long unit) throws SQLException {
        return longs(
                "select id from requests.request where unit = ? order by id desc limit 200", unit);
    }

    long requests() throws SQLException {
        return longs("select count(*) from requests.request").getFirst();
    }

    long standardOf(long unit) throws SQLException {
        return longs(
                        """
                        select max(id) from catalog.standard
                        where unit = ? and service is null and published_at is not null
                        """,
                        unit)
                .getFirst();
    }

    long calendar() throws SQLException {
        return longs(
                        """
                        select max(v.id) from worktime.calendar c
                        join worktime.calendar_version v on v.calendar = c.id where c.company
                        """)
                .getFirst();
    }

    /** For {@code row.sql}. */
    void prepare() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("create schema if not exists benchmark");
            statement.execute(
                    """
                    create table if not exists benchmark.row
                        (id bigint generated always as identity primary key, text text not null)
                    """);
        }
    }

    private List<Long> longs(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                List<Long> longs = new ArrayList<>();
                while (rows.next()) {
                    longs.add(rows.getLong(1));
                }
                return longs;
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
