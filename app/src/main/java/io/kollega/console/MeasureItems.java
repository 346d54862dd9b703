package io.kollega.console;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import kollega.measurement.Outcome;
import kollega.measurement.driver.CrossProducts;
import kollega.measurement.scale.Item;
import kollega.measurement.scale.KnowledgeTest;
import kollega.measurement.scale.RaschModel;
import kollega.measurement.scale.TestScores;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How hard and how telling the items of a test are. */
@Command(
        name = "items",
        description = "Difficulty, discrimination and Rasch easiness of a test's items.",
        mixinStandardHelpOptions = true)
final class MeasureItems implements Callable<Integer> {
    private static final int MOST_ITEMS = 120;

    @Spec private CommandSpec spec;
    @Mixin private NumberTable table;
    @Mixin private Output output;

    @Option(
            names = "--items",
            required = true,
            split = ",",
            paramLabel = "COLUMN",
            description = "The columns of the items, 1 for right and 0 for wrong, 2 to 120.")
    private List<String> items;

    /** The JSON answer. */
    record Items(
            long n,
            @Nullable Double kr20,
            List<Line> items,
            @Nullable Double logLikelihood,
            long skipped) {
        record Line(
                String name,
                double difficulty,
                @Nullable Double discrimination,
                @Nullable Double rasch) {}
    }

    @Override
    public Integer call() throws Refused {
        List<String> names = items.stream().map(String::strip).toList();
        if (names.size() < 2
                || names.size() > MOST_ITEMS
                || new HashSet<>(names).size() < names.size()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--items needs 2 to 120 different columns, not: " + String.join(", ", names));
        }
        var sums = new CrossProducts.Accumulator(names.size());
        List<boolean[]> answers = new ArrayList<>();
        long skipped =
                table.each(
                        names,
                        List.of(),
                        number -> number == 0 || number == 1 ? null : "console.expected-right",
                        (_, numbers) -> {
                            sums.add(numbers);
                            boolean[] right = new boolean[numbers.length];
                            for (int j = 0; j < right.length; j++) {
                                right[j] = numbers[j] == 1;
                            }
                            answers.add(right);
                        });
        if (answers.isEmpty()) {
            throw new Refused("No row is complete: all %,d were left out.".formatted(skipped));
        }
        var found = items(sums.result(), answers, names, skipped);
        PrintWriter out = spec.commandLine().getOut();
        output.print(out, found, () -> tell(out, found));
        return 0;
    }

    private static Items items(
            CrossProducts sums, List<boolean[]> answers, List<String> names, long skipped) {
        @Nullable KnowledgeTest test =
                KnowledgeTest.of(sums, names) instanceof Outcome.Estimated<KnowledgeTest>(var known)
                        ? known
                        : null;
        // A group of items ordered without exception has no place beside the others, and takes none
        // of theirs.
        int[] placed = RaschModel.placed(TestScores.of(answers.toArray(boolean[][]::new)));
        @Nullable RaschModel model = placed.length < 2 ? null : rasch(answers, placed);
        List<Items.Line> lines = new ArrayList<>();
        for (int j = 0; j < names.size(); j++) {
            int place = IntStream.of(placed).boxed().toList().indexOf(j);
            lines.add(
                    new Items.Line(
                            names.get(j),
                            sums.means()[j],
                            test == null ? null : discrimination(test.items().get(j)),
                            model == null || place < 0 ? null : model.easiness()[place]));
        }
        return new Items(
                sums.n(),
                test == null ? null : test.kr20(),
                lines,
                model == null ? null : model.logLikelihood(),
                skipped);
    }

    private static @Nullable RaschModel rasch(List<boolean[]> answers, int[] placed) {
        boolean[][] telling =
                answers.stream()
                        .map(row -> {
                            boolean[] some = new boolean[placed.length];
                            for (int k = 0; k < some.length; k++) {
                                some[k] = row[placed[k]];
                            }
                            return some;
                        })
                        .toArray(boolean[][]::new);
        return RaschModel.of(TestScores.of(telling))
                        instanceof Outcome.Estimated<RaschModel>(RaschModel model)
                ? model
                : null;
    }

    private static @Nullable Double discrimination(Item item) {
        return item.itemRest().isPresent() ? item.itemRest().getAsDouble() : null;
    }

    private static void tell(PrintWriter out, Items found) {
        out.printf(
                Locale.ENGLISH,
                "%s%s.%n%n",
                Counted.of(found.n(), "taker"),
                found.kr20() == null
                        ? ""
                        : String.format(Locale.ENGLISH, "; KR-20 %.3f", found.kr20()));
        out.printf("%-30s %6s %14s %8s%n", "item", "right", "discrimination", "Rasch");
        for (var item : found.items()) {
            out.printf(
                    Locale.ENGLISH,
                    "%-30s %6.3f %14s %8s%n",
                    item.name(),
                    item.difficulty(),
                    number(item.discrimination()),
                    number(item.rasch()));
        }
        NumberTable.tellSkipped(out, found.skipped());
    }

    private static String number(@Nullable Double value) {
        return value == null ? "-" : String.format(Locale.ENGLISH, "%.3f", value);
    }
}
