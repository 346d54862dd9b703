package kollega.benchmarks.load;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import kollega.postgres.CannotStart;

/** Measures an earlier build against this one by turns, and prints both with their ratios. */
public final class Compare {
    private static final int CLIENTS = 8;
    private static final Duration TIME = Duration.ofSeconds(4);
    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration FOLDED = Duration.ofSeconds(15);
    private static final List<String> PAGES =
            List.of("start page", "matrix page", "queue page", "request page");

    private final Build earlier;
    private final Build now;
    private final boolean pgbench;
    private final Report report = new Report();

    private Compare(Build earlier, Build now, boolean pgbench) {
        this.earlier = earlier;
        this.now = now;
        this.pgbench = pgbench;
    }

    /**
     * Measures.
     *
     * @param arguments the folders of both builds, an empty folder for data, and options
     * @throws IOException if something can't be measured that has to be
     */
    public static void main(String[] arguments)
            throws IOException, InterruptedException, SQLException, CannotStart {
        Path[] roots = {Path.of(arguments[0]), Path.of(arguments[1])};
        Path folder = Path.of(arguments[2]);
        int rounds = option(arguments, "--rounds", 5);
        Duration warmUp = Duration.ofSeconds(option(arguments, "--warm-up", 60));
        Path[] data = {folder.resolve("earlier-data"), folder.resolve("data")};
        Instance.start(roots[0], data[0], true).close();
        copy(data[0], data[1]);
        try (Build earlier = Build.start("earlier", roots[0], data[0]);
                Build now = Build.start("now", roots[1], data[1])) {
            Compare compare = new Compare(earlier, now, PgBench.isInstalled());
            compare.first();
            for (Build build : List.of(earlier, now)) {
                build.submit(CLIENTS, warmUp);
                for (String page : PAGES) {
                    build.look(page, CLIENTS, warmUp.dividedBy(PAGES.size()));
                }
            }
            for (int round = 0; round < rounds; round++) {
                compare.pages();
                compare.submissions();
            }
            compare.folds();
            compare.report.print();
        }
    }

    private static int option(String[] arguments, String name, int otherwise) {
        for (int i = 3; i + 1 < arguments.length; i++) {
            if (arguments[i].equals(name)) {
                return Integer.parseInt(arguments[i + 1]);
            }
        }
        return otherwise;
    }

    /** With owners and rights, which PostgreSQL insists on. */
    private static void copy(Path from, Path to) throws IOException, InterruptedException {
        if (new ProcessBuilder("cp", "-a", from.toString(), to.toString())
                        .inheritIO()
                        .start()
                        .waitFor()
                != 0) {
            throw new IOException("The data of the demo could not be copied.");
        }
    }

    private void first() throws IOException, InterruptedException {
        String what = "submission, the first 10 seconds";
        compare(
                what + ", a second",
                earlier.submit(CLIENTS, FIRST),
                now.submit(CLIENTS, FIRST),
                (before, after) -> {
                    if (pgbench) {
                        beside(what, before, after);
                    }
                });
    }

    private void pages() throws IOException, InterruptedException {
        for (String page : PAGES) {
            compare(
                    page + ", 8 clients, a second",
                    earlier.look(page, CLIENTS, TIME).perSecond(),
                    now.look(page, CLIENTS, TIME).perSecond());
            compare(
                    page + ", one client, median, ms",
                    earlier.look(page, 1, TIME.dividedBy(2)).median(),
                    now.look(page, 1, TIME.dividedBy(2)).median());
        }
    }

    private void submissions() throws IOException, InterruptedException {
        String what = "submission, warm";
        compare(
                what + ", a second",
                earlier.submit(CLIENTS, TIME),
                now.submit(CLIENTS, TIME),
                (before, after) -> {
                    if (pgbench) {
                        beside(what, before, after);
                    }
                });
    }

    /** Beside the statements that the earlier build sends, for both, and beside one's own. */
    private void beside(String what, double before, double after)
            throws IOException, InterruptedException {
        Path same = earlier.root().resolve("benchmarks/submission.sql");
        Path own = now.root().resolve("benchmarks/submission.sql");
        compare(
                what + ", to pgbench with the statements of the earlier build",
                before / earlier.pgbench(same, CLIENTS, TIME),
                after / now.pgbench(same, CLIENTS, TIME));
        report.add(
                what + ", to pgbench with its own statements, now",
                after / now.pgbench(own, CLIENTS, TIME));
    }

    private void folds() throws SQLException, IOException, InterruptedException {
        report.add(
                "5,000 ratings a second: folded so long after the last, s, earlier",
                new Folding(earlier.database()).behind(FOLDED));
        report.add(
                "5,000 ratings a second: folded so long after the last, s, now",
                new Folding(now.database()).behind(FOLDED));
    }

    /** What is done once both have been measured. */
    private interface Then {
        void go(double before, double after) throws IOException, InterruptedException;
    }

    private void compare(String what, double before, double after, Then then)
            throws IOException, InterruptedException {
        compare(what, before, after);
        then.go(before, after);
    }

    private void compare(String what, double before, double after) {
        report.add(what + ", earlier", before);
        report.add(what + ", now", after);
        report.add(what + ", now to earlier", after / before);
    }
}
