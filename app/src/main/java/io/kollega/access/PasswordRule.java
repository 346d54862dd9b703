package io.kollega.access;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a password must be: long enough, and not the login. No rules on kinds of characters, as NIST
 * SP 800-63B advises.
 */
final class PasswordRule {
    static final int SHORTEST = 12;
    static final int LONGEST = 200;

    private PasswordRule() {}

    /** Message key of what is wrong with it, or null. */
    static @Nullable String problem(String password, String again, String login) {
        if (length(password) < SHORTEST) {
            return "access.password.too-short";
        }
        if (tooLong(password)) {
            return "access.password.too-long";
        }
        if (password.toLowerCase(Locale.ROOT).contains(login) && login.length() > 2) {
            return "access.password.has-login";
        }
        return password.equals(again) ? null : "access.password.not-again";
    }

    /** Whether nobody can have it. */
    static boolean tooLong(String password) {
        return length(password) > LONGEST;
    }

    private static int length(String password) {
        String normal = Passwords.normal(password);
        return normal.codePointCount(0, normal.length());
    }
}
