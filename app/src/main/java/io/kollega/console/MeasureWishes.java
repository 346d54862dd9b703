package io.kollega.console;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import kollega.measurement.score.Opportunity;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which wishes are important and not satisfied yet. */
@Command(
        name = "wishes",
        description = "Opportunity of each wish: importance + max(importance - satisfaction, 0).",
        mixinStandardHelpOptions = true)
final class MeasureWishes implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private NumberTable table;
    @Mixin private Output output;

    @Option(
            names = "--importance",
            required = true,
            paramLabel = "COLUMN",
            description = "The column of how important it is, whole numbers from 1 to 5.")
    private String importance;

    @Option(
            names = "--satisfaction",
            required = true,
            paramLabel = "COLUMN",
            description = "The column of how satisfied people are, whole numbers from 1 to 5.")
    private String satisfaction;

    @Option(
            names = "--by",
            paramLabel = "COLUMN",
            description =
                    "A column whose values tell the wishes apart; may be given several times.")
    private List<String> by = new ArrayList<>();

    /** The JSON answer. */
    record Wishes(List<Wish> wishes, long skipped) {
        record Wish(
                Map<String, String> key,
                long n,
                double importance,
                double satisfaction,
                double opportunity) {}
    }

    private static final class Counts {
        private long n;
        private long important;
        private long satisfied;
    }

    @Override
    public Integer call() throws Refused {
        if (importance.equals(satisfaction)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Importance and satisfaction must be different columns, not both "
                            + importance
                            + ".");
        }
        Map<Map<String, String>, Counts> counts = new LinkedHashMap<>();
        long skipped =
                table.each(
                        List.of(importance, satisfaction),
                        by,
                        MeasureWishes::step,
                        (row, steps) -> {
                            Counts counted =
                                    counts.computeIfAbsent(
                                            NumberTable.key(row, by), _ -> new Counts());
                            counted.n++;
                            counted.important += steps[0] >= 4 ? 1 : 0;
                            counted.satisfied += steps[1] >= 4 ? 1 : 0;
                        });
        if (counts.isEmpty()) {
            throw new Refused("No row has both answers: all %,d were left out.".formatted(skipped));
        }
        List<Wishes.Wish> wishes = new ArrayList<>();
        counts.forEach((key, counted) -> wishes.add(wish(key, counted)));
        PrintWriter out = spec.commandLine().getOut();
        output.print(out, new Wishes(wishes, skipped), () -> tell(out, wishes, skipped));
        return 0;
    }

    private static @Nullable String step(double number) {
        return number >= 1 && number <= 5 && number == Math.rint(number)
                ? null
                : "console.expected-step";
    }

    private static Wishes.Wish wish(Map<String, String> key, Counts counted) {
        var found = new Opportunity(counted.n, counted.important, counted.satisfied);
        return new Wishes.Wish(
                key, counted.n, found.importance(), found.satisfaction(), found.value());
    }

    private static void tell(PrintWriter out, List<Wishes.Wish> wishes, long skipped) {
        out.printf(
                "%-30s %6s %10s %12s %11s%n",
                "wish", "n", "importance", "satisfaction", "opportunity");
        for (var wish : wishes) {
            out.printf(
                    Locale.ENGLISH,
                    "%-30s %,6d %10.1f %12.1f %11.1f%n",
                    wish.key().isEmpty() ? "all" : String.join(", ", wish.key().values()),
                    wish.n(),
                    wish.importance(),
                    wish.satisfaction(),
                    wish.opportunity());
        }
        NumberTable.tellSkipped(out, skipped);
    }
}
