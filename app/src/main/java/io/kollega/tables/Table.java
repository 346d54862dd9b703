package io.kollega.tables;

import io.kollega.shell.CleanText;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A table in a file, read row by row.
 *
 * <p>Comma-separated values (RFC 4180; semicolons and tabs are recognized by the header), UTF-8
 * with or without a byte order mark, UTF-16 with one, or Windows-1251, plain or gzipped. Strict: a
 * byte that is none of its encoding, a quoted field that does not close, or a row of another width
 * ends the reading with the line it stands on. An inch mark within a plain field is a character
 * like any other.
 *
 * <p>Or the first visible sheet of a workbook as Excel writes it (XLSX): numbers and dates as they
 * are shown, of formulas what they gave when the workbook was saved; what stands under no header is
 * not read.
 */
public final class Table implements AutoCloseable {
    private final Rows rows;
    private final List<String> header;
    private final Map<String, Integer> positions = new HashMap<>();

    private Table(Rows rows) throws UnreadableTable {
        this.rows = rows;
        Rows.Line first = rows.next();
        if (first == null) {
            throw UnreadableTable.at(1, "tables.expected-content");
        }
        this.header = first.cells().stream().map(Table::clean).toList();
        for (int i = 0; i < header.size(); i++) {
            if (header.get(i).isEmpty() && !rows.strict()) {
                continue;
            }
            if (positions.put(header.get(i), i) != null) {
                throw new UnreadableTable(
                        CellProblem.of(
                                first.number(),
                                header.get(i),
                                null,
                                "tables.expected-column-once"));
            }
        }
    }

    /**
     * Opens a table.
     *
     * @param bytes the content, plain or gzipped; closed with the table
     * @throws UnreadableTable if there is no header, or a column stands in it twice
     */
    public static Table open(InputStream bytes) throws IOException, UnreadableTable {
        return open(bytes, Long.MAX_VALUE);
    }

    /**
     * Opens a table that somebody has sent.
     *
     * @param largest how many bytes may come out of it when it is compressed; of a workbook, which
     *     says the same in more of them, four times as many
     */
    public static Table open(InputStream bytes, long largest) throws IOException, UnreadableTable {
        BufferedInputStream content = new BufferedInputStream(bytes);
        @Nullable Rows rows = null;
        try {
            rows =
                    Workbooks.isOne(content)
                            ? SheetRows.of(content, largest)
                            : CsvRows.of(content, largest);
            return new Table(rows);
        } catch (IOException | UnreadableTable | RuntimeException e) {
            (rows == null ? bytes : rows).close();
            throw e;
        }
    }

    /** One row, its cells by header. */
    public final class Row {
        private final Rows.Line row;

        private Row(Rows.Line row) {
            this.row = row;
        }

        public long line() {
            return row.number();
        }

        /** Whether the table has such a column. */
        public boolean has(String column) {
            return Table.this.has(column);
        }

        /** A cell for a name or a word: on one line, without blanks around it. */
        public String word(String column) {
            return cell(column).replaceAll("\\s*[\\r\\n\\t]\\s*", " ").strip();
        }

        /** The {@link CleanText clean} cell under a header that {@link #has is there}. */
        public String cell(String column) {
            int place = Objects.requireNonNull(positions.get(column), column);
            return place < row.cells().size() ? CleanText.of(row.cells().get(place)) : "";
        }
    }

    /** In what the file is written: an encoding or XLSX, the same in every language. */
    public String writtenIn() {
        return rows.writtenIn();
    }

    public List<String> header() {
        return header;
    }

    public boolean has(String column) {
        return positions.containsKey(column);
    }

    /** A problem for each of these columns that the header does not hold. */
    public List<CellProblem> missing(Iterable<String> columns) {
        List<CellProblem> problems = new ArrayList<>();
        for (String column : columns) {
            if (!has(column)) {
                problems.add(
                        CellProblem.of(
                                1,
                                column,
                                null,
                                "tables.expected-column",
                                String.join(", ", header)));
            }
        }
        return problems;
    }

    /**
     * The next row, or empty at the end.
     *
     * @throws UnreadableTable if the file is no table from here on
     */
    public Optional<Row> row() throws UnreadableTable {
        Rows.@Nullable Line line = rows.next();
        if (line != null && rows.strict() && line.cells().size() != header.size()) {
            throw UnreadableTable.at(
                    line.number(), "tables.expected-width", header.size(), line.cells().size());
        }
        return Optional.ofNullable(line).map(Row::new);
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }

    private static String clean(String title) {
        return CleanText.of(title).replaceAll("\\s+", " ").strip();
    }
}
