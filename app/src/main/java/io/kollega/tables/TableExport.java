package io.kollega.tables;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/**
 * A table that leaves as a file, row by row. Numbers, dates and truth values stay what they are in
 * a spreadsheet. A text that a spreadsheet would take for a formula is kept from being one, because
 * people write texts and others open the file.
 */
public sealed interface TableExport extends AutoCloseable {

    /** Adds a row; null is an empty cell. */
    void row(@Nullable Object... cells) throws IOException;

    @Override
    void close() throws IOException;

    /**
     * Begins the answer to a request for a file.
     *
     * @param name of the file, without its ending
     */
    static TableExport begin(
            HttpServletResponse response, TableFormat format, String name, List<String> header)
            throws IOException {
        response.setContentType(format.mediaType());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name + "." + format.ending(), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        TableExport export =
                switch (format) {
                    case CSV -> new Csv(response);
                    case XLSX -> new Xlsx(response, name);
                };
        export.row(header.toArray());
        return export;
    }

    /** Comma-separated, with the mark by which spreadsheets know UTF-8. */
    final class Csv implements TableExport {
        private static final String FORMULA = "=+-@\t\r";
        private final CsvWriter writer;

        private Csv(HttpServletResponse response) throws IOException {
            Writer text =
                    new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
            text.write('\uFEFF');
            writer = CsvWriter.builder().build(text);
        }

        @Override
        public void row(@Nullable Object... cells) {
            writer.writeRecord(Arrays.stream(cells).map(Csv::cell).toArray(String[]::new));
        }

        private static String cell(@Nullable Object value) {
            if (value == null) {
                return "";
            }
            String text = value.toString();
            boolean formula =
                    value instanceof String
                            && !text.isEmpty()
                            && FORMULA.indexOf(text.charAt(0)) >= 0;
            return formula ? "'" + text : text;
        }

        @Override
        public void close() throws IOException {
            writer.close();
        }
    }

    /** A workbook of one sheet. Texts are written as texts, never as formulas. */
    final class Xlsx implements TableExport {
        private static final int FLUSHED_EVERY = 500;
        private static final int LONGEST_SHEET_NAME = 31;
        private final Workbook workbook;
        private final Worksheet sheet;
        private int rows;

        private Xlsx(HttpServletResponse response, String name) throws IOException {
            workbook = new Workbook(response.getOutputStream(), "Kollega", "1.0");
            String title = name.replaceAll("[\\\\/*?:\\[\\]]", " ");
            sheet =
                    workbook.newWorksheet(
                            title.substring(0, Math.min(title.length(), LONGEST_SHEET_NAME)));
            sheet.freezePane(0, 1);
        }

        @Override
        public void row(@Nullable Object... cells) throws IOException {
            for (int column = 0; column < cells.length; column++) {
                switch (cells[column]) {
                    case null -> {}
                    case Number number -> sheet.value(rows, column, number);
                    case Boolean truth -> sheet.value(rows, column, truth);
                    case LocalDate date -> {
                        sheet.value(rows, column, date);
                        sheet.style(rows, column).format("yyyy-mm-dd").set();
                    }
                    case LocalDateTime time -> {
                        sheet.value(rows, column, time);
                        sheet.style(rows, column).format("yyyy-mm-dd hh:mm").set();
                    }
                    case Object other -> sheet.value(rows, column, other.toString());
                }
            }
            if (rows == 0) {
                sheet.range(0, 0, 0, Math.max(0, cells.length - 1)).style().bold().set();
            }
            if (++rows % FLUSHED_EVERY == 0) {
                sheet.flush();
            }
        }

        @Override
        public void close() throws IOException {
            sheet.finish();
            workbook.close();
        }
    }
}
