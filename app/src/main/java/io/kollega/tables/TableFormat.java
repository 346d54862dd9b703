package io.kollega.tables;

import java.util.Locale;

/** How a table leaves as a file. */
public enum TableFormat {
    CSV("text/csv;charset=UTF-8"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String mediaType;

    TableFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /** The ending of the file's name, without the dot; also its name in URLs. */
    public String ending() {
        return name().toLowerCase(Locale.ROOT);
    }
}
