package io.kollega.console;

import java.io.PrintWriter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import kollega.measurement.scale.Item;
import kollega.measurement.scale.KnowledgeTest;
import kollega.measurement.scale.Reliability;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Whether the items of a scale or test belong together. */
@Command(
        name = "reliability",
        description = "Tells how reliable a scale is, and which item does not belong.",
        mixinStandardHelpOptions = true)
final class MeasureReliability implements Callable<Integer> {
    private static final double LEVEL = .95;

    @Spec private CommandSpec spec;
    @Mixin private NumberTable table;
    @Mixin private Output output;

    @Option(
            names = "--items",
            required = true,
            split = ",",
            paramLabel = "COLUMN",
            description = "The columns of the items, separated by commas, at least 2.")
    private List<String> items;

    /** The JSON answer. */
    record Scale(
            long n,
            double alpha,
            double low,
            double high,
            @Nullable Double kr20,
            List<ScaleItem> items,
            long skipped) {
        record ScaleItem(String name, @Nullable Double itemRest, @Nullable Double alphaIfDropped) {}

        static Scale of(Reliability found, @Nullable Double kr20, long skipped) {
            return new Scale(
                    found.n(),
                    found.alpha(),
                    found.interval().low(),
                    found.interval().high(),
                    kr20,
                    found.items().stream().map(Scale::item).toList(),
                    skipped);
        }

        private static ScaleItem item(Item item) {
            return new ScaleItem(
                    item.name(), orNull(item.itemRest()), orNull(item.alphaIfDropped()));
        }

        private static @Nullable Double orNull(OptionalDouble value) {
            return value.isPresent() ? value.getAsDouble() : null;
        }
    }

    @Override
    public Integer call() throws Refused {
        List<String> names = items.stream().map(String::strip).toList();
        if (names.size() < 2 || new HashSet<>(names).size() < names.size()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--items needs at least 2 different columns, not: " + String.join(", ", names));
        }
        var content = table.read(names);
        var found = Refused.orValue(Reliability.of(content.sums(), names, LEVEL));
        Double kr20 =
                content.binary()
                        ? Refused.orValue(KnowledgeTest.of(content.sums(), names)).kr20()
                        : null;
        var scale = Scale.of(found, kr20, content.skipped());
        PrintWriter out = spec.commandLine().getOut();
        output.print(out, scale, () -> tell(out, scale));
        return 0;
    }

    private static void tell(PrintWriter out, Scale scale) {
        out.printf(
                Locale.ENGLISH,
                "%s; alpha %.3f, with 95 %% confidence from %.3f to %.3f%s.%n%n",
                Counted.of(scale.n(), "row"),
                scale.alpha(),
                scale.low(),
                scale.high(),
                scale.kr20() == null
                        ? ""
                        : String.format(Locale.ENGLISH, "; KR-20 %.3f", scale.kr20()));
        out.printf("%-30s %10s %16s%n", "item", "item-rest", "alpha if dropped");
        for (var item : scale.items()) {
            out.printf(
                    "%-30s %10s %16s%n",
                    item.name(), shown(item.itemRest()), shown(item.alphaIfDropped()));
        }
        NumberTable.tellSkipped(out, scale.skipped());
    }

    private static String shown(@Nullable Double value) {
        return value == null ? "-" : String.format(Locale.ENGLISH, "%.3f", value);
    }
}
