package io.kollega.organization;

import io.kollega.organization.RosterColumns.Column;
import io.kollega.shell.CleanText;
import io.kollega.tables.CellProblem;
import io.kollega.tables.CellProblems;
import io.kollega.tables.Table;
import io.kollega.tables.UnreadableTable;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** One reading of a file row by row, collecting what is wrong with it. */
final class RosterReading {
    private static final DateTimeFormatter RUSSIAN =
            DateTimeFormatter.ofPattern("d.M.uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final int YEARS_AHEAD = 10;

    /** Some hundred thousand people; more would not fit into the memory beside everything else. */
    private static final long LARGEST = 32L << 20;

    static final int LONGEST_CODE = 64;
    static final int LONGEST_NAME = 200;
    private static final int LONGEST_EMAIL = 254;
    private static final Map<String, Boolean> TRUTHS =
            Map.of(
                    "", false, "no", false, "нет", false, "0", false, "false", false, "yes", true,
                    "да", true, "1", true, "true", true);

    private final CellProblems problems = new CellProblems();
    private final Map<String, Long> lines = new HashMap<>();
    private final LocalDate today;
    private String writtenIn = "";

    RosterReading(LocalDate today) {
        this.today = today;
    }

    /** A row with the means to read its cells; what is wrong in it is noted. */
    final class Row {
        private final Table.Row row;
        private final RosterColumns columns;

        private Row(Table.Row row, RosterColumns columns) {
            this.row = row;
            this.columns = columns;
        }

        long line() {
            return row.line();
        }

        /** A code that no row before has had. */
        String code() {
            String code = CleanText.key(text(Column.CODE, LONGEST_CODE));
            Long before = code.isEmpty() ? null : lines.putIfAbsent(code, row.line());
            if (before != null) {
                wrong(Column.CODE, code, "organization.expected-once", Long.toString(before));
            }
            return code;
        }

        String name(Column column) {
            return text(column, LONGEST_NAME);
        }

        private String text(Column column, int longest) {
            String text = cell(column);
            if (text.isEmpty()) {
                wrong(column, text, "organization.expected-text");
            } else if (text.length() > longest) {
                wrong(column, text, "organization.expected-shorter", Integer.toString(longest));
            }
            return text;
        }

        /** Whether the file says anything of this: what it does not speak of stays as it is. */
        boolean has(Column column) {
            return columns.has(column);
        }

        String cell(Column column) {
            return columns.cell(row, column);
        }

        /** A truth, false where nothing stands. */
        boolean truth(Column column) {
            String text = cell(column);
            Boolean truth = TRUTHS.get(text.toLowerCase(Locale.ROOT));
            if (truth == null) {
                wrong(column, text, "organization.expected-truth");
            }
            return Boolean.TRUE.equals(truth);
        }

        /** A day, today where nothing stands. */
        LocalDate day() {
            String text = cell(Column.FROM);
            if (text.isEmpty()) {
                return today;
            }
            try {
                LocalDate day =
                        text.indexOf('.') > 0
                                ? LocalDate.parse(text, RUSSIAN)
                                : LocalDate.parse(text);
                if (!day.isBefore(EARLIEST) && day.isBefore(today.plusYears(YEARS_AHEAD))) {
                    return day;
                }
            } catch (DateTimeParseException _) {
                // Said below, like a day out of bounds.
            }
            wrong(Column.FROM, text, "organization.expected-day");
            return today;
        }

        void wrong(Column column, String value, String expected, String... arguments) {
            problems.add(
                    CellProblem.of(row.line(), columns.header(column), value, expected, arguments));
        }
    }

    /** Gives each row to the reader, until the file ends or enough is wrong. */
    void read(InputStream csv, Set<Column> wanted, Set<Column> needed, Consumer<Row> reader)
            throws IOException {
        try (Table table = Table.open(csv, LARGEST)) {
            writtenIn = table.writtenIn();
            RosterColumns columns = RosterColumns.of(table, wanted);
            columns.twice()
                    .forEach((second, first) ->
                            problems.add(
                                    CellProblem.of(
                                            1,
                                            second,
                                            null,
                                            "organization.expected-one-column",
                                            first)));
            for (Column column : needed) {
                if (!columns.has(column)) {
                    problems.add(
                            CellProblem.of(
                                    1,
                                    column.header(),
                                    null,
                                    "tables.expected-column",
                                    String.join(", ", table.header())));
                }
            }
            if (!problems.isEmpty()) {
                return;
            }
            Optional<Table.Row> next = table.row();
            if (next.isEmpty()) {
                problems.add(CellProblem.of(1, null, null, "tables.expected-content"));
            }
            while (next.isPresent() && !problems.isFull()) {
                reader.accept(new Row(next.get(), columns));
                next = table.row();
            }
        } catch (UnreadableTable e) {
            problems.add(e.problem());
        }
    }

    static boolean isEmail(String text) {
        return text.length() <= LONGEST_EMAIL && text.matches("[^@\\s]+@[^@\\s]+");
    }

    /** In what the file is written that was read. */
    String writtenIn() {
        return writtenIn;
    }

    boolean sound() {
        return problems.isEmpty();
    }

    List<CellProblem> problems() {
        return problems.first();
    }
}
