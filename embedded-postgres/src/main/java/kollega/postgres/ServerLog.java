package kollega.postgres;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The server's own log: at most two files of about {@link #LIMIT} bytes. The server appends, so
 * truncation is safe.
 */
final class ServerLog {

    private static final long LIMIT = 4L << 20;
    private static final int QUOTED = 2_000;

    private final Path file;
    private final Path older;

    ServerLog(Layout layout) {
        this.file = layout.log();
        this.older = layout.olderLog();
    }

    /** Makes the file, readable by the owner alone, and returns it. */
    Path open() throws IOException {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
        }
        return file;
    }

    void shorten() throws IOException {
        if (Files.size(file) > LIMIT) {
            Files.copy(
                    file,
                    older,
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.COPY_ATTRIBUTES);
            try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(0);
            }
        }
    }

    long end() throws IOException {
        return Files.size(file);
    }

    /** The last lines after a position, for a sentence or a decision. */
    String since(long position) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            long from = Math.max(Math.min(position, size), size - QUOTED);
            var bytes = ByteBuffer.allocate((int) (size - from));
            while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {}
            return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8).strip();
        }
    }
}
