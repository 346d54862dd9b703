package io.kollega.access;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a login may look like: as in mail addresses, two to sixty-four characters. */
final class LoginRule {
    private static final Pattern LOGIN = Pattern.compile("[\\p{Ll}\\p{Nd}._@+-]{2,64}");

    private LoginRule() {}

    /** Message key of what is wrong with it, or null; asks for it as {@link Accounts#normal}. */
    static @Nullable String problem(String login) {
        return LOGIN.matcher(login).matches() ? null : "access.login.malformed";
    }
}
