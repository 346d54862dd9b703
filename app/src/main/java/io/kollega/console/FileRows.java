package io.kollega.console;

import io.kollega.shell.Messages;
import io.kollega.tables.CellProblem;
import io.kollega.tables.CellProblems;
import io.kollega.tables.Table;
import io.kollega.tables.UnreadableTable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Parameters;

/** The rows of a file, read one by one, refused with what is wrong on which line. */
final class FileRows {
    @Parameters(
            paramLabel = "FILE",
            description = "CSV with a header line, in UTF-8, plain or gzipped.")
    private Path file = Path.of("");

    /** Takes one row, or adds what is wrong with it to the problems. */
    interface Taker {
        void take(Table.Row row, CellProblems problems);
    }

    /**
     * Reads all rows.
     *
     * @param columns the columns that must be there
     * @throws Refused with one sentence for each problem, if there is any
     */
    void read(Collection<String> columns, Taker taker) throws Refused {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new Refused("The file " + file + " can't be read: check its name and rights.");
        }
        var problems = new CellProblems();
        try (InputStream bytes = Files.newInputStream(file);
                Table table = Table.open(bytes)) {
            table.missing(columns).forEach(problems::add);
            if (problems.isEmpty()) {
                read(table, taker, problems);
            }
        } catch (UnreadableTable unreadable) {
            problems.add(unreadable.problem());
        } catch (IOException e) {
            throw new Refused("The file " + file + " can't be read to its end: " + e.getMessage());
        }
        refuse(problems);
    }

    /**
     * Goes on if there are no problems.
     *
     * @throws Refused with one sentence for each, if there is any
     */
    static void refuse(CellProblems problems) throws Refused {
        if (!problems.isEmpty()) {
            var messages = new Messages();
            throw new Refused(
                    problems.first().stream()
                            .map(problem -> problem.sentence(messages, Locale.ENGLISH))
                            .toList());
        }
    }

    private static void read(Table table, Taker taker, CellProblems problems)
            throws UnreadableTable {
        Optional<Table.Row> row = table.row();
        if (row.isEmpty()) {
            problems.add(CellProblem.of(1, null, null, "tables.expected-content"));
        }
        for (; row.isPresent() && !problems.isFull(); row = table.row()) {
            taker.take(row.get(), problems);
        }
    }
}
