package kollega.postgres;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * Stops a server through pg_ctl, which knows the signals; a plain SIGTERM would wait for every
 * client to leave.
 */
final class ShutDown {

    private ShutDown() {}

    /**
     * @param mode fast or immediate, in the words of pg_ctl
     * @return whether the server has ended
     */
    static boolean request(Cluster cluster, String mode, Duration patience)
            throws IOException, InterruptedException {
        var arguments =
                List.of(
                        "stop",
                        "-D",
                        cluster.passage().cluster(cluster.layout().cluster()),
                        "-m",
                        mode,
                        "-w",
                        "-t",
                        Long.toString(patience.toSeconds()));
        Command stop = cluster.run("pg_ctl", arguments, "", patience.plusSeconds(10));
        return stop.succeeded();
    }
}
