package kollega.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Three levels of free space below the data folder. A full disk ends the server, so writes stop
 * before that.
 */
public enum DiskSpace {
    PLENTY,
    /** Less than {@link #WARNED_BELOW}: the operator is warned. */
    LOW,
    /** Less than {@link #REFUSED_BELOW}: no start, and a running database refuses writes. */
    EXHAUSTED;

    /** One gibibyte, in bytes. */
    public static final long WARNED_BELOW = 1L << 30;

    /** 256 mebibytes, in bytes. */
    public static final long REFUSED_BELOW = 256L << 20;

    static long freeBytes(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static DiskSpace of(long freeBytes) {
        if (freeBytes < REFUSED_BELOW) {
            return EXHAUSTED;
        }
        return freeBytes < WARNED_BELOW ? LOW : PLENTY;
    }
}
