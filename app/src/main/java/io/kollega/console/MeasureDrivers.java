package io.kollega.console;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import kollega.measurement.driver.Driver;
import kollega.measurement.driver.DriverModel;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What goes with the overall rating, and how much. */
@Command(
        name = "drivers",
        description = "Shares the explained differences of an outcome out among its drivers.",
        mixinStandardHelpOptions = true)
final class MeasureDrivers implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private NumberTable table;
    @Mixin private Output output;

    @Option(
            names = "--outcome",
            required = true,
            paramLabel = "COLUMN",
            description = "The column to explain.")
    private String outcome;

    @Option(
            names = "--drivers",
            required = true,
            split = ",",
            paramLabel = "COLUMN",
            description = "The columns to explain it by, separated by commas.")
    private List<String> drivers;

    /** The JSON answer. */
    record Weights(long n, double r2, List<Weight> drivers, long skipped) {
        record Weight(String name, @Nullable Double lmg, double johnson) {}

        static Weights of(DriverModel model, long skipped) {
            return new Weights(
                    model.n(),
                    model.r2(),
                    model.drivers().stream().map(Weights::weight).toList(),
                    skipped);
        }

        private static Weight weight(Driver driver) {
            Double lmg = driver.lmg().isPresent() ? driver.lmg().getAsDouble() : null;
            return new Weight(driver.name(), lmg, driver.johnson());
        }
    }

    @Override
    public Integer call() throws Refused {
        List<String> names = drivers.stream().map(String::strip).toList();
        var columns = new ArrayList<String>();
        columns.add(outcome.strip());
        columns.addAll(names);
        if (new HashSet<>(columns).size() < columns.size()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "The outcome and the drivers must be different columns: "
                            + String.join(", ", columns));
        }
        var content = table.read(columns);
        var weights =
                Weights.of(
                        Refused.orValue(DriverModel.of(content.sums(), names)), content.skipped());
        PrintWriter out = spec.commandLine().getOut();
        output.print(out, weights, () -> tell(out, weights));
        return 0;
    }

    private void tell(PrintWriter out, Weights weights) {
        out.printf(
                Locale.ENGLISH,
                "%s; the drivers explain %.1f %% of the differences in %s.%n%n",
                Counted.of(weights.n(), "row"),
                100 * weights.r2(),
                outcome.strip());
        out.printf("%-30s %8s %8s%n", "driver", "LMG", "Johnson");
        for (var driver : weights.drivers()) {
            String lmg =
                    driver.lmg() == null
                            ? "-"
                            : String.format(Locale.ENGLISH, "%.4f", driver.lmg());
            out.printf(Locale.ENGLISH, "%-30s %8s %8.4f%n", driver.name(), lmg, driver.johnson());
        }
        out.println();
        out.println("Importance is not cause: answers on one sheet share the mood of the minute.");
        NumberTable.tellSkipped(out, weights.skipped());
    }
}
