package kollega.postgres;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the running database of a folder for a process that does not own it. */
final class Attachment {

    private static final Logger LOG = LoggerFactory.getLogger(Attachment.class);

    /** An application that holds the folder may still be starting. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private Attachment() {}

    static Optional<Coordinates> to(Path dataDir) throws CannotStart {
        try {
            return Files.isDirectory(dataDir)
                    ? await(new Layout(dataDir.toRealPath()))
                    : Optional.empty();
        } catch (AccessDeniedException e) {
            throw new CannotStart(
                    CannotStart.Reason.WRONG_PERMISSIONS,
                    "This user may not read " + e.getFile() + ".",
                    "Run the command as the user that runs Kollega.",
                    e);
        } catch (IOException e) {
            throw new CannotStart(
                    CannotStart.Reason.SERVER_FAILED,
                    "The data folder " + dataDir + " cannot be read: " + e.getMessage() + ".",
                    "Remove the cause and try again.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Optional<Coordinates> await(Layout layout)
            throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (FolderLock.isHeld(layout.lock())) {
            Optional<Coordinates> found = look(layout);
            if (found.isPresent() || System.nanoTime() > deadline) {
                return found;
            }
            Thread.sleep(100);
        }
        return Optional.empty();
    }

    private static Optional<Coordinates> look(Layout layout) throws IOException {
        return Credentials.read(layout.credentials())
                .map(kept -> kept.coordinates(Provisioning.DATABASE, Provisioning.ROLE))
                .filter(Attachment::answers);
    }

    private static boolean answers(Coordinates to) {
        try (var connection = DriverManager.getConnection(to.jdbcUrl(), to.user(), to.password())) {
            return connection.isValid(5);
        } catch (SQLException e) {
            LOG.debug("No database answers at {} yet.", to, e);
            return false;
        }
    }
}
