package kollega.postgres;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Owns the thread that starts the server, watches it, and starts it again if it was killed. */
final class Supervisor {

    private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);

    private static final Duration TICK = Duration.ofSeconds(2);
    private static final int RESTARTS = 3;

    /** A server that ran this long before it ended has earned a fresh count of restarts. */
    private static final Duration STEADY = Duration.ofMinutes(5);

    private final Cluster cluster;
    private final Settings settings;
    private final SpaceWatch space;
    private final ServerLog log;
    private final List<String> parameters;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final ReentrantLock launching = new ReentrantLock();
    private boolean closing;
    private Optional<Postmaster> current = Optional.empty();
    private final Thread thread =
            Thread.ofPlatform().daemon().name("embedded-postgres").unstarted(this::run);

    Supervisor(Cluster cluster, Settings settings, SpaceWatch space, List<String> parameters) {
        this.cluster = cluster;
        this.settings = settings;
        this.space = space;
        this.log = new ServerLog(cluster.layout());
        this.parameters = parameters;
    }

    /** Returns when the server accepts connections. */
    void start() throws IOException, InterruptedException, CannotStart {
        thread.start();
        try {
            ready.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case CannotStart refused -> throw refused;
                case IOException failed -> throw failed;
                case null, default -> throw new IllegalStateException(e.getCause());
            }
        }
    }

    /** Stops the server and returns when it has ended. */
    void close() throws IOException, InterruptedException {
        Optional<Postmaster> running;
        launching.lock();
        try {
            closing = true;
            running = current;
        } finally {
            launching.unlock();
        }
        if (running.isPresent()) {
            running.get().stop();
        }
        thread.join();
    }

    private void run() {
        try {
            Postmaster server = launch().orElseThrow();
            server.awaitReady(settings.patience());
            ready.complete(null);
            watch(server);
        } catch (IOException | InterruptedException | CannotStart | RuntimeException e) {
            if (!ready.completeExceptionally(e)) {
                giveUp("The database server ended and cannot be started again: " + e.getMessage());
            }
        } finally {
            ready.completeExceptionally(new IllegalStateException("The start was cut short."));
        }
    }

    /** Empty if the server is being closed. */
    private Optional<Postmaster> launch() throws IOException, InterruptedException {
        launching.lock();
        try {
            current =
                    closing
                            ? Optional.empty()
                            : Optional.of(Postmaster.launch(cluster, log, parameters));
            return current;
        } finally {
            launching.unlock();
        }
    }

    private void watch(Postmaster first) throws IOException, InterruptedException, CannotStart {
        Optional<Postmaster> server = Optional.of(first);
        int restarts = 0;
        long since = System.nanoTime();
        while (server.isPresent()) {
            Optional<Integer> exitCode = server.get().awaitEnd(TICK);
            if (exitCode.isEmpty()) {
                lookAfter();
                continue;
            }
            restarts = System.nanoTime() - since > STEADY.toNanos() ? 1 : restarts + 1;
            since = System.nanoTime();
            server = restart(exitCode.get(), restarts);
        }
    }

    /** Nothing that goes wrong here may end this thread, because the server would end with it. */
    private void lookAfter() {
        try {
            log.shorten();
            space.look();
        } catch (IOException | RuntimeException e) {
            LOG.warn(
                    "The database runs, but its log or its disk space could not be looked after.",
                    e);
        }
    }

    private void tell(ServerEvent event) {
        try {
            settings.listener().accept(event);
        } catch (RuntimeException e) {
            LOG.error("The listener failed at {}.", event, e);
        }
    }

    private Optional<Postmaster> restart(int exitCode, int restarts)
            throws IOException, InterruptedException, CannotStart {
        if (isClosing()) {
            return Optional.empty();
        }
        if (DiskSpace.of(settings.freeBytes().applyAsLong(settings.dataDir()))
                == DiskSpace.EXHAUSTED) {
            giveUp(
                    "The disk is full, and the database server has ended. Free some space and start again.");
            return Optional.empty();
        }
        if (restarts > RESTARTS) {
            giveUp(
                    "The database server keeps ending (exit code "
                            + exitCode
                            + "). Its log is "
                            + cluster.layout().log()
                            + ".");
            return Optional.empty();
        }
        LOG.warn(
                "The database server ended unexpectedly (exit code {}) and is started again.",
                exitCode);
        new Leftover(cluster).clear();
        Optional<Postmaster> server = launch();
        if (server.isPresent()) {
            server.get().awaitReady(settings.patience());
            tell(new ServerEvent.Restarted(exitCode));
        }
        return server;
    }

    private boolean isClosing() {
        launching.lock();
        try {
            return closing;
        } finally {
            launching.unlock();
        }
    }

    private void giveUp(String sentence) {
        LOG.error(sentence);
        tell(new ServerEvent.GaveUp(sentence));
    }
}
