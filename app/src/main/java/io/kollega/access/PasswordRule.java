package io.kollega.access;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a password must be: long enough, and not the login. No rules on kinds of characters, as NIST
 * SP 800-63B advises.
 */
final class PasswordRule {
    private PasswordRule() {}

    /** Message key of what is wrong with it, or null. */
    static @Nullable String problem(String password, String again, String login) {
        if (password.codePointCount(0, password.length()) < Passwords.SHORTEST) {
            return "access.password.too-short";
        }
        if (password.length() > Passwords.LONGEST) {
            return "access.password.too-long";
        }
        if (password.toLowerCase(Locale.ROOT).contains(login) && login.length() > 2) {
            return "access.password.has-login";
        }
        return password.equals(again) ? null : "access.password.not-again";
    }
}
