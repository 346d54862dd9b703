package kollega.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * After a change of binaries, rebuilds the indexes whose sort order may have changed with the
 * library behind it. An index in an outdated order loses rows silently.
 */
final class Collations {

    private static final Logger LOG = LoggerFactory.getLogger(Collations.class);

    private static final String OUTDATED =
            """
            SELECT oid, oid::regcollation::text AS name FROM pg_collation
            WHERE collversion IS NOT NULL AND collversion IS DISTINCT FROM pg_collation_actual_version(oid)
            """;

    private static final String DEPENDENT_INDEXES =
            """
            SELECT DISTINCT d.objid::regclass::text AS name FROM pg_depend d
            JOIN pg_class i ON i.oid = d.objid AND i.relkind = 'i'
            JOIN pg_collation c ON c.oid = d.refobjid
            WHERE d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_collation'::regclass
              AND c.collversion IS NOT NULL
              AND c.collversion IS DISTINCT FROM pg_collation_actual_version(c.oid)
            """;

    private static final String DATABASE_OUTDATED =
            """
            SELECT quote_ident(datname) AS name FROM pg_database WHERE datname = current_database()
            AND datcollversion IS DISTINCT FROM pg_database_collation_actual_version(oid)
            """;

    private Collations() {}

    /** Interrupted, it starts over at the next start: the versions are brought up to date last. */
    static void bringUpToDate(Connection connection) throws SQLException {
        List<String> database = names(connection, DATABASE_OUTDATED);
        List<String> collations = names(connection, OUTDATED);
        List<String> indexes = names(connection, DEPENDENT_INDEXES);
        if (!database.isEmpty()) {
            LOG.warn("The default sort order has changed: all indexes are rebuilt.");
            execute(connection, "REINDEX DATABASE " + database.getFirst());
        }
        for (String index : indexes) {
            LOG.warn("The sort order of {} has changed: the index is rebuilt.", index);
            execute(connection, "REINDEX INDEX " + index);
        }
        for (String collation : collations) {
            execute(connection, "ALTER COLLATION " + collation + " REFRESH VERSION");
        }
        if (!database.isEmpty()) {
            execute(
                    connection,
                    "ALTER DATABASE " + database.getFirst() + " REFRESH COLLATION VERSION");
        }
    }

    private static List<String> names(Connection connection, String query) throws SQLException {
        var names = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                names.add(rows.getString("name"));
            }
        }
        return names;
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
