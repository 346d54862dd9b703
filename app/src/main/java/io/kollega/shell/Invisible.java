package io.kollega.shell;

import java.util.Set;

/**
 * What leaves no trace on a page. Texts that consist of nothing else pass for texts and are none:
 * links without words, names that can't be told apart.
 */
final class Invisible {
    /** Letters and marks by their kind that are drawn as nothing. */
    private static final Set<Integer> DRAWN_AS_NOTHING =
            Set.of(0x34f, 0x115f, 0x1160, 0x17b4, 0x17b5, 0x2800, 0x3164, 0xffa0);

    /** Formatting characters by their kind that are drawn all the same: signs before numbers. */
    private static final Set<Integer> DRAWN =
            Set.of(
                    0x600, 0x601, 0x602, 0x603, 0x604, 0x605, 0x6dd, 0x70f, 0x890, 0x891, 0x8e2,
                    0x110bd, 0x110cd);

    private enum Kind {
        VISIBLE,
        /** What a keyboard makes: taken from the edges where a field wants it, not here. */
        ORDINARY,
        /** Shows nothing by itself but belongs to the sign before it, as in flags and hearts. */
        COMPANION,
        ODD
    }

    private Invisible() {}

    /**
     * The text without odd blanks at its edges, and without anything if nothing of it is visible;
     * the same object when there was nothing to take away.
     */
    static String trimmed(String text) {
        int from = 0;
        int begin = 0;
        while (begin < text.length()) {
            int point = text.codePointAt(begin);
            Kind kind = kind(point);
            if (kind == Kind.VISIBLE) {
                break;
            }
            begin += Character.charCount(point);
            if (kind == Kind.ODD) {
                from = begin;
            }
        }
        if (begin == text.length()) {
            return "";
        }
        int until = text.length();
        for (int end = text.length(); end > begin; ) {
            int point = text.codePointBefore(end);
            Kind kind = kind(point);
            if (kind == Kind.VISIBLE) {
                break;
            }
            end -= Character.charCount(point);
            if (kind == Kind.ODD) {
                until = end;
            }
        }
        return text.substring(from, until);
    }

    /**
     * The text without anything that shows nothing, wherever it stands, blanks of every kind being
     * one space between what is visible; the same object when there was nothing to change.
     */
    static String shown(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        boolean blank = false;
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            if (kind(point) == Kind.VISIBLE) {
                if (blank && !shown.isEmpty()) {
                    shown.append(' ');
                }
                shown.appendCodePoint(point);
                blank = false;
            } else {
                blank |= Character.isWhitespace(point) || Character.isSpaceChar(point);
            }
        }
        return shown.toString().equals(text) ? text : shown.toString();
    }

    private static Kind kind(int point) {
        if (point > ' ' && point < 0x7f) {
            return Kind.VISIBLE;
        }
        if (point == ' ' || point == '\t' || point == '\n' || point == '\r') {
            return Kind.ORDINARY;
        }
        if (point >= 0xfe00 && point <= 0xfe0f || point >= 0xe0000 && point <= 0xe01ef) {
            return Kind.COMPANION;
        }
        if (DRAWN_AS_NOTHING.contains(point)) {
            return Kind.ODD;
        }
        return switch (Character.getType(point)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    Kind.ODD;
            case Character.FORMAT -> DRAWN.contains(point) ? Kind.VISIBLE : Kind.ODD;
            default -> Kind.VISIBLE;
        };
    }
}
