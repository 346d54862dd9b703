package io.kollega.tables;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * How a text is written in bytes. UTF-16 is known by its mark; Windows-1251, which Excel writes in
 * Russia, by being no UTF-8 and reading as Russian words.
 */
public enum TextEncoding {
    UTF_8("UTF-8", StandardCharsets.UTF_8, 0xef, 0xbb, 0xbf),
    UTF_16_LE("UTF-16", StandardCharsets.UTF_16LE, 0xff, 0xfe),
    UTF_16_BE("UTF-16", StandardCharsets.UTF_16BE, 0xfe, 0xff),
    WINDOWS_1251("Windows-1251", Charset.forName("windows-1251"));

    private final String title;
    private final Charset charset;
    private final int[] mark;

    TextEncoding(String title, Charset charset, int... mark) {
        this.title = title;
        this.charset = charset;
        this.mark = mark;
    }

    /** Its name, the same in every language. */
    public String title() {
        return title;
    }

    Charset charset() {
        return charset;
    }

    /** The encoding of a text that begins with these bytes. */
    static TextEncoding of(byte[] start) {
        for (TextEncoding marked : values()) {
            if (marked.mark.length > 0 && marked.marked(start) > 0) {
                return marked;
            }
        }
        return !isUtf8(start) && isRussian(start) ? WINDOWS_1251 : UTF_8;
    }

    /** How many bytes the mark at the beginning takes; 0 without one. */
    int marked(byte[] start) {
        if (start.length < mark.length) {
            return 0;
        }
        for (int i = 0; i < mark.length; i++) {
            if (Byte.toUnsignedInt(start[i]) != mark[i]) {
                return 0;
            }
        }
        return mark.length;
    }

    /** The beginning in letters, with a sign where bytes are no text. */
    String decoded(byte[] start) {
        int from = marked(start);
        return new String(start, from, start.length - from, charset);
    }

    /** The last letter may be cut off. */
    private static boolean isUtf8(byte[] start) {
        CharsetDecoder strict =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        return !strict.decode(ByteBuffer.wrap(start), CharBuffer.allocate(start.length), false)
                .isError();
    }

    /**
     * Whether the bytes beyond ASCII are nearly all Russian letters that stand beside one another:
     * other alphabets of one byte have single letters among Latin ones, and broken UTF-8 has a sign
     * that is no letter after each.
     */
    private static boolean isRussian(byte[] start) {
        int beyond = 0;
        int letters = 0;
        int mixed = 0;
        for (int i = 0; i < start.length; i++) {
            int b = Byte.toUnsignedInt(start[i]);
            if (b < ' ' && b != '\t' && b != '\n' && b != '\r' || b == 0x98) {
                return false;
            }
            if (b < 0x80) {
                continue;
            }
            beyond++;
            if (isLetter(b)) {
                letters++;
                mixed += isLatin(start, i - 1) || isLatin(start, i + 1) ? 1 : 0;
            }
        }
        return 5 * letters >= 4 * beyond && 10 * mixed <= letters;
    }

    private static boolean isLetter(int b) {
        return b >= 0xc0 || b == 0xa8 || b == 0xb8;
    }

    private static boolean isLatin(byte[] text, int i) {
        return i >= 0
                && i < text.length
                && (text[i] >= 'a' && text[i] <= 'z' || text[i] >= 'A' && text[i] <= 'Z');
    }
}
