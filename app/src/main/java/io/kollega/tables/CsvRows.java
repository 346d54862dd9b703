package io.kollega.tables;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Rows of separated values. */
final class CsvRows implements Rows {
    private final TextLines text;
    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private long line = 1;

    private CsvRows(TextLines text, CsvReader<CsvRecord> reader) {
        this.text = text;
        this.reader = reader;
        this.records = reader.iterator();
    }

    /** Of a gzipped content no more than {@code largest} bytes come out. */
    static CsvRows of(InputStream bytes, long largest) throws IOException, UnreadableTable {
        try {
            TextLines text = TextLines.of(bytes, largest);
            char separator = text.separator();
            return new CsvRows(
                    text,
                    CsvReader.builder()
                            .fieldSeparator(separator)
                            .skipEmptyLines(true)
                            .allowExtraFields(true)
                            .allowMissingFields(true)
                            .allowExtraCharsAfterClosingQuote(false)
                            .ofCsvRecord(text.reader()));
        } catch (EOFException | ZipException e) {
            throw UnreadableTable.at(1, "tables.expected-whole");
        }
    }

    @Override
    public @Nullable Line next() throws UnreadableTable {
        try {
            if (!records.hasNext()) {
                return null;
            }
            CsvRecord record = records.next();
            line = record.getStartingLineNumber() + lineEnds(record);
            if (!records.hasNext() && text.openQuote() > 0) {
                // The reader takes the rest of the file for the last field.
                throw UnreadableTable.at(text.openQuote(), "tables.expected-quoting");
            }
            return new Line(record.getStartingLineNumber(), record.getFields());
        } catch (CsvParseException e) {
            throw UnreadableTable.at(line + 1, "tables.expected-quoting");
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof Unpacked.TooLarge) {
                throw UnreadableTable.at(line + 1, "tables.expected-smaller");
            }
            if (e.getCause() instanceof TextLines.NotText wrong) {
                throw UnreadableTable.at(wrong.line(), "tables.expected-text");
            }
            if (e.getCause() instanceof EOFException || e.getCause() instanceof ZipException) {
                throw UnreadableTable.at(line + 1, "tables.expected-whole");
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

    @Override
    public String writtenIn() {
        return text.encoding().title();
    }

    @Override
    public boolean strict() {
        return true;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
