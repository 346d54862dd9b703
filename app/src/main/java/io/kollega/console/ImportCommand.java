package io.kollega.console;

import io.kollega.exchange.EventLogs;
import io.kollega.exchange.LogOutcome;
import io.kollega.exchange.LogSummary;
import io.kollega.exchange.Progress;
import io.kollega.organization.Roster;
import io.kollega.organization.RosterChange;
import io.kollega.organization.RosterChange.What;
import io.kollega.organization.Rosters;
import io.kollega.shell.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What comes in as files. */
@Command(
        name = "import",
        description = "Brings in units, people and the history of another system.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class ImportCommand {
    private static final long TOLD_EVERY = 20_000;

    @Spec private CommandSpec spec;

    @Command(
            name = "events",
            description =
                    "Brings in the history of requests from another system's event log. A log with"
                            + " a problem changes nothing; the same log brought in again changes"
                            + " nothing.",
            mixinStandardHelpOptions = true)
    int events(
            @Parameters(
                            paramLabel = "FILE",
                            description = "The log: CSV, plain or gzipped, or XLSX.")
                    Path file,
            @Option(
                            names = "--mapping",
                            required = true,
                            paramLabel = "MAPPING",
                            description = "How its columns are to be read (YAML).")
                    Path mapping,
            @Option(
                            names = "--preview",
                            description = "Read and check it, say what it holds, change nothing.")
                    boolean preview,
            @Mixin Connection connection,
            @Mixin Output output)
            throws Exception {
        readable(file);
        readable(mapping);
        return connection.begin(modules -> {
            EventLogs logs = modules.getBean(EventLogs.class);
            LogOutcome outcome;
            try (InputStream log = Files.newInputStream(file);
                    Reader text = Files.newBufferedReader(mapping)) {
                outcome = preview ? logs.preview(log, text, told()) : logs.bring(log, text, told());
            }
            PrintWriter out = spec.commandLine().getOut();
            switch (outcome) {
                case LogOutcome.Previewed(LogSummary summary) ->
                        output.print(out, summary, () -> tell(out, summary, 0, true));
                case LogOutcome.Imported(LogSummary summary, int created) ->
                        output.print(out, summary, () -> tell(out, summary, created, false));
                case LogOutcome.Refused(var problems) ->
                        throw Refused.of(problems, modules.getBean(Messages.class), Locale.ENGLISH);
            }
            return 0;
        });
    }

    @Command(
            name = "units",
            description =
                    "Brings in units. Columns: code, name, and if wanted english, parent, from. A"
                            + " file with a problem changes nothing.",
            mixinStandardHelpOptions = true)
    int units(
            @Parameters(paramLabel = "FILE", description = "The units: CSV or XLSX.") Path file,
            @Option(names = "--preview", description = "Read and check it, change nothing.")
                    boolean preview,
            @Mixin Connection connection,
            @Mixin Output output)
            throws Exception {
        return roster(file, preview, connection, output, Rosters::readUnits);
    }

    @Command(
            name = "people",
            description =
                    "Brings in people. Columns: code, given_name, family_name, unit, and if wanted"
                            + " email, head, from. A file with a problem changes nothing.",
            mixinStandardHelpOptions = true)
    int people(
            @Parameters(paramLabel = "FILE", description = "The people: CSV or XLSX.") Path file,
            @Option(names = "--preview", description = "Read and check it, change nothing.")
                    boolean preview,
            @Mixin Connection connection,
            @Mixin Output output)
            throws Exception {
        return roster(file, preview, connection, output, Rosters::readPeople);
    }

    /** Reads a roster; closes the stream. */
    private interface RosterReader {
        Roster read(Rosters rosters, InputStream csv) throws IOException;
    }

    private record Read(List<RosterChange> changes, String writtenIn) {}

    private int roster(
            Path file, boolean preview, Connection connection, Output output, RosterReader reader)
            throws Exception {
        readable(file);
        return connection.begin(modules -> {
            Rosters rosters = modules.getBean(Rosters.class);
            Read read =
                    switch (reader.read(rosters, Files.newInputStream(file))) {
                        case Roster.OfUnits units -> {
                            if (!preview) {
                                rosters.bring(units, 0);
                            }
                            yield new Read(units.changes(), units.writtenIn());
                        }
                        case Roster.OfPeople people -> {
                            if (!preview) {
                                rosters.bring(people, 0);
                            }
                            yield new Read(people.changes(), people.writtenIn());
                        }
                        case Roster.Unsound(var problems) ->
                                throw Refused.of(
                                        problems, modules.getBean(Messages.class), Locale.ENGLISH);
                    };
            List<RosterChange> changes = read.changes();
            long planned = changes.stream().filter(it -> it.planned() != null).count();
            PrintWriter out = spec.commandLine().getOut();
            output.print(
                    out,
                    Map.of(
                            "encoding",
                            read.writtenIn(),
                            "rows",
                            changes.size(),
                            "new",
                            count(changes, What.NEW),
                            "renamed",
                            count(changes, What.RENAMED),
                            "moved",
                            count(changes, What.MOVED),
                            "daysAdded",
                            count(changes, What.PRESENT),
                            "changed",
                            count(changes, What.CHANGED),
                            "unchanged",
                            count(changes, What.SAME),
                            "imported",
                            !preview),
                    () -> {
                        out.println("Read as " + read.writtenIn() + ".");
                        out.printf(
                                Locale.ENGLISH,
                                "Rows: %,d. New: %,d, renamed: %,d, moved: %,d, with more days: %,d, otherwise changed: %,d, unchanged: %,d.%n",
                                changes.size(),
                                count(changes, What.NEW),
                                count(changes, What.RENAMED),
                                count(changes, What.MOVED),
                                count(changes, What.PRESENT),
                                count(changes, What.CHANGED),
                                count(changes, What.SAME));
                        if (planned > 0) {
                            out.printf(
                                    Locale.ENGLISH,
                                    "Changes planned for later days stay as they were planned;"
                                            + " rows to which that applies: %,d.%n",
                                    planned);
                        }
                        out.println(
                                preview
                                        ? "This was a preview: nothing was changed."
                                        : "They were brought in.");
                    });
            return 0;
        });
    }

    private static long count(List<RosterChange> changes, What what) {
        return changes.stream().filter(change -> change.what() == what).count();
    }

    private static void readable(Path file) throws Refused {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new Refused("The file " + file + " can't be read: check its name and rights.");
        }
    }

    private Progress told() {
        return new Progress() {
            @Override
            public void reads(String writtenIn) {
                spec.commandLine().getErr().println("Read as " + writtenIn + ".");
            }

            @Override
            public void at(Part part, long done) {
                tell(part, done);
            }
        };
    }

    private void tell(Progress.Part part, long done) {
        if (done % TOLD_EVERY == 0 || part == Progress.Part.WRITING) {
            PrintWriter err = spec.commandLine().getErr();
            switch (part) {
                case READING -> err.println("Read " + done + " events.");
                case WRITING -> err.println("Written " + done + " requests.");
            }
            err.flush();
        }
    }

    private static void tell(PrintWriter out, LogSummary log, int created, boolean preview) {
        out.printf(
                Locale.ENGLISH,
                "%s of %s, held by %s, from %s to %s.%n"
                        + "Handovers: %,d. Requests that came back to a unit they had left: %,d;"
                        + " reopened: %,d.%n",
                Counted.of(log.events(), "event"),
                Counted.of(log.requests(), "request"),
                Counted.of(log.units(), "unit"),
                log.from(),
                log.to(),
                log.handovers(),
                log.pingPong(),
                log.reopened());
        if (preview) {
            out.println("This was a preview: nothing was changed.");
        } else {
            out.printf(
                    Locale.ENGLISH,
                    "%s new; known before, and left as they are: %,d.%n",
                    Counted.of(created, "request"),
                    log.requests() - created);
        }
    }
}
