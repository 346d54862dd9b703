package io.kollega.shell;

import java.text.Normalizer;

/**
 * One cleaning for every door: text without what nobody types and no page or database can bear:
 * control characters besides tab and line ends, halves of surrogate pairs, and the marks that turn
 * the direction of writing round and so disguise names. Blanks that no space bar makes go from the
 * edges, and a text of nothing visible is empty. Letters are composed (Unicode's NFC), so that й is
 * the same letter whichever keyboard it comes from.
 */
public final class CleanText {
    private CleanText() {}

    /** A text cleaned; the same object when there was nothing to clean. */
    public static String of(String text) {
        String fit = Invisible.trimmed(fit(text));
        return Normalizer.isNormalized(fit, Normalizer.Form.NFC)
                ? fit
                : Normalizer.normalize(fit, Normalizer.Form.NFC);
    }

    /**
     * The one form of what things are known by: codes, logins, numbers of another system. What
     * looks the same is the same: nothing invisible stands in it, and blanks of every kind are one
     * space. Not for texts that people write: emoji are joined by what is taken away here.
     */
    public static String key(String text) {
        return of(Invisible.shown(of(text)));
    }

    private static String fit(String text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                if (!paired(text, i)) {
                    return cleaned(text, i);
                }
                i++;
            } else if (unfit(c)) {
                return cleaned(text, i);
            }
        }
        return text;
    }

    private static String cleaned(String text, int from) {
        StringBuilder clean = new StringBuilder(text.length()).append(text, 0, from);
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isSurrogate(c)) {
                if (!unfit(c)) {
                    clean.append(c);
                }
            } else if (paired(text, i)) {
                clean.append(c).append(text.charAt(++i));
            }
        }
        return clean.toString();
    }

    private static boolean paired(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
    }

    private static boolean unfit(char c) {
        return c < ' ' && c != '\t' && c != '\n' && c != '\r'
                || c >= 0x7f && c <= 0x9f
                || c >= 0x202a && c <= 0x202e
                || c >= 0x2066 && c <= 0x2069;
    }
}
