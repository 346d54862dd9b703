package kollega.postgres;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The right to run the database of a data folder. The operating system gives it back when the
 * process ends, however it ends.
 *
 * <p>POSIX drops the locks of a process when <em>any</em> of its descriptors of the file is closed.
 * A folder that this process holds is therefore recognized from {@link #HELD}, without opening the
 * file again.
 */
final class FolderLock implements AutoCloseable {

    private static final int ATTEMPTS = 10;

    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private FolderLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Waits a moment, because {@link #isHeld} in another process takes the lock while it looks.
     *
     * @param file a real path but for its last name
     * @return empty if another start holds the folder
     */
    static Optional<FolderLock> acquire(Path file) throws IOException, InterruptedException {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Optional<FolderLock> lock = tryAcquire(file);
            if (lock.isPresent()) {
                lock.get().nameHolder();
                return lock;
            }
            Thread.sleep(20);
        }
        return Optional.empty();
    }

    private static Optional<FolderLock> tryAcquire(Path file) throws IOException {
        if (!HELD.add(file)) {
            return Optional.empty();
        }
        FileChannel channel = null;
        boolean acquired = false;
        try {
            channel = FileChannel.open(file, Set.of(CREATE, READ, WRITE), OWNER_ONLY);
            acquired = channel.tryLock() != null;
            return acquired ? Optional.of(new FolderLock(file, channel)) : Optional.empty();
        } finally {
            if (!acquired) {
                if (channel != null) {
                    channel.close();
                }
                HELD.remove(file);
            }
        }
    }

    private void nameHolder() throws IOException {
        String pid = Long.toString(ProcessHandle.current().pid());
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)), 0);
    }

    /** Whether somebody, here or in another process, holds the folder. */
    static boolean isHeld(Path file) throws IOException {
        if (HELD.contains(file)) {
            return true;
        }
        if (!Files.exists(file)) {
            return false;
        }
        Optional<FolderLock> free = tryAcquire(file);
        if (free.isPresent()) {
            free.get().close();
        }
        return free.isEmpty();
    }

    /** The process that says it holds the folder. */
    static Optional<Long> holder(Path file) throws IOException {
        if (HELD.contains(file)) {
            return Optional.of(ProcessHandle.current().pid());
        }
        String pid = Files.readString(file).strip();
        return pid.matches("\\d{1,18}") ? Optional.of(Long.valueOf(pid)) : Optional.empty();
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            HELD.remove(file);
        }
    }
}
