package kollega.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Clears the way after a start that was killed: stops its server cleanly if it lives on, waits for
 * its last backends, and only then removes its postmaster.pid. The caller holds the {@link
 * FolderLock}, so whatever is found has no owner.
 */
final class Leftover {

    private static final Logger LOG = LoggerFactory.getLogger(Leftover.class);

    private final Cluster cluster;
    private final ServerProcess processes;

    Leftover(Cluster cluster) {
        this.cluster = cluster;
        this.processes = new ServerProcess(cluster.account(), cluster.layout().cluster());
    }

    void clear() throws IOException, InterruptedException, CannotStart {
        Optional<PostmasterFile> file = PostmasterFile.read(cluster.layout().postmasterFile());
        if (file.isPresent() && processes.isOurs(file.get().pid())) {
            LOG.info(
                    "A server left over by an earlier start (process {}) is stopped.",
                    file.get().pid());
            for (String mode : List.of("fast", "immediate")) {
                if (processes.isOurs(file.get().pid())) {
                    ShutDown.request(cluster, mode, Duration.ofSeconds(60));
                }
            }
        }
        awaitSurvivors();
        Files.deleteIfExists(cluster.layout().postmasterFile());
    }

    /**
     * Backends outlive a killed main process for a moment; two generations at once would destroy
     * the data.
     */
    private void awaitSurvivors() throws IOException, InterruptedException, CannotStart {
        if (gone(Duration.ofSeconds(2), pid -> {})
                || gone(Duration.ofSeconds(10), ProcessHandle::destroy)
                || gone(Duration.ofSeconds(10), ProcessHandle::destroyForcibly)) {
            return;
        }
        throw new CannotStart(
                CannotStart.Reason.FOLDER_IN_USE,
                "Processes "
                        + processes.all()
                        + " of an earlier server still work on "
                        + cluster.layout().cluster()
                        + ".",
                "Stop them, and start again.");
    }

    private boolean gone(Duration patience, Consumer<ProcessHandle> first)
            throws IOException, InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        List<Long> alive = processes.all();
        alive.forEach(pid -> ProcessHandle.of(pid).ifPresent(first));
        while (!alive.isEmpty() && System.nanoTime() < deadline) {
            Thread.sleep(20);
            alive = processes.all();
        }
        return alive.isEmpty();
    }
}
