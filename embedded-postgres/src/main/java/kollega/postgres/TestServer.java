package kollega.postgres;

import static kollega.postgres.CannotStart.Reason.FOLDER_IN_USE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * For tests alone: one server for all tests of a process, and as many empty or prepared databases
 * on it as they want, a few hundredths of a second each. Rows are lost when the machine crashes.
 *
 * <p>The folder of the server stays in the temporary folder for the next process, which finds it
 * empty again.
 */
public final class TestServer {

    /** Brings a fresh database into the state that tests begin with, by migrations for instance. */
    @FunctionalInterface
    public interface Preparation {
        void prepare(Coordinates database) throws Exception;
    }

    /** More processes than this do not test at once on one machine. */
    private static final int SLOTS = 64;

    private static final Object STARTING = new Object();
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Map<String, String> PREPARED = new HashMap<>();

    private static @org.jspecify.annotations.Nullable EmbeddedPostgres shared;

    private TestServer() {}

    /** An empty database with the extensions of the application. */
    public static TestDatabase fresh() {
        synchronized (STARTING) {
            return copy(Provisioning.DATABASE);
        }
    }

    /**
     * A copy of a prepared database.
     *
     * @param name tells preparations apart
     * @param preparation run once for the name in this process; it must close its connections
     */
    public static TestDatabase fresh(String name, Preparation preparation) {
        synchronized (STARTING) {
            String template = PREPARED.get(name);
            if (template == null) {
                TestDatabase database = copy(Provisioning.DATABASE);
                template = database.coordinates().database();
                try {
                    preparation.prepare(database.coordinates());
                } catch (Exception e) {
                    database.close();
                    throw new IllegalStateException("The preparation \"" + name + "\" failed.", e);
                }
                PREPARED.put(name, template);
            }
            return copy(template);
        }
    }

    private static TestDatabase copy(String template) {
        EmbeddedPostgres server = server();
        String name = "test_" + NUMBER.incrementAndGet();
        execute(
                server,
                "CREATE DATABASE "
                        + name
                        + " TEMPLATE "
                        + template
                        + " OWNER "
                        + Provisioning.ROLE);
        var database = server.credentials().coordinates(name, Provisioning.ROLE);
        return new TestDatabase(
                database, () -> execute(server, "DROP DATABASE " + name + " WITH (FORCE)"));
    }

    private static EmbeddedPostgres server() {
        if (shared == null) {
            try {
                EmbeddedPostgres started = start();
                Runtime.getRuntime().addShutdownHook(new Thread(started::close));
                empty(started);
                shared = started;
            } catch (IOException | SQLException | CannotStart e) {
                throw new IllegalStateException("The database for tests cannot start.", e);
            }
        }
        return shared;
    }

    private static EmbeddedPostgres start() throws IOException, CannotStart {
        Path home = home();
        for (int slot = 0; slot < SLOTS; slot++) {
            Path folder = home.resolve(Integer.toString(slot));
            try {
                return startAnew(folder);
            } catch (CannotStart e) {
                if (e.reason() != FOLDER_IN_USE) {
                    throw e;
                }
            }
        }
        throw new IOException("All " + SLOTS + " folders in " + home + " are in use.");
    }

    /** What a crashed machine or another version left behind is not worth a thought. */
    private static EmbeddedPostgres startAnew(Path folder) throws IOException, CannotStart {
        try {
            return EmbeddedPostgres.start(Settings.forTests(folder));
        } catch (CannotStart e) {
            switch (e.reason()) {
                case FOLDER_DAMAGED, OTHER_MAJOR_VERSION, SERVER_FAILED, WRONG_PERMISSIONS ->
                        Durable.deleteTree(folder);
                case FOLDER_IN_USE,
                        PORT_IN_USE,
                        NO_ORDINARY_ACCOUNT,
                        NAMELESS_USER,
                        DISK_FULL,
                        UNSUPPORTED_PLATFORM,
                        BINARIES_UNUSABLE ->
                        throw e;
            }
            return EmbeddedPostgres.start(Settings.forTests(folder));
        }
    }

    private static Path home() throws IOException {
        var enterable =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx--x--x"));
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        Path home = temporary.resolve("kollega-test-postgres-" + Account.thisUid());
        Files.createDirectories(home, enterable);
        if (Account.ownerUid(home) != Account.thisUid()) {
            throw new IOException("The folder " + home + " belongs to somebody else.");
        }
        return home;
    }

    /** Drops what an earlier process left. */
    private static void empty(EmbeddedPostgres server) throws SQLException {
        try (Connection connection = server.superuser().connect("postgres");
                var query = connection.createStatement();
                var drop = connection.createStatement();
                var left =
                        query.executeQuery(
                                "SELECT datname FROM pg_database WHERE datname LIKE 'test\\_%'")) {
            while (left.next()) {
                drop.execute("DROP DATABASE " + left.getString(1) + " WITH (FORCE)");
            }
        }
    }

    private static void execute(EmbeddedPostgres server, String command) {
        try (Connection connection = server.superuser().connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute(command);
        } catch (SQLException e) {
            throw new IllegalStateException(command, e);
        }
    }
}
