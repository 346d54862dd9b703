package kollega.postgres;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Has every new transaction refuse writes (SQLSTATE 25006), so that the log of the server keeps its
 * last space.
 */
final class WriteStop {

    private WriteStop() {}

    static void impose(Connection connection) throws SQLException {
        change(connection, "ALTER SYSTEM SET default_transaction_read_only = on");
    }

    static void lift(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "SELECT 1 FROM pg_file_settings WHERE name = 'default_transaction_read_only'"
                                        + " AND setting = 'on'")) {
            if (!rows.next()) {
                return;
            }
        }
        change(connection, "ALTER SYSTEM RESET default_transaction_read_only");
    }

    private static void change(Connection connection, String command) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(command);
            statement.execute("SELECT pg_reload_conf()");
        }
    }
}
