package kollega.postgres;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a folder and what lies in it for its owner alone, whatever the mask of the process is and
 * whoever wrote there before. Not for what another account has to read.
 */
public final class PrivateFolder {
    /** What a new file there is made with. */
    public static final FileAttribute<Set<PosixFilePermission>> FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private static final FileAttribute<Set<PosixFilePermission>> FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private static final Set<PosixFilePermission> OWNERS =
            PosixFilePermissions.fromString("rwx------");

    private static final Logger LOG = LoggerFactory.getLogger(PrivateFolder.class);

    private PrivateFolder() {}

    /** Makes the folder, unless it is there, and those above it that are missing. */
    public static Path make(Path folder) throws IOException {
        return Files.createDirectories(folder, FOLDER);
    }

    /**
     * Takes from others what they may do with the folder and all that is in it; for a folder that
     * is not there, does nothing. Inside a folder that is closed already nothing is looked at, but
     * for the first. Links are never followed, so that who owns a part of the folder can't lead a
     * privileged process astray.
     */
    public static void close(Path folder) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            if (entries instanceof SecureDirectoryStream<Path> secure) {
                closeEntries(secure, folder);
                close(secure.getFileAttributeView(PosixFileAttributeView.class), folder);
            } else {
                close(Files.getFileAttributeView(folder, PosixFileAttributeView.class), folder);
            }
        } catch (NoSuchFileException e) {
            LOG.debug("{} is still to be made.", folder, e);
        }
    }

    private static void closeEntries(SecureDirectoryStream<Path> entries, Path folder)
            throws IOException {
        for (Path entry : entries) {
            Path name = entry.getFileName();
            PosixFileAttributeView view =
                    entries.getFileAttributeView(
                            name, PosixFileAttributeView.class, NOFOLLOW_LINKS);
            try {
                PosixFileAttributes attributes = view.readAttributes();
                if (isClosed(attributes)) {
                    continue;
                }
                if (attributes.isDirectory()) {
                    try (SecureDirectoryStream<Path> inside =
                            entries.newDirectoryStream(name, NOFOLLOW_LINKS)) {
                        closeEntries(inside, folder.resolve(name));
                    }
                }
                if (attributes.isDirectory() || attributes.isRegularFile()) {
                    close(view, folder.resolve(name));
                }
            } catch (NoSuchFileException e) {
                LOG.debug("{} has gone meanwhile.", entry, e);
            }
        }
    }

    private static boolean isClosed(PosixFileAttributes attributes) {
        return OWNERS.containsAll(attributes.permissions());
    }

    private static void close(PosixFileAttributeView view, Path path) throws IOException {
        PosixFileAttributes attributes = view.readAttributes();
        if (isClosed(attributes)) {
            return;
        }
        Set<PosixFilePermission> kept = EnumSet.copyOf(OWNERS);
        kept.retainAll(attributes.permissions());
        try {
            view.setPermissions(kept);
        } catch (NoSuchFileException e) {
            throw e;
        } catch (FileSystemException e) {
            LOG.warn(
                    "Other accounts may look into {}: it belongs to {}, who can run chmod go= on it.",
                    path,
                    attributes.owner().getName(),
                    e);
        }
    }
}
