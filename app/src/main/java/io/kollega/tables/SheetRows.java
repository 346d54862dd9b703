package io.kollega.tables;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/**
 * Rows of the first sheet of a workbook that is shown, one by one: the workbook is never in memory
 * as a whole. Formulas are not looked at, only what they gave when the workbook was saved.
 */
final class SheetRows implements Rows {
    private static final int MOST_COLUMNS = 1_000;
    private static final int LONGER_THAN_CSV = 4;
    private static final XMLInputFactory XML = XMLHelper.newXMLInputFactory();

    static {
        // What comes out has been measured; a long list of like rows is a thousandth of itself.
        ZipSecureFile.setMinInflateRatio(0);
    }

    private final Path file;
    private final OPCPackage parts;
    private final InputStream bytes;
    private final XMLStreamReader xml;
    private final ReadOnlySharedStringsTable texts;
    private final SheetNumbers numbers;
    private final String sheet;
    private long row;

    private SheetRows(Path file, OPCPackage parts, InputStream bytes)
            throws IOException,
                    UnreadableTable,
                    OpenXML4JException,
                    SAXException,
                    XMLStreamException {
        this.file = file;
        this.parts = parts;
        XSSFReader reader = new XSSFReader(parts);
        Contents contents = Contents.of(XML, reader.getWorkbookData());
        sheet = contents.sheet();
        texts = new ReadOnlySharedStringsTable(parts, false);
        numbers = new SheetNumbers(reader.getStylesTable(), contents.from1904());
        this.bytes = new Both(reader.getSheet(contents.part()), bytes);
        xml = XML.createXMLStreamReader(this.bytes);
    }

    /** The stream of a sheet, with the one it came in. */
    private static final class Both extends java.io.FilterInputStream {
        private final InputStream other;

        Both(InputStream sheet, InputStream other) {
            super(new BufferedInputStream(sheet));
            this.other = other;
        }

        @Override
        public void close() throws IOException {
            try (other) {
                super.close();
            }
        }
    }

    static SheetRows of(InputStream bytes, long largest) throws IOException, UnreadableTable {
        Path file = Workbooks.setDown(bytes);
        @Nullable OPCPackage parts = null;
        try {
            Workbooks.measure(
                    file,
                    largest > Long.MAX_VALUE / LONGER_THAN_CSV
                            ? Long.MAX_VALUE
                            : largest * LONGER_THAN_CSV);
            parts = OPCPackage.open(file.toFile(), PackageAccess.READ);
            return new SheetRows(file, parts, bytes);
        } catch (OpenXML4JException
                | OpenXML4JRuntimeException
                | SAXException
                | XMLStreamException
                | IllegalArgumentException
                | IllegalStateException e) {
            end(parts, file);
            throw UnreadableTable.at(1, "tables.expected-workbook");
        } catch (IOException | UnreadableTable | RuntimeException e) {
            end(parts, file);
            throw e;
        }
    }

    private static void end(@Nullable OPCPackage parts, Path file) throws IOException {
        if (parts != null) {
            parts.revert();
        }
        Files.deleteIfExists(file);
    }

    @Override
    public @Nullable Line next() throws UnreadableTable {
        try {
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamReader.START_ELEMENT
                        && xml.getLocalName().equals("row")) {
                    row = number(xml.getAttributeValue(null, "r"), row + 1);
                    List<String> cells = cells();
                    if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
                        return new Line(row, cells);
                    }
                }
            }
            return null;
        } catch (XMLStreamException | NumberFormatException | IndexOutOfBoundsException _) {
            throw UnreadableTable.at(Math.max(1, row), "tables.expected-workbook");
        }
    }

    private List<String> cells() throws XMLStreamException, UnreadableTable {
        List<String> cells = new ArrayList<>();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("row")) {
                break;
            }
            if (event == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("c")) {
                String place = xml.getAttributeValue(null, "r");
                int column = place == null ? cells.size() : new CellReference(place).getCol();
                if (column < 0 || column >= MOST_COLUMNS) {
                    throw UnreadableTable.at(row, "tables.expected-columns", MOST_COLUMNS);
                }
                while (cells.size() <= column) {
                    cells.add("");
                }
                cells.set(column, cell(place == null ? "" : place));
            }
        }
        return cells;
    }

    private String cell(String place) throws XMLStreamException, UnreadableTable {
        String type = xml.getAttributeValue(null, "t");
        String style = xml.getAttributeValue(null, "s");
        boolean formula = false;
        @Nullable String value = null;
        StringBuilder inline = new StringBuilder();
        for (int event = xml.next();
                event != XMLStreamReader.END_ELEMENT || !xml.getLocalName().equals("c");
                event = xml.next()) {
            if (event != XMLStreamReader.START_ELEMENT) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "v" -> value = xml.getElementText();
                case "f" -> {
                    formula = true;
                    xml.getElementText();
                }
                case "t" -> inline.append(xml.getElementText());
                case "rPh" -> skip("rPh");
                default -> {}
            }
        }
        if (formula && value == null) {
            throw UnreadableTable.at(row, "tables.expected-computed", place);
        }
        return switch (type == null ? "n" : type) {
            case "s" -> value == null ? "" : texts.getItemAt(Integer.parseInt(value)).getString();
            case "inlineStr" -> decoded(inline.toString());
            case "str" -> value == null ? "" : decoded(value);
            case "b" -> value == null ? "" : value.equals("1") ? "true" : "false";
            case "e" ->
                    throw UnreadableTable.at(
                            row, "tables.expected-no-error", place, value == null ? "" : value);
            case "d" -> value == null ? "" : value;
            default -> value == null || value.isBlank() ? "" : numbers.shown(value, style);
        };
    }

    /** How a sound is written for readers of Japanese is no part of the text. */
    private void skip(String element) throws XMLStreamException {
        while (xml.next() != XMLStreamReader.END_ELEMENT || !xml.getLocalName().equals(element)) {}
    }

    /** Characters that XML can't hold are written as {@code _x0009_}. */
    private static String decoded(String text) {
        return new XSSFRichTextString(text).getString();
    }

    private static long number(@Nullable String written, long otherwise) {
        return written == null ? otherwise : Long.parseLong(written);
    }

    @Override
    public String writtenIn() {
        return "XLSX (" + sheet + ")";
    }

    @Override
    public boolean strict() {
        return false;
    }

    @Override
    public void close() throws IOException {
        try {
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        } finally {
            bytes.close();
            end(parts, file);
        }
    }
}
