package io.kollega.tables;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.kollega.shell.CleanText;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.ZipException;

/**
 * A table of comma-separated values (RFC 4180; semicolons and tabs are recognized by the header),
 * UTF-8 with or without a byte order mark, UTF-16 with one, or Windows-1251, plain or gzipped, read
 * row by row. Strict: a byte that is none of its encoding, a quoted field that does not close, or a
 * row of another width ends the reading with the line it stands on. An inch mark within a plain
 * field is a character like any other.
 */
public final class CsvTable implements AutoCloseable {
    private final TextLines text;
    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final List<String> header;
    private final Map<String, Integer> positions = new HashMap<>();
    private long line = 1;

    private CsvTable(TextLines text, CsvReader<CsvRecord> reader) throws UnreadableTable {
        this.text = text;
        this.reader = reader;
        this.records = reader.iterator();
        CsvRecord first = next().orElseThrow(() -> unreadable(1, "tables.expected-content"));
        this.header = first.getFields().stream().map(CsvTable::clean).toList();
        for (int i = 0; i < header.size(); i++) {
            if (positions.put(header.get(i), i) != null) {
                throw new UnreadableTable(
                        CellProblem.of(1, header.get(i), null, "tables.expected-column-once"));
            }
        }
    }

    /**
     * Opens a table.
     *
     * @param bytes the content, plain or gzipped; closed with the table
     * @throws UnreadableTable if there is no header, or a column stands in it twice
     */
    public static CsvTable open(InputStream bytes) throws IOException, UnreadableTable {
        return open(bytes, Long.MAX_VALUE);
    }

    /**
     * Opens a table that somebody has sent.
     *
     * @param largest how many bytes may come out of it when it is gzipped
     */
    public static CsvTable open(InputStream bytes, long largest)
            throws IOException, UnreadableTable {
        try {
            TextLines text = TextLines.of(bytes, largest);
            char separator = text.separator();
            return new CsvTable(
                    text,
                    CsvReader.builder()
                            .fieldSeparator(separator)
                            .skipEmptyLines(true)
                            .allowExtraFields(true)
                            .allowMissingFields(true)
                            .allowExtraCharsAfterClosingQuote(false)
                            .ofCsvRecord(text.reader()));
        } catch (EOFException | ZipException e) {
            bytes.close();
            throw unreadable(1, "tables.expected-whole");
        } catch (IOException | UnreadableTable | RuntimeException e) {
            bytes.close();
            throw e;
        }
    }

    /** One row, its cells by header. */
    public final class Row {
        private final CsvRecord record;

        private Row(CsvRecord record) {
            this.record = record;
        }

        public long line() {
            return record.getStartingLineNumber();
        }

        /** Whether the table has such a column. */
        public boolean has(String column) {
            return CsvTable.this.has(column);
        }

        /** A cell for a name or a word: on one line, without blanks around it. */
        public String word(String column) {
            return cell(column).replaceAll("\\s*[\\r\\n\\t]\\s*", " ").strip();
        }

        /** The {@link CleanText clean} cell under a header that {@link #has is there}. */
        public String cell(String column) {
            return CleanText.of(
                    record.getField(Objects.requireNonNull(positions.get(column), column)));
        }
    }

    /** In what the file is written. */
    public TextEncoding encoding() {
        return text.encoding();
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
        Optional<CsvRecord> record = next();
        if (record.isPresent() && record.get().getFieldCount() != header.size()) {
            throw unreadable(
                    record.get().getStartingLineNumber(),
                    "tables.expected-width",
                    header.size(),
                    record.get().getFieldCount());
        }
        return record.map(Row::new);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private static String clean(String title) {
        return CleanText.of(title).strip();
    }

    private Optional<CsvRecord> next() throws UnreadableTable {
        try {
            if (!records.hasNext()) {
                return Optional.empty();
            }
            CsvRecord record = records.next();
            line = record.getStartingLineNumber() + lineEnds(record);
            if (!records.hasNext() && text.openQuote() > 0) {
                // The reader takes the rest of the file for the last field.
                throw unreadable(text.openQuote(), "tables.expected-quoting");
            }
            return Optional.of(record);
        } catch (CsvParseException e) {
            throw unreadable(line + 1, "tables.expected-quoting");
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof Unpacked.TooLarge) {
                throw unreadable(line + 1, "tables.expected-smaller");
            }
            if (e.getCause() instanceof TextLines.NotText wrong) {
                throw unreadable(wrong.line(), "tables.expected-text");
            }
            if (e.getCause() instanceof EOFException || e.getCause() instanceof ZipException) {
                throw unreadable(line + 1, "tables.expected-whole");
            }
            throw e;
        }
    }

    /** How many lines further the record ends than it began. */
    private static long lineEnds(CsvRecord record) {
        return record.getFields().stream()
                .mapToLong(field -> field.chars().filter(c -> c == '\n').count())
                .sum();
    }

    private static UnreadableTable unreadable(long line, String expected, Object... arguments) {
        return new UnreadableTable(new CellProblem(line, null, null, expected, List.of(arguments)));
    }
}
