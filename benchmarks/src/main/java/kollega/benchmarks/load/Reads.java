package kollega.benchmarks.load;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import kollega.benchmarks.load.Connection.Call;
import kollega.postgres.Coordinates;

/** Pages as people of the demo see them. */
record Reads(Coordinates database, int port, Report report) {
    private static final int CLIENTS = 8;
    private static final int ROUNDS = 3;
    private static final int MOST = 100_000;
    private static final Duration TIME = Duration.ofSeconds(4);

    void run() throws IOException, InterruptedException, SQLException {
        String specialist = Visit.as("specialist", port);
        String analyst = Visit.as("analyst", port);
        report.aim("matrix page, one client, median, ms", "50");
        List<Long> requests;
        try (Parties parties = new Parties(database)) {
            report.say("requests in the database", Long.toString(parties.requests()));
            requests = parties.requestsOf(parties.party("specialist").unit());
        }
        if (requests.isEmpty()) {
            throw new IOException("The unit of the specialist has no requests to show.");
        }
        page("queue page", _ -> Call.get("/queue", specialist));
        page(
                "request page",
                i -> Call.get("/requests/" + requests.get(i % requests.size()), specialist));
        page("matrix page", _ -> Call.get("/figures/matrix", analyst));
    }

    private void page(String what, IntFunction<Call> call)
            throws IOException, InterruptedException {
        try {
            new Crowd(port, CLIENTS, TIME, MOST).run(call);
            for (int round = 0; round < ROUNDS; round++) {
                Crowd.Pace many = new Crowd(port, CLIENTS, TIME, MOST).run(call);
                report.add(what + ", 8 clients, a second", many.perSecond());
                report.add(what + ", 8 clients, 99th percentile, ms", many.p99());
                Crowd.Pace one = new Crowd(port, 1, TIME.dividedBy(2), MOST).run(call);
                report.add(what + ", one client, median, ms", one.median());
                report.add(what + ", one client, 99th percentile, ms", one.p99());
            }
        } catch (IOException e) {
            report.say(what, "not measured: " + e.getMessage());
        }
    }
}
