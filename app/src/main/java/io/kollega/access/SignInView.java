package io.kollega.access;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sign-in page.
 *
 * @param to where to go afterwards
 * @param problem message key of why the last attempt was refused
 * @param delay how many seconds or minutes to wait, where the problem says so
 * @param cast logins offered at one click, in a demonstration
 */
record SignInView(
        String login, String to, @Nullable String problem, long delay, List<String> cast) {}
