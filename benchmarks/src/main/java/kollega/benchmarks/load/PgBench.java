package kollega.benchmarks.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kollega.postgres.Coordinates;

/** PostgreSQL's own load tool, against the very server that Kollega uses. */
record PgBench(Coordinates database, int clients, Duration time) {
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");

    static boolean isInstalled() throws IOException, InterruptedException {
        try {
            Process process =
                    new ProcessBuilder("pgbench", "--version")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return process.waitFor() == 0;
        } catch (IOException e) {
            System.err.println("There is no pgbench to compare with: " + e.getMessage());
            return false;
        }
    }

    /** Transactions a second; the password goes by the environment alone. */
    double run(Path script, Map<String, String> variables)
            throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                "pgbench",
                                "-n",
                                "-M",
                                "prepared",
                                "-j",
                                "2",
                                "-c",
                                Integer.toString(clients),
                                "-T",
                                Long.toString(time.toSeconds()),
                                "-h",
                                "127.0.0.1",
                                "-p",
                                Integer.toString(database.port()),
                                "-U",
                                database.user(),
                                "-f",
                                script.toString()));
        variables.forEach((name, value) -> command.addAll(List.of("-D", name + "=" + value)));
        command.add(database.database());
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", database.password());
        builder.environment().put("PGSSLMODE", "disable");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher rate = RATE.matcher(said);
        if (process.waitFor() != 0 || !rate.find()) {
            throw new IOException("pgbench failed: " + said);
        }
        return Double.parseDouble(rate.group(1));
    }
}
