package kollega.postgres;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** Changes to files that are either complete after a crash or not there at all. */
final class Durable {

    private Durable() {}

    /**
     * Replaces the file in one step. The new file has the permissions from its first byte on. One
     * thread at a time: the name of the new file is fixed, so that a crash leaves no heap of them.
     */
    static void replace(Path file, String text, String permissions) throws IOException {
        var attributes =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
        Path folder = file.toAbsolutePath().getParent();
        Path next = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(next);
            Files.createFile(next, attributes);
            // The mask of the process may have taken permissions away.
            Files.setPosixFilePermissions(next, PosixFilePermissions.fromString(permissions));
            try (var channel = FileChannel.open(next, WRITE)) {
                var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(next, file, ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(next);
        }
        syncFolder(folder);
    }

    /** Moves a file or folder to a free name on the same volume, and makes the move last. */
    static void move(Path from, Path to) throws IOException {
        Files.move(from, to, ATOMIC_MOVE);
        syncFolder(to.toAbsolutePath().getParent());
    }

    static void syncFolder(@Nullable Path folder) throws IOException {
        if (folder != null) {
            try (var channel = FileChannel.open(folder, READ)) {
                channel.force(true);
            }
        }
    }

    /** Deletes a folder with its contents; links are deleted, not followed. */
    static void deleteTree(Path folder) throws IOException {
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<Path>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.delete(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(
                            Path visited, @Nullable IOException failure) throws IOException {
                        if (failure != null) {
                            throw failure;
                        }
                        Files.delete(visited);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}
