package io.kollega.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletResponse;

class TableExportTest {
    @TempDir private Path folder;
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void writesCsvThatSpreadsheetsReadAsUtf8() throws Exception {
        write(TableFormat.CSV);
        assertThat(response.getContentAsString(StandardCharsets.UTF_8))
                .isEqualTo("\uFEFFимя,число,день\r\n\"а, б\",-3,2026-03-03\r\n'=1+1,,\r\n");
        assertThat(response.getHeader("Content-Disposition")).contains("attachment");
    }

    /** What spreadsheets take for the beginning of a formula, and what they don't. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`=1+1`, `'=1+1`",
                "`+7 495`, `'+7 495`",
                "`-1`, `'-1`",
                "`@SUM(A1)`, `'@SUM(A1)`",
                "`\tслово`, `'\tслово`",
                "`a=1`, `a=1`",
                "`1@x`, `1@x`"
            })
    void keepsTextsFromBeingFormulas(String text, String written) throws Exception {
        try (TableExport export = TableExport.begin(response, TableFormat.CSV, "x", List.of("h"))) {
            export.row(text);
        }
        assertThat(response.getContentAsString(StandardCharsets.UTF_8))
                .isEqualTo("\uFEFFh\r\n" + written + "\r\n");
    }

    @Test
    void keepsTextThatBeginsNewLineFromBeingFormula() throws Exception {
        try (TableExport export = TableExport.begin(response, TableFormat.CSV, "x", List.of("h"))) {
            export.row("\r=1");
        }
        assertThat(response.getContentAsString(StandardCharsets.UTF_8))
                .isEqualTo("\uFEFFh\r\n\"'\r=1\"\r\n");
    }

    @Test
    void writesWorkbookWithoutFormulas() throws Exception {
        write(TableFormat.XLSX);
        Path file = Files.write(folder.resolve("table.xlsx"), response.getContentAsByteArray());
        String sheet;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            sheet =
                    new String(
                            zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))
                                    .readAllBytes(),
                            StandardCharsets.UTF_8);
        }
        assertThat(sheet).contains("<v>-3</v>").doesNotContain("<f>");
    }

    private void write(TableFormat format) throws Exception {
        try (TableExport export =
                TableExport.begin(response, format, "Таблица", List.of("имя", "число", "день"))) {
            export.row("а, б", -3, LocalDate.of(2026, 3, 3));
            export.row("=1+1", null, null);
        }
    }
}
