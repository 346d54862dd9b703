package io.kollega.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The administration command: exit code 0 done, 1 refused or failed, 2 wrong usage. */
@Command(
        name = "kollega",
        description = "Administration and offline work of Kollega.",
        mixinStandardHelpOptions = true,
        versionProvider = Console.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ImportCommand.class,
            TokenCommand.class,
            SecondFactorCommand.class,
            CellsCommand.class,
            MeasureCommand.class,
            RatingsCommand.class
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

    /** The version, as the build has written it. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() throws IOException {
            Properties build = new Properties();
            try (InputStream written =
                    Console.class.getResourceAsStream("/META-INF/build-info.properties")) {
                if (written != null) {
                    build.load(written);
                }
            }
            return new String[] {"Kollega " + build.getProperty("build.version", "development")};
        }
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
