package kollega.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * Unpacks an archive so that its folder is either whole or absent, whichever process is killed on
 * the way, and however many do it at once.
 */
final class Unpacking {

    /**
     * Written last; holds the number of files and their total size, because cleaners of caches
     * delete old files.
     */
    private static final String MARKER = ".complete";

    private Unpacking() {}

    static boolean isComplete(Path home) throws IOException {
        Path marker = home.resolve(MARKER);
        return Files.isRegularFile(marker) && Files.readString(marker).equals(inventory(home));
    }

    private static String inventory(Path home) throws IOException {
        long files = 0;
        long bytes = 0;
        try (Stream<Path> paths = Files.walk(home)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                        && !path.endsWith(MARKER)) {
                    files++;
                    bytes += Files.size(path);
                }
            }
        }
        return files + " files, " + bytes + " bytes\n";
    }

    /** Unpacks a tar archive packed with xz; an incomplete folder of that name is replaced. */
    static void unpack(InputStream packed, Path home) throws IOException {
        Path cache = Objects.requireNonNull(home.getParent());
        deleteAbandoned(cache);
        Path fresh = Files.createTempDirectory(cache, home.getFileName() + ".new-");
        try {
            try (var archive = new TarArchiveInputStream(new XZInputStream(packed))) {
                for (var entry = archive.getNextEntry();
                        entry != null;
                        entry = archive.getNextEntry()) {
                    write(entry, archive, fresh);
                }
            }
            allow(fresh, "rwxr-xr-x");
            Files.writeString(fresh.resolve(MARKER), inventory(fresh));
            putInPlace(fresh, home);
        } finally {
            if (Files.exists(fresh)) {
                Durable.deleteTree(fresh);
            }
        }
    }

    /** What killed processes left half unpacked; younger folders may be somebody's work. */
    private static void deleteAbandoned(Path cache) throws IOException {
        Instant old = Instant.now().minus(Duration.ofHours(1));
        try (var folders = Files.newDirectoryStream(cache, "*.{new,broken}-*")) {
            for (Path folder : folders) {
                if (Files.getLastModifiedTime(folder).toInstant().isBefore(old)) {
                    Durable.deleteTree(folder);
                }
            }
        }
    }

    private static void putInPlace(Path fresh, Path home) throws IOException {
        if (Files.exists(home) && !isComplete(home)) {
            // Moved, not emptied: a server that still runs from it finds every missing file in the
            // new one.
            Path broken =
                    Files.createTempDirectory(home.getParent(), home.getFileName() + ".broken-");
            Durable.move(home, broken.resolve("home"));
            Durable.move(fresh, home);
            Durable.deleteTree(broken);
            return;
        }
        try {
            Durable.move(fresh, home);
        } catch (FileSystemException e) {
            if (!isComplete(home)) {
                throw e;
            }
        }
    }

    private static void write(TarArchiveEntry entry, InputStream contents, Path root)
            throws IOException {
        Path path = inside(root, root.resolve(entry.getName()));
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            allow(path, "rwxr-xr-x");
            return;
        }
        Path parent = Objects.requireNonNull(path.getParent());
        Files.createDirectories(parent);
        allow(parent, "rwxr-xr-x");
        if (entry.isSymbolicLink()) {
            Path target = Path.of(entry.getLinkName());
            inside(root, path.resolveSibling(target));
            Files.createSymbolicLink(path, target);
        } else {
            Files.copy(contents, path);
            boolean program = (entry.getMode() & 0100) != 0 || entry.getName().startsWith("bin/");
            allow(path, program ? "rwxr-xr-x" : "rw-r--r--");
        }
    }

    private static Path inside(Path root, Path path) throws IOException {
        if (!path.normalize().startsWith(root)) {
            throw new IOException("The archive reaches outside its folder: " + path);
        }
        return path;
    }

    private static void allow(Path path, String permissions) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }
}
