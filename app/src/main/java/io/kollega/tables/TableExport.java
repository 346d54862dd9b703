package io.kollega.tables;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.kollega.shell.CsvCustom;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
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
     * @param custom by which separated values are written for whoever gets them
     * @param name of the file, without its ending
     */
    static TableExport begin(
            HttpServletResponse response,
            TableFormat format,
            CsvCustom custom,
            String name,
            List<String> header)
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
                    case CSV -> new Csv(response, custom);
                    case XLSX -> new Xlsx(response, name);
                };
        export.row(header.toArray());
        return export;
    }

    /**
     * Separated values by the custom of whoever opens them, with the mark by which spreadsheets
     * know UTF-8. A text is no formula by whichever sign somebody's spreadsheet separates: what
     * begins like one, at the beginning or behind such a sign, gets an apostrophe before it.
     */
    final class Csv implements TableExport {
        /** Signs that begin formulas, the wide ones of Asian keyboards as well. */
        private static final Pattern FORMULA =
                Pattern.compile("(^|[,;|\\t\\r\\n])([\\s\"\\p{Z}]*)(?=[=+\\-@＝＋－＠])");

        private static final Pattern BLANK_BEGINNING = Pattern.compile("^(?=[\\t\\r])");
        private static final DateTimeFormatter TO_THE_MINUTE =
                DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

        private final CsvWriter writer;
        private final CsvCustom custom;

        private Csv(HttpServletResponse response, CsvCustom custom) throws IOException {
            Writer text =
                    new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
            text.write('\uFEFF');
            this.custom = custom;
            writer = CsvWriter.builder().fieldSeparator(custom.separator()).build(text);
        }

        @Override
        public void row(@Nullable Object... cells) {
            writer.writeRecord(Arrays.stream(cells).map(this::cell).toArray(String[]::new));
        }

        private String cell(@Nullable Object value) {
            return switch (value) {
                case null -> "";
                case Double number -> decimal(number.toString());
                case BigDecimal number -> decimal(number.toPlainString());
                case Number number -> number.toString();
                case Boolean truth -> truth.toString();
                case LocalDate date -> date.toString();
                case LocalDateTime time -> time.format(TO_THE_MINUTE);
                case Object other -> text(other.toString());
            };
        }

        private String decimal(String number) {
            return number.replace('.', custom.decimal());
        }

        private static String text(String text) {
            String kept = FORMULA.matcher(text).replaceAll("$1$2'");
            return BLANK_BEGINNING.matcher(kept).replaceFirst("'");
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
        private static final Pattern WRITTEN_BY_NUMBER = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");
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
                    case Object other -> sheet.value(rows, column, escaped(other.toString()));
                }
            }
            if (rows == 0) {
                sheet.range(0, 0, 0, Math.max(0, cells.length - 1)).style().bold().set();
            }
            if (++rows % FLUSHED_EVERY == 0) {
                sheet.flush();
            }
        }

        /** What a workbook would take for a character written by its number stays what it is. */
        private static String escaped(String text) {
            return WRITTEN_BY_NUMBER.matcher(text).replaceAll("_x005F_");
        }

        @Override
        public void close() throws IOException {
            sheet.finish();
            workbook.close();
        }
    }
}
