package kollega.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Statements on a database, one connection each. */
record Sql(Coordinates database) {

    static Sql on(EmbeddedPostgres server) {
        return new Sql(server.coordinates());
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(
                database.jdbcUrl(), database.user(), database.password());
    }

    void run(String command) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    /** The first column. */
    List<String> list(String query) throws SQLException {
        try (var connection = connect()) {
            return list(connection, query);
        }
    }

    static List<String> list(Connection connection, String query) throws SQLException {
        var values = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    String value(String query) throws SQLException {
        return list(query).getFirst();
    }
}
