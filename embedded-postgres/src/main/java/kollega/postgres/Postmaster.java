package kollega.postgres;

import static kollega.postgres.CannotStart.Reason.PORT_IN_USE;
import static kollega.postgres.CannotStart.Reason.SERVER_FAILED;

import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run of the server's main process.
 *
 * <p>Must be launched by a platform thread that lives as long as the server should: the operating
 * system ends the server with the <em>thread</em> that started it.
 */
final class Postmaster {

    private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);

    private final Cluster cluster;
    private final ServerLog log;
    private final Process process;
    private final long logStart;

    private Postmaster(Cluster cluster, ServerLog log, Process process, long logStart) {
        this.cluster = cluster;
        this.log = log;
        this.process = process;
        this.logStart = logStart;
    }

    static Postmaster launch(Cluster cluster, ServerLog log, List<String> parameters)
            throws IOException, InterruptedException {
        var arguments =
                new ArrayList<>(
                        List.of("-D", cluster.passage().cluster(cluster.layout().cluster())));
        arguments.addAll(parameters);
        var command = new ArrayList<String>();
        if (Command.works(List.of("setsid", "true"))) {
            // Ctrl-C in a terminal reaches the whole group; the server must outlive the
            // application's last writes.
            command.add("setsid");
        }
        command.addAll(cluster.command("postgres", arguments));
        File output = log.open().toFile();
        log.shorten();
        long logStart = log.end();
        Process process =
                Command.builder(command)
                        .redirectInput(new File("/dev/null"))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(output))
                        .start();
        return new Postmaster(cluster, log, process, logStart);
    }

    /**
     * Returns when the server accepts connections. Recovery after a crash may take long, and is
     * told in the log.
     */
    void awaitReady(Duration patience) throws IOException, InterruptedException, CannotStart {
        long start = System.nanoTime();
        long told = start;
        while (!process.waitFor(20, TimeUnit.MILLISECONDS)) {
            if (PostmasterFile.read(cluster.layout().postmasterFile())
                    .filter(PostmasterFile::ready)
                    .isPresent()) {
                return;
            }
            long now = System.nanoTime();
            if (now - start > patience.toNanos()) {
                stop();
                throw failure("did not become ready within " + patience.toSeconds() + " seconds");
            }
            if (now - told > TimeUnit.SECONDS.toNanos(10)) {
                told = now;
                LOG.info("The database is not ready yet. Its log: {}", log.since(logStart));
            }
        }
        throw failure("ended with exit code " + process.exitValue());
    }

    private CannotStart failure(String what) throws IOException {
        String quoted = log.since(logStart);
        if (quoted.contains("Address already in use")) {
            return new CannotStart(
                    PORT_IN_USE,
                    "The port for the database is taken by another program.",
                    "Stop that program, or choose another port.");
        }
        return new CannotStart(
                SERVER_FAILED,
                "The database server " + what + ". Its log says: " + quoted,
                "Remove the cause and start again; the whole log is "
                        + cluster.layout().log()
                        + ".");
    }

    /** The exit code, or empty if the server still runs after this time. */
    Optional<Integer> awaitEnd(Duration patience) throws InterruptedException {
        return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)
                ? Optional.of(process.exitValue())
                : Optional.empty();
    }

    /** Disconnects the clients, writes a checkpoint, ends. */
    void stop() throws IOException, InterruptedException {
        if (!process.isAlive()
                || (ShutDown.request(cluster, "fast", Duration.ofSeconds(60))
                        && process.waitFor(5, TimeUnit.SECONDS))) {
            return;
        }
        LOG.warn(
                "The database did not stop cleanly; it is stopped at once and will recover at the next start.");
        ShutDown.request(cluster, "immediate", Duration.ofSeconds(10));
        if (!process.waitFor(5, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
