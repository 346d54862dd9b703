package io.kollega.shell;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a country's spreadsheets open files of separated values. */
public enum CsvCustom {
    COMMA(',', '.'),
    SEMICOLON(';', ',');

    private final char separator;
    private final char decimal;

    CsvCustom(char separator, char decimal) {
        this.separator = separator;
        this.decimal = decimal;
    }

    public char separator() {
        return separator;
    }

    /** What stands before the tenths. */
    public char decimal() {
        return decimal;
    }

    /** The name in forms and rows. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<CsvCustom> of(String slug) {
        return Arrays.stream(values()).filter(custom -> custom.slug().equals(slug)).findFirst();
    }

    /** As spreadsheets in this language take it. */
    public static CsvCustom of(Locale locale) {
        return locale.getLanguage().equals("ru") ? SEMICOLON : COMMA;
    }
}
