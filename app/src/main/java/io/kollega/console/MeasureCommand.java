package io.kollega.console;

import picocli.CommandLine.Command;

/** Figures of a file, without a server and without a database. */
@Command(
        name = "measure",
        description = "Measures what is in a file; needs no server and no database.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            MeasureNetScore.class,
            MeasureDrivers.class,
            MeasureReliability.class,
            MeasureWorktime.class,
            MeasureAction.class,
            MeasureWishes.class,
            MeasureBalance.class,
            MeasureCulture.class,
            MeasureItems.class
        })
final class MeasureCommand {}
