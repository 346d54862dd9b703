package io.kollega.tables;

import java.io.Closeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of a file, whatever it is written in. */
sealed interface Rows extends Closeable permits CsvRows, SheetRows {
    /**
     * What stands in a row.
     *
     * @param number of its line, or of the row as the spreadsheet counts, from 1
     */
    record Line(long number, List<String> cells) {}

    /**
     * The next row in which anything stands, or null at the end.
     *
     * @throws UnreadableTable if the file is no table from here on
     */
    @Nullable Line next() throws UnreadableTable;

    /** In what the file is written: an encoding, or a kind of file; the same in every language. */
    String writtenIn();

    /** Whether a row must have as many cells as the header. */
    boolean strict();
}
