package io.kollega.console;

import io.kollega.insights.Cells;
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

    @Command(
            name = "verify",
            description =
                    "Compares the cells with what the raw rows give; exit code 1 if they differ.",
            mixinStandardHelpOptions = true)
    int verify(@Mixin Connection connection, @Mixin Output output) throws Exception {
        return connection.run(modules -> {
            Cells.Comparison comparison = modules.getBean(Cells.class).verify();
            var out = spec.commandLine().getOut();
            output.print(
                    out,
                    comparison,
                    () ->
                            out.println(
                                    comparison.agrees()
                                            ? "The cells agree with the raw rows."
                                            : "The cells differ from the raw rows; run"
                                                    + " kollega cells rebuild."));
            return comparison.agrees() ? 0 : 1;
        });
    }

    @Command(
            name = "rebuild",
            description = "Builds the cells anew from the raw rows; Kollega may run meanwhile.",
            mixinStandardHelpOptions = true)
    int rebuild(@Mixin Connection connection, @Mixin Output output) throws Exception {
        return connection.run(modules -> {
            long cells = modules.getBean(Cells.class).rebuild();
            var out = spec.commandLine().getOut();
            output.print(
                    out, Map.of("cells", cells), () -> out.println("Rebuilt " + cells + " cells."));
            return 0;
        });
    }
}
