package io.kollega.console;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import kollega.measurement.Outcome;
import kollega.measurement.composition.Centre;
import kollega.measurement.composition.Composition;
import kollega.measurement.composition.InterestBalance;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How people weigh the client's, the company's and their own interests. */
@Command(
        name = "balance",
        description = "Centre and spread of three interests, and how far they are from even.",
        mixinStandardHelpOptions = true)
final class MeasureBalance implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private NumberTable table;
    @Mixin private Output output;

    @Option(
            names = "--client",
            required = true,
            paramLabel = "COLUMN",
            description = "The column of the client's interest; the three may have any sum.")
    private String client;

    @Option(
            names = "--company",
            required = true,
            paramLabel = "COLUMN",
            description = "The column of the company's interest.")
    private String company;

    @Option(
            names = "--own",
            required = true,
            paramLabel = "COLUMN",
            description = "The column of one's own interest.")
    private String own;

    @Option(
            names = "--by",
            paramLabel = "COLUMN",
            description = "A column whose values make the groups; may be given several times.")
    private List<String> by = new ArrayList<>();

    /** The JSON answer. */
    record Balances(List<Group> groups, long skipped) {
        record Group(
                Map<String, String> key,
                int n,
                Three centre,
                @Nullable Double variance,
                double distance,
                double balance) {}

        record Three(double client, double company, double own) {}
    }

    @Override
    public Integer call() throws Refused {
        List<String> columns = List.of(client, company, own);
        if (Stream.of(client, company, own).distinct().count() < columns.size()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "The three interests must be different columns: " + String.join(", ", columns));
        }
        Map<Map<String, String>, List<Composition>> found = new LinkedHashMap<>();
        long skipped =
                table.shares(
                        columns,
                        by,
                        (row, parts) ->
                                found.computeIfAbsent(
                                                NumberTable.key(row, by), _ -> new ArrayList<>())
                                        .add(positive(parts)));
        if (found.isEmpty()) {
            throw new Refused("No row is complete: all %,d were left out.".formatted(skipped));
        }
        List<Balances.Group> groups = new ArrayList<>();
        found.forEach((key, parts) -> groups.add(group(key, parts)));
        PrintWriter out = spec.commandLine().getOut();
        output.print(out, new Balances(groups, skipped), () -> tell(out, groups, skipped));
        return 0;
    }

    private static Composition positive(double[] parts) {
        return Composition.of(parts).withoutZeros(Composition.USUAL_DELTA);
    }

    private static Balances.Group group(Map<String, String> key, List<Composition> parts) {
        Centre centre = Centre.of(parts);
        Composition middle = centre.composition();
        Composition even = InterestBalance.EVEN.composition();
        double[] shares = middle.shares();
        return new Balances.Group(
                key,
                parts.size(),
                new Balances.Three(shares[0], shares[1], shares[2]),
                centre.spread() instanceof Outcome.Estimated<Double>(Double spread) ? spread : null,
                middle.distance(even),
                middle.balance(even));
    }

    private static void tell(PrintWriter out, List<Balances.Group> groups, long skipped) {
        out.printf(
                "%-30s %6s %7s %8s %6s %8s%n", "group", "n", "client", "company", "own", "balance");
        for (var group : groups) {
            out.printf(
                    Locale.ENGLISH,
                    "%-30s %,6d %7.3f %8.3f %6.3f %8.1f%n",
                    group.key().isEmpty() ? "all" : String.join(", ", group.key().values()),
                    group.n(),
                    group.centre().client(),
                    group.centre().company(),
                    group.centre().own(),
                    group.balance());
        }
        NumberTable.tellSkipped(out, skipped);
    }
}
