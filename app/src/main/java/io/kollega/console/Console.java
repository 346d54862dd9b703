package io.kollega.console;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The administration command: exit code 0 done, 1 refused or failed, 2 wrong usage. */
@Command(
        name = "kollega",
        description = "Administration and offline work of Kollega.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ImportCommand.class,
            TokenCommand.class,
            CellsCommand.class,
            MeasureCommand.class
        })
public final class Console {
    private Console() {}

    public static void main(String[] arguments) {
        // UTF-8 whatever the terminal's locale, so that other programs can rely on it.
        System.exit(
                commands()
                        .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                        .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                        .execute(arguments));
    }

    /** All commands; executing one gives its exit code. */
    static CommandLine commands() {
        return new CommandLine(new Console()).setExecutionExceptionHandler(Console::explain);
    }

    private static int explain(Exception failure, CommandLine command, CommandLine.ParseResult r) {
        if (failure instanceof Refused refused) {
            refused.sentences().forEach(command.getErr()::println);
        } else {
            command.getErr().println("It failed, and nothing was changed by halves: " + failure);
            failure.printStackTrace(command.getErr());
        }
        command.getErr().flush();
        return command.getCommandSpec().exitCodeOnExecutionException();
    }
}
