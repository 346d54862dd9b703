package io.kollega.tables;

import io.kollega.shell.CleanText;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * What a workbook says of itself.
 *
 * @param part by which the first sheet that is shown is found
 * @param sheet its name
 * @param from1904 whether its days are counted from 1904 on and not from 1900
 */
record Contents(String part, String sheet, boolean from1904) {
    private static final String RELATIONS =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    static Contents of(XMLInputFactory factory, InputStream workbook)
            throws XMLStreamException, IOException, UnreadableTable {
        try (workbook) {
            XMLStreamReader xml = factory.createXMLStreamReader(workbook);
            boolean from1904 = false;
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamReader.START_ELEMENT) {
                    continue;
                }
                if (xml.getLocalName().equals("workbookPr")) {
                    @Nullable String since = xml.getAttributeValue(null, "date1904");
                    from1904 = "1".equals(since) || "true".equals(since);
                } else if (xml.getLocalName().equals("sheet") && isShown(xml)) {
                    @Nullable String part = xml.getAttributeValue(RELATIONS, "id");
                    @Nullable String name = xml.getAttributeValue(null, "name");
                    if (part != null && name != null) {
                        return new Contents(part, CleanText.of(name), from1904);
                    }
                }
            }
        }
        throw UnreadableTable.at(1, "tables.expected-workbook");
    }

    private static boolean isShown(XMLStreamReader sheet) {
        @Nullable String state = sheet.getAttributeValue(null, "state");
        return state == null || state.equals("visible");
    }
}
