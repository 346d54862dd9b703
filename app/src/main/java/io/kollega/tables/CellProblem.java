package io.kollega.tables;

import io.kollega.shell.Messages;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a file.
 *
 * @param line the line of the file on which its row begins, the first being 1
 * @param column the header of the column; null when the whole row or file is meant
 * @param value what stands there; null when nothing particular does
 * @param expected message key of what was expected instead
 * @param arguments of that message; numbers where it counts, so that plurals can be told
 */
public record CellProblem(
        long line,
        @Nullable String column,
        @Nullable String value,
        String expected,
        List<Object> arguments) {
    private static final int SHOWN = 60;

    public CellProblem {
        arguments = List.copyOf(arguments);
        if (value != null && value.length() > SHOWN) {
            value = value.substring(0, SHOWN) + "…";
        }
    }

    public static CellProblem of(
            long line,
            @Nullable String column,
            @Nullable String value,
            String expected,
            String... arguments) {
        return new CellProblem(line, column, value, expected, List.of((Object[]) arguments));
    }

    /** What was expected, in words. */
    public String expected(Messages messages, Locale locale) {
        return messages.text(locale, expected, arguments.toArray());
    }

    /** The whole problem as one sentence. */
    public String sentence(Messages messages, Locale locale) {
        String wanted = expected(messages, locale);
        if (column == null) {
            return messages.text(locale, "tables.problem-row", line, wanted);
        }
        return value == null
                ? messages.text(locale, "tables.problem-column", line, column, wanted)
                : messages.text(locale, "tables.problem-cell", line, column, value, wanted);
    }
}
