package io.kollega.console;

import io.kollega.tables.CellProblem;
import io.kollega.tables.CellProblems;
import io.kollega.tables.Table;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import kollega.measurement.Interval;
import kollega.measurement.change.AdoptionEffect;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Did it work? */
@Command(
        name = "action",
        description = "Did it work? Difference in differences with a permutation test.",
        mixinStandardHelpOptions = true)
final class MeasureAction implements Callable<Integer> {
    private static final long SEED = 20260101;

    @Spec private CommandSpec spec;
    @Mixin private NumberTable table;
    @Mixin private Output output;

    @Option(
            names = "--unit",
            required = true,
            paramLabel = "COLUMN",
            description = "The column that says which unit a row is of.")
    private String unit;

    @Option(
            names = "--period",
            required = true,
            paramLabel = "COLUMN",
            description = "The column of the period: before and after, dates, or numbers.")
    private String period;

    @Option(
            names = "--value",
            required = true,
            paramLabel = "COLUMN",
            description = "The column of the figure; higher is better.")
    private String value;

    @Option(
            names = "--changed",
            required = true,
            paramLabel = "COLUMN",
            description = "The column that is 1 where the unit had changed by then, else 0.")
    private String changed;

    /** The JSON answer. */
    record Answer(
            int units,
            int changed,
            double effect,
            @Nullable Double standardError,
            double p,
            @Nullable Double low,
            @Nullable Double high,
            long assignments,
            boolean exact,
            String verdict,
            long skipped) {
        static Answer of(AdoptionEffect found, long skipped) {
            return new Answer(
                    found.units(),
                    found.changed(),
                    found.effect(),
                    found.standardError().orElse(null),
                    found.pValue(),
                    found.interval().map(Interval::low).orElse(null),
                    found.interval().map(Interval::high).orElse(null),
                    found.assignments(),
                    found.exact(),
                    found.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    skipped);
        }
    }

    private record Cell(double value, boolean changed) {}

    @Override
    public Integer call() throws Refused {
        List<String> columns = List.of(unit, period, value, changed);
        if (new HashSet<>(columns).size() < columns.size()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Unit, period, value and changed must be different columns: "
                            + String.join(", ", columns));
        }
        Map<String, Map<String, Cell>> cells = new LinkedHashMap<>();
        var problems = new CellProblems();
        long skipped =
                table.each(
                        List.of(value, changed),
                        List.of(unit, period),
                        _ -> null,
                        (row, numbers) -> take(row, numbers, cells, problems));
        FileRows.refuse(problems);
        if (cells.isEmpty()) {
            throw new Refused("No row is complete: all %,d were left out.".formatted(skipped));
        }
        Set<String> periods = new TreeSet<>(order(cells));
        cells.values().forEach(own -> periods.addAll(own.keySet()));
        List<String> inOrder = List.copyOf(periods);
        double[][] values = new double[cells.size()][];
        int[] starts = new int[cells.size()];
        int i = 0;
        for (var own : cells.entrySet()) {
            values[i] = values(own.getValue(), inOrder);
            starts[i] = start(own.getKey(), own.getValue(), inOrder);
            i++;
        }
        var answer = Answer.of(Refused.orValue(AdoptionEffect.of(values, starts, SEED)), skipped);
        PrintWriter out = spec.commandLine().getOut();
        output.print(out, answer, () -> tell(out, answer));
        return 0;
    }

    private void take(
            Table.Row row,
            double[] numbers,
            Map<String, Map<String, Cell>> cells,
            CellProblems problems) {
        String who = row.cell(unit).strip();
        String when = row.cell(period).strip();
        if (who.isEmpty()) {
            problems.add(CellProblem.of(row.line(), unit, who, "console.expected-unit"));
        } else if (when.isEmpty()) {
            problems.add(CellProblem.of(row.line(), period, when, "console.expected-period"));
        } else if (numbers[1] != 0 && numbers[1] != 1) {
            problems.add(
                    CellProblem.of(
                            row.line(), changed, row.cell(changed), "console.expected-changed"));
        } else if (cells.computeIfAbsent(who, _ -> new HashMap<>())
                        .putIfAbsent(when, new Cell(numbers[0], numbers[1] == 1))
                != null) {
            problems.add(CellProblem.of(row.line(), period, when, "console.expected-once"));
        }
    }

    /** Before comes before after, numbers go by size, anything else as it is written. */
    private static Comparator<String> order(Map<String, Map<String, Cell>> cells) {
        Set<String> written = new HashSet<>();
        cells.values().forEach(own -> written.addAll(own.keySet()));
        if (written.stream().allMatch(one -> one.matches("-?\\d{1,15}(\\.\\d{1,9})?"))) {
            return Comparator.comparingDouble(Double::parseDouble)
                    .thenComparing(Comparator.naturalOrder());
        }
        List<String> words = List.of("before", "after");
        return Comparator.comparingInt((String one) -> words.indexOf(one.toLowerCase(Locale.ROOT)))
                .thenComparing(Comparator.naturalOrder());
    }

    private static double[] values(Map<String, Cell> own, List<String> periods) {
        double[] values = new double[periods.size()];
        Arrays.setAll(
                values,
                t -> {
                    @Nullable Cell cell = own.get(periods.get(t));
                    return cell == null ? Double.NaN : cell.value();
                });
        return values;
    }

    private static int start(String unit, Map<String, Cell> own, List<String> periods)
            throws Refused {
        int start = AdoptionEffect.NEVER;
        List<String> since = new ArrayList<>();
        for (int t = 0; t < periods.size(); t++) {
            @Nullable Cell cell = own.get(periods.get(t));
            if (cell == null) {
                continue;
            }
            if (cell.changed()) {
                start = Math.min(start, t);
                since.add(periods.get(t));
            } else if (!since.isEmpty()) {
                throw new Refused(
                        "%s had changed by %s and had not by %s, which comes later: a change can't be undone here. Correct the file, or end the unit's rows before it."
                                .formatted(unit, since.getFirst(), periods.get(t)));
            }
        }
        return start;
    }

    private static void tell(PrintWriter out, Answer answer) {
        out.printf(
                Locale.ENGLISH,
                "%s: effect %+.3f%s, p %.5f from %s%s.%n",
                sentence(answer.verdict()),
                answer.effect(),
                answer.low() == null
                        ? ""
                        : String.format(
                                Locale.ENGLISH,
                                " (95 %% interval %+.3f to %+.3f)",
                                answer.low(),
                                answer.high()),
                answer.p(),
                Counted.of(answer.assignments(), "assignment"),
                answer.exact() ? ", all there are" : " at random");
        out.printf(
                Locale.ENGLISH,
                "%s, %,d of which changed.%n",
                Counted.of(answer.units(), "unit"),
                answer.changed());
        NumberTable.tellSkipped(out, answer.skipped());
    }

    private static String sentence(String verdict) {
        return switch (verdict) {
            case "worked" -> "It worked";
            case "harmed" -> "It did harm";
            case "too-few" -> "Too few units to tell a change from chance";
            default -> "No sign that it changed anything";
        };
    }
}
