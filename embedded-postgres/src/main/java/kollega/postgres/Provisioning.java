package kollega.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Gives the application a database of its own, owned by an ordinary role. Every step may have been
 * done before.
 */
final class Provisioning {

    static final String DATABASE = "kollega";
    static final String ROLE = "kollega";

    /** Search by similarity, search without diacritics, combined indexes. */
    private static final List<String> EXTENSIONS = List.of("pg_trgm", "unaccent", "btree_gin");

    private final Superuser superuser;

    Provisioning(Superuser superuser) {
        this.superuser = superuser;
    }

    /**
     * @param password of the role; base64url, so that it needs no quoting
     * @param isNew whether the role, if it exists, still has another password
     */
    void run(String password, boolean isNew) throws SQLException {
        try (Connection connection = superuser.connect("postgres")) {
            if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = '" + ROLE + "'")) {
                execute(connection, "CREATE ROLE " + ROLE + " LOGIN PASSWORD '" + password + "'");
            } else if (isNew) {
                execute(connection, "ALTER ROLE " + ROLE + " PASSWORD '" + password + "'");
            }
            if (!exists(
                    connection, "SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'")) {
                execute(connection, "CREATE DATABASE " + DATABASE + " OWNER " + ROLE);
            }
            WriteStop.lift(connection);
        }
        try (Connection connection = superuser.connect(DATABASE)) {
            for (String extension : EXTENSIONS) {
                if (!exists(
                        connection,
                        "SELECT 1 FROM pg_extension WHERE extname = '" + extension + "'")) {
                    execute(connection, "CREATE EXTENSION " + extension);
                }
            }
        }
    }

    private static boolean exists(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
