package io.kollega.shell;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * The text of a header. The container gives each byte for a letter; what browsers and programs mean
 * by bytes beyond ASCII is UTF-8. What is no text in either way is left out.
 */
final class HeaderText {
    private HeaderText() {}

    static String of(String bytes) {
        for (int i = 0; i < bytes.length(); i++) {
            char c = bytes.charAt(i);
            if (c < ' ' && c != '\t' || c > '~') {
                return CleanText.of(decoded(bytes));
            }
        }
        return bytes;
    }

    private static String decoded(String bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException _) {
            return bytes;
        }
    }
}
