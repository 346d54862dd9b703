package io.kollega.tables;

import static org.assertj.core.api.Assertions.assertThat;

import io.kollega.shell.CsvCustom;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
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
                "`＝1`, `'＝1`",
                "`＋1`, `'＋1`",
                "`－1`, `'－1`",
                "`＠x`, `'＠x`",
                "` =1`, ` '=1`",
                "`a;=1`, `a;'=1`",
                "`a|-1`, `a|'-1`",
                "`a\t@x`, `a\t'@x`",
                "`; –5`, `; –5`",
                "`a-b; c+d`, `a-b; c+d`",
                "`a=1`, `a=1`",
                "`1@x`, `1@x`"
            })
    void keepsTextsFromBeingFormulas(String text, String written) throws Exception {
        try (TableExport export = begin(CsvCustom.COMMA)) {
            export.row(text);
        }
        assertThat(response.getContentAsString(StandardCharsets.UTF_8))
                .isEqualTo("\uFEFFh\r\n" + written + "\r\n");
    }

    @Test
    void keepsTextThatBeginsNewLineFromBeingFormula() throws Exception {
        try (TableExport export = begin(CsvCustom.COMMA)) {
            export.row("\r=1");
        }
        assertThat(response.getContentAsString(StandardCharsets.UTF_8))
                .isEqualTo("\uFEFFh\r\n\"'\r'=1\"\r\n");
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

    /** Under whatever sign a spreadsheet separates by, no cell begins like a formula. */
    @Test
    void leavesNoFormulaUnderAnySeparator() throws Exception {
        String[] hostile = {
            "a,=1", "a;=1", "a\t=1", "a|=1", "a\n=1", "a\r=1", "a;\"=1", "\"=1", "a; +1", "a,＝1",
            "x\";=1"
        };
        for (CsvCustom custom : CsvCustom.values()) {
            MockHttpServletResponse file = new MockHttpServletResponse();
            try (TableExport export =
                    TableExport.begin(file, TableFormat.CSV, custom, "x", List.of("h", "i"))) {
                for (String text : hostile) {
                    export.row("first", text);
                }
            }
            String written = file.getContentAsString(StandardCharsets.UTF_8).substring(1);
            for (String separator : List.of(",", ";", "\t", "\\|")) {
                for (String cell : written.split(separator + "|\r\n|\n|\r")) {
                    assertThat(cell.replaceFirst("^[\\s\"]*", ""))
                            .as(written)
                            .doesNotMatch("(?s)[=+\\-@＝＋－＠].*");
                }
            }
        }
    }

    @Test
    void writesForReadersOfRussianSpreadsheets() throws Exception {
        try (TableExport export = begin(CsvCustom.SEMICOLON)) {
            export.row(
                    "а; б",
                    1.5,
                    new BigDecimal("-0.25"),
                    1_000L,
                    LocalDateTime.of(2026, 3, 3, 9, 5));
            export.row("в, г", true, null);
        }
        assertThat(response.getContentAsString(StandardCharsets.UTF_8))
                .isEqualTo("\uFEFFh\r\n\"а; б\";1,5;-0,25;1000;2026-03-03 09:05\r\nв, г;true;\r\n");
    }

    /** Excel takes _x0041_ for an A. */
    @Test
    void keepsWhatLooksLikeACharacterByItsNumber() throws Exception {
        try (TableExport export =
                TableExport.begin(response, TableFormat.XLSX, CsvCustom.COMMA, "x", List.of("a"))) {
            export.row("_x0041_ и _x00 и _xZZZZ_");
        }
        try (Table table = Table.open(new ByteArrayInputStream(response.getContentAsByteArray()))) {
            assertThat(table.row().orElseThrow().cell("a")).isEqualTo("_x0041_ и _x00 и _xZZZZ_");
        }
    }

    private TableExport begin(CsvCustom custom) throws IOException {
        return TableExport.begin(response, TableFormat.CSV, custom, "x", List.of("h"));
    }

    private void write(TableFormat format) throws Exception {
        try (TableExport export =
                TableExport.begin(
                        response,
                        format,
                        CsvCustom.COMMA,
                        "Таблица",
                        List.of("имя", "число", "день"))) {
            export.row("а, б", -3, LocalDate.of(2026, 3, 3));
            export.row("=1+1", null, null);
        }
    }
}
