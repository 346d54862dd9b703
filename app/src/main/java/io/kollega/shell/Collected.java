package io.kollega.shell;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.jspecify.annotations.Nullable;

/**
 * What has come of a body, in memory at first and then in a file without a name; afterwards the
 * container reads it from here as if it came just now. Holds no more than its limit: what goes
 * beyond is read and forgotten, so that a browser still sees the answer.
 */
final class Collected implements InputBuffer, AutoCloseable {
    private static final int IN_MEMORY = 64 << 10;
    private static final int PIECE = 16 << 10;

    private final long limit;
    private final @Nullable Path files;
    private final Shares.Share share;
    private ByteArrayOutputStream memory = new ByteArrayOutputStream(1024);
    private @Nullable FileChannel file;
    private @Nullable ByteBuffer rest;
    private long length;
    private boolean full;
    private boolean crowded;

    /**
     * @param limit of what is kept
     * @param files the folder for what is too large for memory; null if it has to stay there
     */
    Collected(long limit, @Nullable Path files, Shares.Share share) {
        this.limit = limit;
        this.files = files;
        this.share = share;
    }

    /** How much has come, kept or not. */
    long length() {
        return length;
    }

    /** Whether more has come than is kept. */
    boolean tooLarge() {
        return full && !crowded;
    }

    /** Whether it could not be kept because of all the others that are on their way. */
    boolean crowded() {
        return crowded;
    }

    void add(ByteBuffer bytes) throws IOException {
        int size = bytes.remaining();
        length += size;
        if (full || length > limit || !room(size)) {
            full = true;
            close();
            return;
        }
        if (file != null) {
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            return;
        }
        byte[] piece = new byte[size];
        bytes.get(piece);
        memory.writeBytes(piece);
    }

    private boolean room(int size) throws IOException {
        if (file != null) {
            return true;
        }
        if (files != null && length > IN_MEMORY) {
            file = nameless(files);
            file.write(ByteBuffer.wrap(memory.toByteArray()));
            memory = new ByteArrayOutputStream(0);
            share.letGo();
            return true;
        }
        crowded = !share.hold(size);
        return !crowded;
    }

    /** Nothing is left of it when it is closed, nor when the machine stops. */
    private static FileChannel nameless(Path folder) throws IOException {
        Path path =
                Files.createTempFile(
                        folder,
                        "body",
                        "",
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        FileChannel channel =
                FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
        Files.delete(path);
        return channel;
    }

    /** All is here: from now on it is read. */
    void rewind() throws IOException {
        if (file != null) {
            file.position(0);
        }
        rest = ByteBuffer.wrap(memory.toByteArray());
        memory = new ByteArrayOutputStream(0);
    }

    @Override
    public int doRead(ApplicationBufferHandler reader) throws IOException {
        ByteBuffer next = file == null ? rest : fromFile(file);
        rest = null;
        if (next == null || !next.hasRemaining()) {
            return -1;
        }
        reader.setByteBuffer(next);
        return next.remaining();
    }

    private static ByteBuffer fromFile(FileChannel file) throws IOException {
        ByteBuffer piece = ByteBuffer.allocate(PIECE);
        file.read(piece);
        return piece.flip();
    }

    @Override
    public int available() {
        return rest == null ? 0 : rest.remaining();
    }

    @Override
    public void close() throws IOException {
        memory = new ByteArrayOutputStream(0);
        rest = null;
        share.letGo();
        if (file != null) {
            file.close();
            file = null;
        }
    }
}
