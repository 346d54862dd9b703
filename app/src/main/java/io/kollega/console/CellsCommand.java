package io.kollega.console;

import io.kollega.insights.Cells;
import io.kollega.insights.Measure;
import io.kollega.travel.TravelFold;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The cells that figures are read from. */
@Command(
        name = "cells",
        description = "Compares the cells with the raw rows, or rebuilds them.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class CellsCommand {
    @Spec private CommandSpec spec;

    /**
     * @param waiting observations that wait until enough people stand behind them
     * @param wrongSteps steps that rest on fewer people than any may
     * @param wrongWays cells of how work travels that are not the sums of their rows
     */
    private record Verified(
            long observations,
            long waiting,
            long cells,
            long wrongCounts,
            long wrongRaters,
            long wrongSteps,
            long wrongWays) {}

    @Command(
            name = "verify",
            description =
                    "Compares the cells with what the raw rows give; exit code 1 if they differ.",
            mixinStandardHelpOptions = true)
    int verify(@Mixin Connection connection, @Mixin Output output) throws Exception {
        return connection.run(modules -> {
            Cells.Comparison figures = modules.getBean(Cells.class).verify();
            Verified verified =
                    new Verified(
                            figures.observations(),
                            figures.waiting(),
                            figures.cells(),
                            figures.wrongCounts(),
                            figures.wrongRaters(),
                            figures.wrongSteps(),
                            modules.getBean(TravelFold.class).differences());
            boolean agrees = figures.agrees() && verified.wrongWays() == 0;
            var out = spec.commandLine().getOut();
            output.print(
                    out,
                    verified,
                    () ->
                            out.println(
                                    agrees
                                            ? "The cells agree with the raw rows."
                                            : "The cells differ from the raw rows; run"
                                                    + " kollega cells rebuild."));
            return agrees ? 0 : 1;
        });
    }

    /** On standard error, so that what is printed for machines stays one object. */
    private void done(Measure measure) {
        var progress = spec.commandLine().getErr();
        progress.println(
                "%d of %d: %s"
                        .formatted(measure.ordinal() + 1, Measure.values().length, measure.slug()));
        progress.flush();
    }

    @Command(
            name = "rebuild",
            description = "Builds the cells anew from the raw rows; Kollega may run meanwhile.",
            mixinStandardHelpOptions = true)
    int rebuild(@Mixin Connection connection, @Mixin Output output) throws Exception {
        return connection.run(modules -> {
            long cells = modules.getBean(Cells.class).rebuild(this::done);
            TravelFold travel = modules.getBean(TravelFold.class);
            travel.forget();
            long requests = travel.catchUp();
            var out = spec.commandLine().getOut();
            output.print(
                    out,
                    Map.of("cells", cells, "requests", requests),
                    () ->
                            out.println(
                                    "Rebuilt %s, and the ways of %s."
                                            .formatted(
                                                    Counted.of(cells, "cell"),
                                                    Counted.of(requests, "request"))));
            return 0;
        });
    }
}
