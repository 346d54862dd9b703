package kollega.benchmarks.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import kollega.postgres.CannotStart;
import kollega.postgres.Coordinates;
import kollega.postgres.EmbeddedPostgres;

/** Measures the application and prints the table of docs/performance.md. */
public final class Load {
    private static final int STARTS = 3;

    private Load() {}

    /**
     * Measures.
     *
     * @param arguments the folder of the project, and an empty folder for data of its own
     * @throws IOException if something can't be measured that has to be
     */
    public static void main(String[] arguments)
            throws IOException, InterruptedException, SQLException, CannotStart {
        Path root = Path.of(arguments[0]).toAbsolutePath();
        Path data = Path.of(arguments[1]).toAbsolutePath().resolve("demo");
        Report report = new Report();
        try (Instance first = Instance.start(root, data, true)) {
            report.add("first start with the demo company, s", seconds(first.startTime()));
            memory("after the demo company was made", first, report);
        }
        for (int start = 1; start < STARTS; start++) {
            try (Instance again = Instance.start(root, data, false)) {
                report.add("start on kept data, s", seconds(again.startTime()));
            }
        }
        report.aim("memory of the application, after the load", "400 MB");
        try (Instance loaded = Instance.start(root, data, false)) {
            report.add("start on kept data, s", seconds(loaded.startTime()));
            Coordinates database =
                    EmbeddedPostgres.attach(data)
                            .orElseThrow(() -> new IOException("No database runs on " + data));
            Shell shell = new Shell(root, data);
            new Reads(database, loaded.port(), report).run();
            new Writes(
                            root,
                            database,
                            loaded.port(),
                            shell.token("client"),
                            shell.token("specialist"),
                            report)
                    .run();
            memory("after the load", loaded, report);
        }
        events(root, Path.of(arguments[1]).toAbsolutePath().resolve("events"), report);
        report.print();
    }

    private static void memory(String when, Instance instance, Report report) throws IOException {
        ProcessHandle application = instance.process();
        List<ProcessHandle> servers =
                application
                        .descendants()
                        .filter(it -> it.info().command().orElse("postgres").endsWith("postgres"))
                        .toList();
        report.say("memory of the application, " + when, Memory.of(List.of(application)).text());
        report.say(
                "memory of %d processes of PostgreSQL, %s".formatted(servers.size(), when),
                Memory.of(servers).text());
    }

    private static void events(Path root, Path data, Report report)
            throws IOException, InterruptedException {
        String what = "import of the real event log, whole command, s";
        report.aim(what, "15");
        String folder = System.getenv("KOLLEGA_REAL_DATA");
        if (folder == null) {
            report.say(what, "not measured: KOLLEGA_REAL_DATA is not set");
            return;
        }
        Path log = Path.of(folder).toAbsolutePath().resolve("volvo-incidents-2013");
        Shell shell = new Shell(root, data);
        String[] command = {
            "import",
            "events",
            log.resolve("events.csv.gz").toString(),
            "--mapping",
            log.resolve("mapping.yml").toString()
        };
        Files.createDirectories(data);
        // The database itself is made by this first command.
        shell.run("import", "events", command[2], "--mapping", command[4], "--preview");
        long began = System.nanoTime();
        shell.run(command);
        report.add(what, seconds(Duration.ofNanos(System.nanoTime() - began)));
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }
}
