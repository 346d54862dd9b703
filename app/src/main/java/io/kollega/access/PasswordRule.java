package io.kollega.access;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a password must be: long enough, not made of its owner's words, not among those that are
 * tried first. No rules on kinds of characters and no expiry, as NIST SP 800-63B advises, whose
 * length for a password without a second factor it is.
 */
@Component
final class PasswordRule {
    static final int SHORTEST = 15;
    static final int LONGEST = 200;

    /** So much must be left when the owner's words are taken out. */
    private static final int OF_ITS_OWN = 8;

    private final Guessable guessable;

    PasswordRule(Guessable guessable) {
        this.guessable = guessable;
    }

    /**
     * Message key of what is wrong with it, or null.
     *
     * @param ownWords of the one whose password it is to be, as {@link OwnWords} has them
     */
    @Nullable String problem(String typed, String again, List<String> ownWords) {
        String password = Passwords.normal(typed);
        if (length(password) < SHORTEST) {
            return "access.password.too-short";
        }
        if (tooLong(password)) {
            return "access.password.too-long";
        }
        if (isMadeOf(ownWords, password)) {
            return "access.password.own-words";
        }
        if (guessable.soon(password)) {
            return "access.password.guessable";
        }
        return password.equals(Passwords.normal(again)) ? null : "access.password.not-again";
    }

    private static boolean isMadeOf(List<String> words, String password) {
        String left = password.toLowerCase(Locale.ROOT);
        for (String word : words) {
            left = left.replace(word, "");
        }
        return left.codePoints().filter(Character::isLetterOrDigit).count() < OF_ITS_OWN
                && left.length() < password.length();
    }

    /** Whether nobody can have it. */
    static boolean tooLong(String password) {
        return length(Passwords.normal(password)) > LONGEST;
    }

    private static int length(String password) {
        return password.codePointCount(0, password.length());
    }
}
