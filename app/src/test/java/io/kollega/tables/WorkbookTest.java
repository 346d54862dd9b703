package io.kollega.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkbookTest {
    private static final LocalDateTime NOON = LocalDateTime.of(2026, 3, 1, 12, 5, 30);

    @Test
    void readsTheFirstSheetThatIsShown() throws Exception {
        byte[] file =
                workbook(book -> {
                    book.createSheet("Черновик").createRow(0).createCell(0).setCellValue("x");
                    XSSFSheet sheet = book.createSheet("Люди");
                    sheet.createRow(1).createCell(1).setCellValue("Код");
                    sheet.getRow(1).createCell(3).setCellValue("Имя");
                    sheet.createRow(2).createCell(1).setCellValue(" ");
                    sheet.createRow(4).createCell(1).setCellValue("a-1");
                    sheet.getRow(4).createCell(2).setCellValue("под ничем");
                    sheet.getRow(4).createCell(3).setCellValue("Ёж");
                    sheet.createRow(5).createCell(1).setCellValue("a-2");
                    book.setSheetHidden(0, true);
                    book.setActiveSheet(1);
                });
        try (Table table = Table.open(new ByteArrayInputStream(file))) {
            assertThat(table.writtenIn()).isEqualTo("XLSX (Люди)");
            assertThat(table.header()).contains("Код", "Имя");
            assertThat(rows(table, "Код", "Имя")).containsExactly("5: a-1|Ёж", "6: a-2|");
        }
    }

    /** Leading zeros, long numbers and days come in as they stand on the screen. */
    @ParameterizedTest
    @CsvSource({
        "General,123456789012345,123456789012345",
        "General,0.1,0.1",
        "General,0.30000000000000004,0.3",
        "General,-2,-2",
        "00000,123,00123",
        "0.00,4.567,4.57",
        "'#,##0',1234567,1234567",
        "@,77,77",
        "'\"K-\"000',7,K-007"
    })
    void showsNumbersAsTheyAreShown(String format, double value, String shown) throws Exception {
        assertThat(only(format, cell -> cell.setCellValue(value))).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "m/d/yy,01.03.2026",
        "m/d/yy h:mm,01.03.2026 12:05",
        "dd.mm.yyyy,01.03.2026",
        "yyyy-mm-dd hh:mm,2026-03-01 12:05",
        "[$-419]dd\\.mm\\.yy;@,01.03.2026",
        "d/m/yyyy h:mm:ss,1/3/2026 12:05:30",
        "h:mm,12:05",
        "d mmm yyyy,2026-03-01 12:05:30"
    })
    void showsDaysAsTheyAreShownWithYearsInFull(String format, String shown) throws Exception {
        assertThat(only(format, cell -> cell.setCellValue(NOON))).isEqualTo(shown);
    }

    @Test
    void countsDaysFrom1904WhereTheWorkbookDoes() throws Exception {
        byte[] file =
                workbook(book -> {
                    book.getCTWorkbook().addNewWorkbookPr().setDate1904(true);
                    XSSFSheet sheet = header(book, "a");
                    CellStyle style = book.createCellStyle();
                    style.setDataFormat(book.createDataFormat().getFormat("yyyy-mm-dd"));
                    Cell cell = sheet.createRow(1).createCell(0);
                    cell.setCellStyle(style);
                    cell.setCellValue(1);
                });
        assertThat(cells(file, "a")).containsExactly("2: 1904-01-02");
    }

    /** What a formula gave stands for it; the merged cells beside and below are empty. */
    @Test
    void takesWhatFormulasGaveAndMergedCellsAsTheyAre() throws Exception {
        byte[] file =
                workbook(book -> {
                    XSSFSheet sheet = header(book, "a", "b");
                    sheet.createRow(1).createCell(0).setCellFormula("1+1");
                    sheet.getRow(1).createCell(1).setCellFormula("\"x\"&\"y\"");
                    book.getCreationHelper().createFormulaEvaluator().evaluateAll();
                    sheet.createRow(2).createCell(0).setCellValue("m");
                    sheet.getRow(2).createCell(1).setCellValue("1");
                    sheet.createRow(3).createCell(1).setCellValue("2");
                    sheet.addMergedRegion(new CellRangeAddress(2, 3, 0, 0));
                    sheet.createRow(4).createCell(0).setCellValue(true);
                    sheet.getRow(4).createCell(1).setCellValue("a_x0009_b");
                });
        assertThat(cells(file, "a", "b"))
                .containsExactly("2: 2|xy", "3: m|1", "4: |2", "5: true|a\tb");
    }

    @Test
    void refusesWhatHasNoValueWithItsCell() throws Exception {
        byte[] uncomputed =
                workbook(book -> header(book, "a").createRow(3).createCell(0).setCellFormula("A1"));
        refused(uncomputed, 4, "tables.expected-computed", "A4");
        byte[] wrong =
                workbook(book -> {
                    XSSFSheet sheet = header(book, "a");
                    sheet.createRow(1).createCell(0).setCellFormula("1/0");
                    book.getCreationHelper().createFormulaEvaluator().evaluateAll();
                });
        refused(wrong, 2, "tables.expected-no-error", "A2", "#DIV/0!");
    }

    @Test
    void refusesTooManyColumnsAndHeadersTwice() throws Exception {
        refused(
                workbook(book -> header(book, "a").getRow(0).createCell(2_000).setCellValue("z")),
                1,
                "tables.expected-columns",
                "1000");
        refused(workbook(book -> header(book, "a", "a")), 1, "tables.expected-column-once");
        refused(workbook(book -> book.createSheet("empty")), 1, "tables.expected-content");
    }

    @Test
    void refusesWhatIsNoWorkbook() throws Exception {
        byte[] file = workbook(book -> header(book, "a"));
        refused(Arrays.copyOf(file, file.length / 2), 1, "tables.expected-whole");
        refused(
                zip("some.txt", "PK".getBytes(StandardCharsets.UTF_8)),
                1,
                "tables.expected-workbook");
    }

    /** A small file of which much comes out, in a part or in what describes it. */
    @Test
    void refusesWhatSwellsWhenUnpacked() throws Exception {
        byte[] file = workbook(book -> header(book, "a"));
        for (String part :
                List.of("xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml")) {
            byte[] bomb = replaced(file, part, new byte[40 << 20]);
            assertThat(bomb.length).isLessThan(100_000);
            assertThatThrownBy(() -> Table.open(new ByteArrayInputStream(bomb), 8 << 20))
                    .as(part)
                    .isInstanceOfSatisfying(
                            UnreadableTable.class,
                            e ->
                                    assertThat(e.problem().expected())
                                            .isEqualTo("tables.expected-smaller"));
        }
    }

    /** Entities neither multiply nor bring in what lies on the machine. */
    @Test
    void resolvesNoEntities() throws Exception {
        Path secret = Files.writeString(Files.createTempFile("kollega-test", ".txt"), "secret");
        byte[] file = workbook(book -> header(book, "a"));
        for (String entity :
                List.of("<!ENTITY e SYSTEM '" + secret.toUri() + "'>", "<!ENTITY e 'expanded'>")) {
            String sheet =
                    "<?xml version='1.0'?><!DOCTYPE worksheet ["
                            + entity
                            + "]><worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'>"
                            + "<sheetData><row r='1'><c r='A1' t='inlineStr'><is><t>a</t></is></c></row>"
                            + "<row r='2'><c r='A2' t='inlineStr'><is><t>&e;</t></is></c></row></sheetData></worksheet>";
            byte[] hostile =
                    replaced(
                            file,
                            "xl/worksheets/sheet1.xml",
                            sheet.getBytes(StandardCharsets.UTF_8));
            refused(hostile, 2, "tables.expected-workbook");
        }
        Files.delete(secret);
    }

    @Test
    void leavesNoFilesBehind() throws Exception {
        long before = files();
        cells(
                workbook(book -> header(book, "a").createRow(1).createCell(0).setCellValue("b")),
                "a");
        refused(workbook(book -> header(book, "a", "a")), 1, "tables.expected-column-once");
        assertThat(files()).isEqualTo(before);
    }

    private static long files() throws IOException {
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(it -> it.getFileName().toString().matches("kollega-.*\\.xlsx"))
                    .count();
        }
    }

    private interface Filling {
        void fill(XSSFWorkbook book) throws IOException;
    }

    private interface CellFilling {
        void fill(Cell cell);
    }

    private static String only(String format, CellFilling value) throws Exception {
        byte[] file =
                workbook(book -> {
                    XSSFSheet sheet = header(book, "a");
                    CellStyle style = book.createCellStyle();
                    style.setDataFormat(book.createDataFormat().getFormat(format));
                    Cell cell = sheet.createRow(1).createCell(0);
                    value.fill(cell);
                    cell.setCellStyle(style);
                });
        return cells(file, "a").getFirst().substring("2: ".length());
    }

    private static XSSFSheet header(XSSFWorkbook book, String... titles) {
        XSSFSheet sheet = book.createSheet("Лист1");
        sheet.createRow(0);
        for (int i = 0; i < titles.length; i++) {
            sheet.getRow(0).createCell(i).setCellValue(titles[i]);
        }
        return sheet;
    }

    private static byte[] workbook(Filling filling) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            filling.fill(book);
            book.write(out);
        }
        return out.toByteArray();
    }

    private static List<String> cells(byte[] file, String... columns) throws Exception {
        try (Table table = Table.open(new ByteArrayInputStream(file))) {
            return rows(table, columns);
        }
    }

    private static List<String> rows(Table table, String... columns) throws UnreadableTable {
        List<String> rows = new ArrayList<>();
        for (var row = table.row(); row.isPresent(); row = table.row()) {
            Table.Row it = row.get();
            rows.add(
                    it.line()
                            + ": "
                            + String.join("|", Arrays.stream(columns).map(it::cell).toList()));
        }
        return rows;
    }

    private static void refused(byte[] file, long line, String expected, String... arguments) {
        assertThatThrownBy(() -> cells(file))
                .isInstanceOfSatisfying(
                        UnreadableTable.class,
                        e -> {
                            assertThat(e.problem().expected()).isEqualTo(expected);
                            assertThat(e.problem().line()).isEqualTo(line);
                            if (arguments.length > 0) {
                                assertThat(e.problem().arguments())
                                        .extracting(Object::toString)
                                        .containsExactly(arguments);
                            }
                        });
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return out.toByteArray();
    }

    private static byte[] replaced(byte[] file, String part, byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(file));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                zip.write(entry.getName().equals(part) ? content : in.readAllBytes());
            }
        }
        return out.toByteArray();
    }
}
