package io.kollega.shell;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ReadListener;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.apache.coyote.ActionCode;
import org.apache.coyote.Request;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.jspecify.annotations.Nullable;

/**
 * A body that is still on its way: taken as it comes, by whichever thread has time, so that no
 * thread waits for it. It has to come in time, and steadily.
 */
final class Arrival
        implements ReadListener, AsyncListener, ApplicationBufferHandler, AutoCloseable {
    /** Nothing is answered before it is read, so this much is read of what is too large. */
    private static final long READ_AT_MOST = 256L << 20;

    private final Request request;
    private final AsyncContext async;
    private final Collected body;
    private final Shares.Share share;
    private final Pace pace;
    private final Problem tooLarge;
    private boolean late;
    private @Nullable ByteBuffer piece;

    /** How long a body may take: a while, and longer the more of it has come. */
    record Pace(Duration patience, long bytesASecond) {
        long millis(long come) {
            return patience.toMillis() + come * 1000 / bytesASecond;
        }
    }

    /**
     * @param tooLarge what is answered when more has come than is kept
     */
    Arrival(
            Request request,
            AsyncContext async,
            Collected body,
            Shares.Share share,
            Pace pace,
            Problem tooLarge) {
        this.request = request;
        this.async = async;
        this.body = body;
        this.share = share;
        this.pace = pace;
        this.tooLarge = tooLarge;
    }

    void begin() {
        async.setTimeout(pace.millis(0));
        async.addListener(this);
        request.setReadListener(this);
    }

    /** Why it can't be handed on; empty if it can. */
    Optional<Problem> problem() {
        if (late) {
            return Optional.of(Problem.TOO_SLOW);
        }
        if (body.crowded()) {
            return Optional.of(Problem.TOO_MANY);
        }
        return body.tooLarge() ? Optional.of(tooLarge) : Optional.empty();
    }

    /** What has come, to be read by those that the request is handed to. */
    Collected body() {
        return body;
    }

    @Override
    public void onDataAvailable() throws IOException {
        while (!request.isFinished() && request.isReady()) {
            if (request.doRead(this) > 0) {
                body.add(Objects.requireNonNull(piece));
            }
            // What is over is handed on from where its end is told.
            if (!request.isFinished() && (body.length() > READ_AT_MOST || body.crowded())) {
                handOn();
                return;
            }
        }
        async.setTimeout(pace.millis(body.length()));
    }

    @Override
    public void onAllDataRead() throws IOException {
        body.rewind();
        handOn();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        late = true;
        handOn();
    }

    private void handOn() {
        share.arrived();
        request.action(ActionCode.ASYNC_DISPATCH, null);
    }

    /** The connection is gone; the container closes it. */
    @Override
    public void onError(Throwable gone) {
        share.arrived();
    }

    @Override
    public void onError(AsyncEvent event) {
        event.getAsyncContext().complete();
    }

    @Override
    public void onComplete(AsyncEvent event) throws IOException {
        close();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {}

    @Override
    public void close() throws IOException {
        share.close();
        body.close();
    }

    @Override
    public void setByteBuffer(ByteBuffer buffer) {
        piece = buffer;
    }

    @Override
    public @Nullable ByteBuffer getByteBuffer() {
        return piece;
    }

    /** Nothing is put into our buffers. */
    @Override
    public void expand(int size) {}
}
