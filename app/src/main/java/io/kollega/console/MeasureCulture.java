package io.kollega.console;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import kollega.measurement.composition.CultureProfile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The culture as it is and as it is wanted. */
@Command(
        name = "culture",
        description = "The culture now and wanted in points of 100, and how far they are apart.",
        mixinStandardHelpOptions = true)
final class MeasureCulture implements Callable<Integer> {
    private static final List<String> TYPES = List.of("clan", "adhocracy", "market", "hierarchy");

    @Spec private CommandSpec spec;
    @Mixin private NumberTable table;
    @Mixin private Output output;

    @Option(
            names = "--now",
            required = true,
            split = ",",
            paramLabel = "COLUMN",
            description = "Four columns: clan, adhocracy, market and hierarchy as they are.")
    private List<String> now;

    @Option(
            names = "--wanted",
            required = true,
            split = ",",
            paramLabel = "COLUMN",
            description = "Four columns: the same as they are wanted.")
    private List<String> wanted;

    /** The JSON answer; {@code points} of 100 would have to move. */
    record Culture(
            int n,
            List<Double> now,
            List<Double> wanted,
            double distance,
            double points,
            long skipped) {}

    @Override
    public Integer call() throws Refused {
        List<String> columns =
                Stream.concat(now.stream(), wanted.stream()).map(String::strip).toList();
        if (now.size() != 4 || wanted.size() != 4 || new HashSet<>(columns).size() < 8) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--now and --wanted need 4 columns each, all different, not: "
                            + String.join(", ", columns));
        }
        List<CultureProfile> before = new ArrayList<>();
        List<CultureProfile> after = new ArrayList<>();
        long skipped =
                table.shares(
                        columns,
                        4,
                        (_, points) -> {
                            before.add(profile(points, 0));
                            after.add(profile(points, 4));
                        });
        if (before.isEmpty()) {
            throw new Refused("No row is complete: all %,d were left out.".formatted(skipped));
        }
        CultureProfile is = CultureProfile.mean(before);
        CultureProfile should = CultureProfile.mean(after);
        var culture =
                new Culture(
                        before.size(),
                        points(is),
                        points(should),
                        is.gap(should),
                        is.pointsToMove(should),
                        skipped);
        PrintWriter out = spec.commandLine().getOut();
        output.print(out, culture, () -> tell(out, culture));
        return 0;
    }

    private static CultureProfile profile(double[] points, int from) {
        return new CultureProfile(
                points[from], points[from + 1], points[from + 2], points[from + 3]);
    }

    private static List<Double> points(CultureProfile profile) {
        return DoubleStream.of(profile.composition().shares())
                .map(share -> 100 * share)
                .boxed()
                .toList();
    }

    private static void tell(PrintWriter out, Culture culture) {
        out.printf(
                Locale.ENGLISH,
                "%s; %.1f of 100 points would have to move (distance %.3f).%n%n",
                Counted.of(culture.n(), "answer"),
                culture.points(),
                culture.distance());
        out.printf("%-12s %6s %7s%n", "type", "now", "wanted");
        for (int i = 0; i < TYPES.size(); i++) {
            out.printf(
                    Locale.ENGLISH,
                    "%-12s %6.1f %7.1f%n",
                    TYPES.get(i),
                    culture.now().get(i),
                    culture.wanted().get(i));
        }
        NumberTable.tellSkipped(out, culture.skipped());
    }
}
