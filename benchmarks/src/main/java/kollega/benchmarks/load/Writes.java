package kollega.benchmarks.load;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kollega.benchmarks.load.Connection.Call;
import kollega.postgres.Coordinates;

/** Submissions and ratings beside pgbench on the same server, by turns in one run. */
record Writes(
        Path root,
        Coordinates database,
        int port,
        String clientToken,
        String specialistToken,
        Report report) {
    private static final int CLIENTS = 8;
    private static final int ROUNDS = 3;
    private static final int MOST = 100_000;
    private static final int RATED = 400;
    private static final Duration TIME = Duration.ofSeconds(6);
    private static final Duration COLD = Duration.ofSeconds(10);

    /** Until here Java is still being compiled, which in a slow hour takes as much as the work. */
    private static final Duration WARM_UP = Duration.ofSeconds(90);

    void run() throws IOException, InterruptedException, SQLException {
        report.aim("submission: Kollega to pgbench with the same statements", "0.5");
        try (Parties parties = new Parties(database)) {
            Parties.Party specialist = parties.party("specialist");
            Submission asked = Submission.of(database, clientToken);
            Call submission = asked.call();
            report.add(
                    "POST /requests, the first 10 seconds of them, a second",
                    crowd(COLD, MOST).run(_ -> submission).perSecond());
            crowd(WARM_UP, MOST).run(_ -> submission);
            List<String> solved = solved(submission, specialist.person());
            boolean compared = PgBench.isInstalled();
            PgBench pgbench = new PgBench(database, CLIENTS, TIME);
            for (int round = 0; round < ROUNDS; round++) {
                double submitted = pace("POST /requests", submission);
                if (compared) {
                    compare(pgbench, asked.variables(), submitted);
                }
                Crowd.Pace rated =
                        crowd(TIME, MOST).run(i -> rating(solved.get(i % solved.size()), i));
                report.add("PUT /requests/{id}/rating, 8 clients, a second", rated.perSecond());
                report.add("PUT /requests/{id}/rating, 99th percentile, ms", rated.p99());
            }
            if (!compared) {
                report.say("pgbench", "not measured: pgbench is not installed");
            }
        }
    }

    private double pace(String what, Call call) throws IOException, InterruptedException {
        Crowd.Pace pace = crowd(TIME, MOST).run(_ -> call);
        report.add(what + ", 8 clients, a second", pace.perSecond());
        report.add(what + ", 99th percentile, ms", pace.p99());
        return pace.perSecond();
    }

    private void compare(PgBench pgbench, Map<String, String> variables, double submitted)
            throws IOException, InterruptedException {
        double same = pgbench.run(root.resolve("benchmarks/submission.sql"), variables);
        double row = pgbench.run(root.resolve("benchmarks/row.sql"), Map.of());
        report.add("pgbench, the statements of a submission, 8 clients, a second", same);
        report.add("pgbench, one row a transaction, 8 clients, a second", row);
        report.add("submission: Kollega to pgbench with the same statements", submitted / same);
        report.add("submission: Kollega to pgbench with one row", submitted / row);
    }

    private Crowd crowd(Duration time, int most) {
        return new Crowd(port, CLIENTS, time, most);
    }

    /** Paths of requests that wait for the rating of their client. */
    private List<String> solved(Call submission, long specialist) throws IOException {
        List<String> paths = new ArrayList<>();
        try (Connection connection = new Connection(port)) {
            for (int i = 0; i < RATED; i++) {
                String path = done(connection.send(submission)).location();
                done(
                        connection.send(
                                new Call(
                                        "PUT",
                                        path + "/assignment",
                                        specialistToken,
                                        "{\"person\":%d}".formatted(specialist))));
                done(
                        connection.send(
                                new Call(
                                        "PUT",
                                        path + "/solution",
                                        specialistToken,
                                        "{\"text\":\"Solved\"}")));
                paths.add(path);
            }
        }
        return paths;
    }

    private static Connection.Answer done(Connection.Answer answer) throws IOException {
        if (answer.status() / 100 != 2) {
            throw new IOException("Refused with %d: %s".formatted(answer.status(), answer.body()));
        }
        return answer;
    }

    private Call rating(String request, int number) {
        return new Call(
                "PUT",
                request + "/rating",
                clientToken,
                "{\"score\":%d,\"ease\":\"easy\",\"solved\":\"yes\"}".formatted(number % 11));
    }
}
