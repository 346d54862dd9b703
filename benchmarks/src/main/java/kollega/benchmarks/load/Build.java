package kollega.benchmarks.load;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kollega.benchmarks.load.Connection.Call;
import kollega.postgres.CannotStart;
import kollega.postgres.Coordinates;
import kollega.postgres.EmbeddedPostgres;

/** A build of Kollega that runs on a data folder of its own, with all that is asked of it. */
record Build(
        String name,
        Path root,
        Instance instance,
        Coordinates database,
        Map<String, Pages> pages,
        Submission submission)
        implements AutoCloseable {
    private static final int MOST = 1_000_000;

    /** A page, and who looks at it. */
    record Pages(List<String> addresses, String visitor) {
        Call call(int number) {
            return Call.get(addresses.get(number % addresses.size()), visitor);
        }
    }

    static Build start(String name, Path root, Path data)
            throws IOException, InterruptedException, SQLException, CannotStart {
        Instance instance = Instance.start(root, data, false);
        try {
            Coordinates database =
                    EmbeddedPostgres.attach(data)
                            .orElseThrow(() -> new IOException("No database runs on " + data));
            String token = new Shell(root, data).token("client");
            return new Build(
                    name,
                    root,
                    instance,
                    database,
                    pages(database, instance.port()),
                    Submission.of(database, token));
        } catch (IOException | SQLException | CannotStart e) {
            instance.close();
            throw e;
        }
    }

    private static Map<String, Pages> pages(Coordinates database, int port)
            throws IOException, InterruptedException, SQLException {
        String client = Visit.as("client", port);
        String specialist = Visit.as("specialist", port);
        String analyst = Visit.as("analyst", port);
        try (Parties parties = new Parties(database)) {
            List<String> requests =
                    parties.requestsOf(parties.party("specialist").unit()).stream()
                            .map(id -> "/requests/" + id)
                            .toList();
            return Map.of(
                    "start page", new Pages(List.of("/"), client),
                    "matrix page", new Pages(List.of("/figures/matrix"), analyst),
                    "queue page", new Pages(List.of("/queue"), specialist),
                    "request page", new Pages(requests, specialist));
        }
    }

    /** How these clients get on with a page. */
    Crowd.Pace look(String page, int clients, Duration time)
            throws IOException, InterruptedException {
        Pages looked = Objects.requireNonNull(pages.get(page), page);
        return new Crowd(instance.port(), clients, time, MOST).run(looked::call);
    }

    /** Submissions a second. */
    double submit(int clients, Duration time) throws IOException, InterruptedException {
        return new Crowd(instance.port(), clients, time, MOST)
                .run(_ -> submission.call())
                .perSecond();
    }

    /** What pgbench makes of a script on the server of this build. */
    double pgbench(Path script, int clients, Duration time)
            throws IOException, InterruptedException {
        return new PgBench(database, clients, time).run(script, submission.variables());
    }

    @Override
    public void close() throws IOException {
        instance.close();
    }
}
