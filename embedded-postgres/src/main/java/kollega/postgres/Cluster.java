package kollega.postgres;

import static kollega.postgres.CannotStart.Reason.FOLDER_DAMAGED;
import static kollega.postgres.CannotStart.Reason.NAMELESS_USER;
import static kollega.postgres.CannotStart.Reason.OTHER_MAJOR_VERSION;
import static kollega.postgres.CannotStart.Reason.SERVER_FAILED;
import static kollega.postgres.CannotStart.Reason.WRONG_PERMISSIONS;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database cluster of a data folder: made once, checked before every start.
 *
 * @param binaries programs that run it
 * @param account account that owns and runs it
 * @param layout where it lies
 * @param passage how the account reaches it
 */
record Cluster(Binaries binaries, Account account, Layout layout, Passage passage) {

    private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);

    /** For a program that does its work and ends; a minute is long on the slowest disk. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    static final String SUPERUSER = "postgres";

    /**
     * Sort order by code point, which no operating system update changes; people and units are
     * sorted with {@code COLLATE "ru-x-icu"}. Without the character type, pg_trgm would be blind to
     * Cyrillic letters.
     */
    private static final List<String> LOCALE =
            List.of(
                    "--encoding=UTF8",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--locale=C",
                    // macOS knows no C.UTF-8.
                    "--lc-ctype="
                            + (Files.isDirectory(Path.of("/proc")) ? "C.UTF-8" : "en_US.UTF-8"));

    /** The command line of a program of PostgreSQL, run by the account on this cluster. */
    List<String> command(String program, List<String> arguments) {
        return command(layout.cluster(), program, arguments);
    }

    private List<String> command(Path folder, String program, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(binaries.program(program).toString());
        command.addAll(arguments);
        return passage.open(folder, layout.hostAccess(), account.command(command));
    }

    /** Runs a program of PostgreSQL to its end. */
    Command run(String program, List<String> arguments, String input, Duration patience)
            throws IOException, InterruptedException {
        return Command.run(command(program, arguments), input, patience);
    }

    boolean exists() throws IOException {
        if (!Files.isDirectory(layout.cluster())) {
            return false;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(layout.cluster())) {
            return entries.iterator().hasNext();
        }
    }

    /**
     * Makes the cluster beside its place and moves it there, so that a killed start leaves nothing
     * half made.
     */
    void create(Credentials credentials, Settings.Durability durability)
            throws IOException, InterruptedException, CannotStart {
        Path fresh =
                Files.createTempDirectory(
                        layout.dataDir(),
                        layout.newClusterPrefix(),
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rwx------")));
        account.own(fresh);
        var arguments = new ArrayList<>(LOCALE);
        arguments.addAll(
                List.of(
                        "--pgdata=" + passage.cluster(fresh),
                        "--username=" + SUPERUSER,
                        // Nobody gets in before the password is set, just below.
                        "--auth=reject",
                        "--no-instructions"));
        switch (durability) {
            case DURABLE -> {}
            case LOST_ON_CRASH -> arguments.add("--no-sync");
        }
        require(Command.run(command(fresh, "initdb", arguments), "", PATIENCE), "initdb");
        setSuperuserPassword(fresh, credentials);
        Files.deleteIfExists(layout.cluster());
        Durable.move(fresh, layout.cluster());
    }

    /** Deletes what killed starts left half made. */
    void deleteUnfinished() throws IOException {
        try (DirectoryStream<Path> unfinished =
                Files.newDirectoryStream(layout.dataDir(), layout.newClusterPrefix() + "*")) {
            for (Path folder : unfinished) {
                try {
                    Durable.deleteTree(folder);
                } catch (IOException e) {
                    LOG.warn("{} is left for the next start to delete.", folder, e);
                }
            }
        }
    }

    /** Works without a running server and without the old password. */
    void setSuperuserPassword(Path folder, Credentials credentials)
            throws IOException, InterruptedException, CannotStart {
        String sql =
                "ALTER ROLE " + SUPERUSER + " PASSWORD '" + credentials.superuserPassword() + "'\n";
        var arguments =
                List.of(
                        "--single",
                        "-D",
                        passage.cluster(folder),
                        "-c",
                        "exit_on_error=on",
                        "postgres");
        require(
                Command.run(command(folder, "postgres", arguments), sql, PATIENCE),
                "postgres --single");
    }

    private void require(Command command, String program) throws CannotStart {
        if (command.output().contains("could not look up effective user ID")) {
            throw new CannotStart(
                    NAMELESS_USER,
                    "The user with the number "
                            + account.uid()
                            + " has no name in /etc/passwd, and PostgreSQL needs one to make a database.",
                    "Start Kollega as a user with a name.");
        }
        if (!command.succeeded()) {
            throw new CannotStart(
                    SERVER_FAILED,
                    program + " failed in " + layout.dataDir() + ": " + command.output() + ".",
                    "Remove the cause and start again.");
        }
    }

    /** Refuses a cluster of another version or of another owner. */
    void check(int majorVersion) throws IOException, CannotStart {
        Path cluster = layout.cluster();
        String version = version();
        if (!version.equals(Integer.toString(majorVersion))) {
            throw new CannotStart(
                    OTHER_MAJOR_VERSION,
                    "The database in "
                            + cluster
                            + " was written by PostgreSQL "
                            + version
                            + ", and this Kollega brings PostgreSQL "
                            + majorVersion
                            + ".",
                    "Back it up with the Kollega that wrote it, and restore the backup with this one into an"
                            + " empty data folder.");
        }
        if (Account.ownerUid(cluster) != account.uid()) {
            throw new CannotStart(
                    WRONG_PERMISSIONS,
                    "The database in "
                            + cluster
                            + " belongs to the user "
                            + Files.getOwner(cluster).getName()
                            + ", and the server would run as "
                            + account.name()
                            + ".",
                    "Start Kollega as that user, or run: chown -R "
                            + account.name()
                            + " "
                            + cluster);
        }
    }

    private String version() throws IOException, CannotStart {
        Path file = layout.cluster().resolve("PG_VERSION");
        if (!Files.isRegularFile(file)) {
            throw new CannotStart(
                    FOLDER_DAMAGED,
                    "The folder " + layout.cluster() + " is not a database: it has no PG_VERSION.",
                    "Move it away, or restore the whole folder from a backup.");
        }
        return Files.readString(file).strip();
    }
}
