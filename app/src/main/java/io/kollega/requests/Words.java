package io.kollega.requests;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What people type, as it is kept: no control characters, line ends as \n, no blank edges. */
final class Words {
    private static final Pattern LINE_END = Pattern.compile("\\r\\n?");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private Words() {}

    static String text(@Nullable String typed) {
        if (typed == null) {
            return "";
        }
        String lines = LINE_END.matcher(typed).replaceAll("\n");
        return CONTROL.matcher(lines).replaceAll("").strip();
    }

    static String line(@Nullable String typed) {
        return BLANKS.matcher(text(typed)).replaceAll(" ");
    }
}
