package io.kollega.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableTest {
    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void recognizesSeparatorByHeader(String separator) throws Exception {
        String text = "a,b\n1,2\n".replace(",", separator);
        assertThat(rows(bytes(text), "b")).containsExactly("2@2");
    }

    @Test
    void readsGzippedContentWithByteOrderMark() throws Exception {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(bytes("\uFEFFимя,b\nЁж,2\n"));
        }
        assertThat(rows(zipped.toByteArray(), "имя")).containsExactly("Ёж@2");
    }

    @Test
    void keepsLineBreaksInsideQuotesAndCountsThem() throws Exception {
        assertThat(rows(bytes("a,b\n\"x\ny\",2\n3,4\n"), "a")).containsExactly("x\ny@2", "3@4");
    }

    /** What forms clean away does not come in by a file either. */
    @Test
    void cleansHeadersAndCells() throws Exception {
        assertThat(
                        rows(
                                bytes(
                                        "И\u0306,b\na\u202eb\u001b[31m,2\n"
                                                + "И\u0306\u0001-отдел\u0007,4\n"),
                                "Й"))
                .containsExactly("ab[31m@2", "Й-отдел@3");
    }

    @Test
    void refusesColumnNamedTwiceInTwoFormsOfOneLetter() {
        refused(bytes("Й,И\u0306\n1,2\n"), 1, "tables.expected-column-once");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a,b\n1,2\n\"3\"x,4\n", "a,b\n1,2\n\"3,4\n5,6\n", "a,b\n1,2\n3,\"4\n5,6\n"})
    void refusesBrokenQuotingWithItsLine(String text) {
        refused(bytes(text), 3, "tables.expected-quoting");
    }

    /** An inch mark: one and two of them are the same to the table. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a,b\n24\" x,1\ny,2\n",
                "a,b\n24\" x,1\n17\",2\n",
                "a,b\n24\"\" x,1\ny,2",
                "a\",b\n24\",1\ny,2\n",
                "a;b\n\"q\";1\n24\";2\n"
            })
    void takesQuotesWithinPlainCellsAsTheyAre(String text) throws Exception {
        try (Table table = Table.open(new ByteArrayInputStream(bytes(text)))) {
            String first = table.header().getFirst();
            Table.Row one = table.row().orElseThrow();
            Table.Row two = table.row().orElseThrow();
            assertThat(one.cell(first) + two.cell(first)).contains("24\"");
            assertThat(two.line()).isEqualTo(3);
            assertThat(table.row()).isEmpty();
        }
    }

    @Test
    void namesTheLineOnWhichAnOpenQuoteBegan() {
        refused(bytes("a,b\n1,2\n\"3,4\n5,6\n7,8\n"), 3, "tables.expected-quoting");
        refused(bytes("a,b\n\"1\n\n2\",2\n\"3\"x,4\n"), 5, "tables.expected-quoting");
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8,UTF_8",
        "windows-1251,WINDOWS_1251",
        "UTF-16,UTF_16_BE",
        "x-UTF-16LE-BOM,UTF_16_LE"
    })
    void readsWhatExcelWrites(String charset, TextEncoding encoding) throws Exception {
        byte[] text =
                "Код;Имя\r\n№ 1;Ёлкин Пётр «младший»\r\n2;plain\r\n"
                        .getBytes(Charset.forName(charset));
        assertThat(rows(text, "Имя")).containsExactly("Ёлкин Пётр «младший»@2", "plain@3");
        try (Table table = Table.open(new ByteArrayInputStream(text))) {
            assertThat(table.writtenIn()).isEqualTo(encoding.title());
        }
    }

    /**
     * Words that are not Russian read as nonsense in Windows-1251: better refused, with the line.
     */
    @ParameterizedTest
    @ValueSource(strings = {"windows-1252", "UTF-16LE"})
    void refusesOtherEncodings(String charset) {
        byte[] text = "a,b\nMüller,Größe\n".getBytes(Charset.forName(charset));
        refused(text, charset.equals("UTF-16LE") ? 1 : 2, "tables.expected-text");
    }

    @Test
    void refusesBrokenUtf8WithItsLine() {
        byte[] text = bytes("имя,b\nПётр,2\nАнна,3\n");
        text[text.length - 5] = (byte) 0xff;
        refused(text, 3, "tables.expected-text");
        byte[] late = bytes("a,b\n" + "1,2\n".repeat(20_000) + "?,3\n");
        late[late.length - 4] = (byte) 0xe0;
        refused(late, 20_002, "tables.expected-text");
    }

    @Test
    void refusesRowOfAnotherWidthWithItsLine() {
        refused(bytes("a,b\n1,2\n3\n"), 3, "tables.expected-width");
    }

    @Test
    void refusesWhatSwellsWhenUnpacked() throws Exception {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(bytes("a,b\n"));
            out.write(bytes("1,2\n".repeat(50_000)));
        }
        byte[] small = zipped.toByteArray();
        assertThat(small.length).isLessThan(2_000);
        assertThatThrownBy(() -> readAll(Table.open(new ByteArrayInputStream(small), 100_000)))
                .isInstanceOfSatisfying(
                        UnreadableTable.class,
                        it ->
                                assertThat(it.problem().expected())
                                        .isEqualTo("tables.expected-smaller"));
        assertThat(readAll(Table.open(new ByteArrayInputStream(small), 200_100))).isEqualTo(50_000);
    }

    @Test
    void refusesEmptyFile() {
        refused(new byte[0], 1, "tables.expected-content");
    }

    @Test
    void refusesColumnNamedTwice() {
        refused(bytes("a,a\n1,2\n"), 1, "tables.expected-column-once");
    }

    private static void refused(byte[] content, long line, String expected) {
        assertThatThrownBy(() -> rows(content, "a"))
                .isInstanceOfSatisfying(
                        UnreadableTable.class,
                        e -> {
                            assertThat(e.problem().line()).isEqualTo(line);
                            assertThat(e.problem().expected()).isEqualTo(expected);
                        });
    }

    private static List<String> rows(byte[] content, String column)
            throws IOException, UnreadableTable {
        List<String> cells = new ArrayList<>();
        try (Table table = Table.open(new ByteArrayInputStream(content))) {
            for (var row = table.row(); row.isPresent(); row = table.row()) {
                cells.add(row.get().cell(column) + "@" + row.get().line());
            }
        }
        return cells;
    }

    private static int readAll(Table table) throws Exception {
        try (table) {
            int rows = 0;
            while (table.row().isPresent()) {
                rows++;
            }
            return rows;
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
