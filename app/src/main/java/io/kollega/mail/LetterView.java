package io.kollega.mail;

import io.kollega.shell.Messages;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a mail says, in its reader's language; as text and as HTML it says the same. */
record LetterView(
        Messages messages, Locale locale, String subject, List<Piece> pieces, String settings) {
    /**
     * One thing that has happened.
     *
     * @param words what was said; null where nothing was
     * @param link where it stands
     */
    record Piece(String title, String sentence, @Nullable String words, String link) {}

    String t(String key, Object... arguments) {
        return messages.text(locale, key, arguments);
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (Piece piece : pieces) {
            text.append(piece.title()).append("\r\n").append(piece.sentence()).append("\r\n\r\n");
            if (piece.words() != null) {
                piece.words()
                        .lines()
                        .forEach(line -> text.append("> ").append(line).append("\r\n"));
                text.append("\r\n");
            }
            text.append(piece.link()).append("\r\n\r\n");
        }
        return text.append("-- \r\n")
                .append(t("mail.why"))
                .append("\r\n")
                .append(settings)
                .append("\r\n")
                .toString();
    }
}
