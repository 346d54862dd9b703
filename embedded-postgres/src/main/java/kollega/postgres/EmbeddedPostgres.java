package kollega.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A private PostgreSQL, owned by this process: its data lies in a folder of the application, it
 * listens on 127.0.0.1 alone, and nobody gets in without the generated password. It ends with this
 * process; should the process be killed and the server live on, the next start stops it first.
 *
 * <p>Not for a database that several machines use: give the application the address of a company's
 * PostgreSQL instead.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private final FolderLock lock;
    private final Supervisor supervisor;
    private final SpaceWatch space;
    private final Credentials credentials;
    private boolean closed;

    EmbeddedPostgres(
            FolderLock lock, Supervisor supervisor, SpaceWatch space, Credentials credentials) {
        this.lock = lock;
        this.supervisor = supervisor;
        this.space = space;
        this.credentials = credentials;
    }

    /**
     * Starts the database of the folder, which is made if it is not there, and returns when it
     * accepts connections.
     *
     * @throws CannotStart with a sentence and what to do; nothing is left running, and the data is
     *     as it was
     */
    public static EmbeddedPostgres start(Settings settings) throws CannotStart {
        return new Start(settings).run();
    }

    /**
     * The way to the database of a folder that a running application owns, for administration
     * beside it.
     *
     * @return empty if no application runs on the folder
     * @throws CannotStart if one runs, and this user may not read its password
     */
    public static Optional<Coordinates> attach(Path dataDir) throws CannotStart {
        return Attachment.to(dataDir);
    }

    /**
     * Where and as whom the application reaches its database. Stays the same while this object
     * lives.
     */
    public Coordinates coordinates() {
        return credentials.coordinates(Provisioning.DATABASE, Provisioning.ROLE);
    }

    public String jdbcUrl() {
        return coordinates().jdbcUrl();
    }

    public String user() {
        return coordinates().user();
    }

    public String password() {
        return credentials.password();
    }

    public int port() {
        return credentials.port();
    }

    /** Free disk space as it was last seen, a few seconds ago at most. */
    public DiskSpace space() {
        return space.level();
    }

    Credentials credentials() {
        return credentials;
    }

    Superuser superuser() {
        return new Superuser(credentials.port(), credentials.superuserPassword());
    }

    /** Disconnects every client, stops the server, waits for its end, and gives the folder back. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try (lock) {
            supervisor.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
