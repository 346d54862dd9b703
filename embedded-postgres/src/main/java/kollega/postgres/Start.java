package kollega.postgres;

import static kollega.postgres.CannotStart.Reason.DISK_FULL;
import static kollega.postgres.CannotStart.Reason.FOLDER_DAMAGED;
import static kollega.postgres.CannotStart.Reason.FOLDER_IN_USE;
import static kollega.postgres.CannotStart.Reason.PORT_IN_USE;
import static kollega.postgres.CannotStart.Reason.SERVER_FAILED;
import static kollega.postgres.CannotStart.Reason.WRONG_PERMISSIONS;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The steps of one start, in order. Each leaves the folder such that the next start can begin
 * again.
 */
final class Start {

    private static final Logger LOG = LoggerFactory.getLogger(Start.class);
    private static final String HOST_ACCESS =
            """
            # Written by Kollega at every start.
            host all all 127.0.0.1/32 scram-sha-256
            """;

    private static final int PORT_ATTEMPTS = 5;
    private static final String INVALID_PASSWORD = "28P01";

    private final Settings settings;

    Start(Settings settings) {
        this.settings = settings;
    }

    EmbeddedPostgres run() throws CannotStart {
        try {
            return owning(new Layout(folder()));
        } catch (AccessDeniedException e) {
            throw new CannotStart(
                    WRONG_PERMISSIONS,
                    "This user may not use " + e.getFile() + ".",
                    "Start Kollega as the user that owns it, or give it to this one with chown.",
                    e);
        } catch (IOException | SQLException e) {
            throw new CannotStart(
                    SERVER_FAILED,
                    "The database in "
                            + settings.dataDir()
                            + " cannot start: "
                            + e.getMessage()
                            + ".",
                    "Remove the cause and start again.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart(
                    SERVER_FAILED, "The start of the database was interrupted.", "Start again.", e);
        }
    }

    private Path folder() throws IOException {
        Path folder = settings.dataDir().toAbsolutePath();
        if (!Files.exists(folder)) {
            if (folder.getParent() != null) {
                Files.createDirectories(folder.getParent());
            }
            PrivateFolder.make(folder);
            Durable.syncFolder(folder.getParent());
        }
        Path real = folder.toRealPath();
        PrivateFolder.close(real);
        return real;
    }

    private EmbeddedPostgres owning(Layout layout)
            throws IOException, InterruptedException, SQLException, CannotStart {
        FolderLock lock = FolderLock.acquire(layout.lock()).orElseThrow(() -> inUse(layout));
        boolean started = false;
        try {
            var server = start(layout, lock);
            started = true;
            return server;
        } finally {
            if (!started) {
                lock.close();
            }
        }
    }

    private static CannotStart inUse(Layout layout) {
        String by = "another start of Kollega";
        try {
            by += FolderLock.holder(layout.lock()).map(pid -> " (process " + pid + ")").orElse("");
        } catch (IOException e) {
            LOG.debug("The holder of the folder cannot be read.", e);
        }
        return new CannotStart(
                FOLDER_IN_USE,
                "The data folder " + layout.dataDir() + " is in use by " + by + ".",
                "Stop that one first, or choose another data folder.");
    }

    private EmbeddedPostgres start(Layout layout, FolderLock lock)
            throws IOException, InterruptedException, SQLException, CannotStart {
        checkSpace(layout);
        Account account = Account.choose(layout);
        Durable.replace(layout.hostAccess(), HOST_ACCESS, "rw-------");
        account.own(layout.hostAccess());
        Binaries binaries =
                Binaries.unpackedIn(BinariesCache.folder(settings.binariesCache(), account));
        int majorVersion = binaries.majorVersion(account);
        var cluster = new Cluster(binaries, account, layout, Passage.choose(account, layout));
        cluster.deleteUnfinished();
        Optional<Credentials> kept = Credentials.read(layout.credentials());
        Credentials credentials = kept.orElseGet(Credentials::generate);
        if (cluster.exists()) {
            cluster.check(majorVersion);
            new Leftover(cluster).clear();
            if (kept.isEmpty()) {
                LOG.warn("{} is missing: new passwords are made.", layout.credentials());
                cluster.setSuperuserPassword(layout.cluster(), credentials);
            }
        } else {
            cluster.create(credentials, settings.durability());
        }
        EmbeddedPostgres server = serve(cluster, lock, credentials);
        boolean prepared = false;
        try {
            prepare(cluster, server, kept.isEmpty());
            prepared = true;
            return server;
        } finally {
            if (!prepared) {
                server.close();
            }
        }
    }

    private void checkSpace(Layout layout) throws CannotStart {
        long free = settings.freeBytes().applyAsLong(layout.dataDir());
        if (DiskSpace.of(free) == DiskSpace.EXHAUSTED) {
            throw new CannotStart(
                    DISK_FULL,
                    "Only "
                            + (free >> 20)
                            + " MB of disk space are free below "
                            + layout.dataDir()
                            + ".",
                    "Free at least " + (DiskSpace.REFUSED_BELOW >> 20) + " MB and start again.");
        }
    }

    private EmbeddedPostgres serve(Cluster cluster, FolderLock lock, Credentials credentials)
            throws IOException, InterruptedException, CannotStart {
        for (int attempt = 1; ; attempt++) {
            Credentials chosen = credentials.onPort(port(attempt == 1 ? credentials.port() : 0));
            var space =
                    new SpaceWatch(
                            settings, new Superuser(chosen.port(), chosen.superuserPassword()));
            var parameters =
                    Configuration.arguments(
                            settings,
                            chosen.port(),
                            cluster.passage().hostAccess(cluster.layout().hostAccess()));
            var supervisor = new Supervisor(cluster, settings, space, parameters);
            try {
                supervisor.start();
                return new EmbeddedPostgres(lock, supervisor, space, chosen);
            } catch (CannotStart e) {
                if (e.reason() != PORT_IN_USE || settings.port() != 0 || attempt == PORT_ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private int port(int last) throws IOException, CannotStart {
        if (settings.port() == 0) {
            return Ports.choose(last);
        }
        if (!Ports.isFree(settings.port())) {
            throw new CannotStart(
                    PORT_IN_USE,
                    "The port "
                            + settings.port()
                            + " for the database is taken by another program.",
                    "Stop that program, or choose another port.");
        }
        return settings.port();
    }

    private static void prepare(Cluster cluster, EmbeddedPostgres server, boolean newPasswords)
            throws IOException, SQLException, CannotStart {
        Path file = cluster.layout().credentials();
        Credentials credentials = server.credentials();
        try {
            new Provisioning(server.superuser()).run(credentials.password(), newPasswords);
        } catch (SQLException e) {
            if (!INVALID_PASSWORD.equals(e.getSQLState())) {
                throw e;
            }
            throw new CannotStart(
                    FOLDER_DAMAGED,
                    "The password in " + file + " does not fit the database beside it.",
                    "Delete that file: the next start makes new passwords.",
                    e);
        }
        if (!credentials.binaries().equals(cluster.binaries().identity())) {
            try (Connection connection = server.superuser().connect(Provisioning.DATABASE)) {
                Collations.bringUpToDate(connection);
            }
        }
        credentials.comparedWith(cluster.binaries().identity()).write(file);
    }
}
