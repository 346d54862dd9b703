package io.kollega.shell;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Days as people and programs write them: 2026-03-31 or, where a browser has no calendar to offer,
 * 31.03.2026; between 1900 and 2199, so that a slip of the finger is no day.
 */
public final class Days {
    private static final DateTimeFormatter RUSSIAN =
            DateTimeFormatter.ofPattern("d.M.uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    private Days() {}

    /** The day that was typed; empty if it is none. */
    public static Optional<LocalDate> read(@Nullable String typed) {
        try {
            return typed == null ? Optional.empty() : Optional.of(require(typed));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    static LocalDate require(String typed) {
        String text = typed.strip();
        LocalDate day =
                text.indexOf('.') > 0 ? LocalDate.parse(text, RUSSIAN) : LocalDate.parse(text);
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw new DateTimeException("A day between 1900 and 2199 is expected");
        }
        return day;
    }
}
