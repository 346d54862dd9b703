package io.kollega.console;

import io.kollega.tables.CellProblem;
import io.kollega.tables.CellProblems;
import io.kollega.tables.Table;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.regex.Pattern;
import kollega.measurement.Interval;
import kollega.measurement.score.NetScore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** NPS of each group of a file's rows, in the order in which the groups appear. */
@Command(
        name = "net-score",
        description = "NPS of each group with its 95%% score interval, in points.",
        mixinStandardHelpOptions = true)
final class MeasureNetScore implements Callable<Integer> {
    private static final Pattern SCORE = Pattern.compile("(\\d|10)(\\.0+)?");

    @Spec private CommandSpec spec;

    @Mixin private FileRows rows;

    @Option(
            names = "--score",
            required = true,
            paramLabel = "COLUMN",
            description = "The column of the answers, whole numbers from 0 to 10.")
    private String score;

    @Option(
            names = "--by",
            paramLabel = "COLUMN",
            description = "A column whose values make the groups; may be given several times.")
    private List<String> by = new ArrayList<>();

    @Option(
            names = "--rater",
            paramLabel = "COLUMN",
            description = "The column that says who answered, to count distinct raters.")
    private @Nullable String rater;

    @Option(
            names = "--refuse-incomplete",
            description = {
                "Refuse a file with rows that have no answer (empty or NA) or no rater;",
                "without it such rows are left out and counted."
            })
    private boolean refuseIncomplete;

    @Mixin private Output output;
    private long skipped;

    /** One copy of each rater's name for all groups: a file may hold millions of rows. */
    private final Map<String, String> names = new HashMap<>();

    /** What is counted of one group. */
    private static final class Group {
        private final long[] histogram = new long[11];
        private final Set<String> raters = new HashSet<>();
    }

    /** One group as it is printed: score and limits in points from -100 to 100. */
    record Line(
            Map<String, String> key,
            long n,
            @Nullable Integer raters,
            long promoters,
            long passives,
            long detractors,
            double score,
            double low,
            double high) {}

    /** What is printed as JSON. */
    record Result(List<Line> groups, long skipped) {}

    @Override
    public Integer call() throws Refused {
        Set<String> columns = new LinkedHashSet<>(by);
        columns.add(score);
        if (rater != null) {
            columns.add(rater);
        }
        Map<List<String>, Group> groups = new LinkedHashMap<>();
        rows.read(columns, (row, problems) -> take(row, problems, groups));
        if (groups.isEmpty()) {
            throw new Refused(
                    "No row has an answer: all %,d of them were left out.".formatted(skipped));
        }
        List<Line> lines = new ArrayList<>();
        groups.forEach((key, group) -> lines.add(line(key, group)));
        PrintWriter out = spec.commandLine().getOut();
        output.print(
                out,
                new Result(lines, skipped),
                () -> {
                    lines.forEach(line -> tell(out, line));
                    NumberTable.tellSkipped(out, skipped);
                });
        return 0;
    }

    private void take(Table.Row row, CellProblems problems, Map<List<String>, Group> groups) {
        String answer = row.cell(score).strip();
        String who = rater == null ? "" : row.cell(rater).strip();
        boolean hasAnswer = !answer.isEmpty() && !answer.equals("NA");
        String empty = !hasAnswer ? score : rater != null && who.isEmpty() ? rater : null;
        if (empty != null) {
            skipped++;
            if (refuseIncomplete) {
                problems.add(
                        CellProblem.of(
                                row.line(), empty, row.cell(empty), "console.expected-answer"));
            }
        } else if (SCORE.matcher(answer).matches()) {
            List<String> key = by.stream().map(column -> row.cell(column).strip()).toList();
            Group group = groups.computeIfAbsent(key, _ -> new Group());
            group.histogram[(int) Double.parseDouble(answer)]++;
            group.raters.add(names.computeIfAbsent(who, Function.identity()));
        } else {
            problems.add(CellProblem.of(row.line(), score, answer, "console.expected-score"));
        }
    }

    private Line line(List<String> values, Group group) {
        Map<String, String> key = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i++) {
            key.put(by.get(i), values.get(i));
        }
        NetScore net = NetScore.ofHistogram(group.histogram);
        Interval interval = net.interval().times(100);
        return new Line(
                key,
                net.n(),
                rater == null ? null : group.raters.size(),
                net.promoters(),
                net.passives(),
                net.detractors(),
                net.points(),
                interval.low(),
                interval.high());
    }

    private static void tell(PrintWriter out, Line line) {
        String name = line.key.isEmpty() ? "all" : String.join(", ", line.key.values());
        String raters = line.raters == null ? "" : " by " + Counted.of(line.raters, "rater");
        out.printf(
                Locale.ENGLISH,
                "%s: NPS %+.0f, 95 %% interval %+.0f to %+.0f, from %s%s%n",
                name,
                line.score,
                line.low,
                line.high,
                Counted.of(line.n, "answer"),
                raters);
    }
}
