package io.kollega.access;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A form that sets a password.
 *
 * @param secret of the one-time link; null for who is signed in and knows their password
 * @param problems field to message key
 */
record PasswordView(
        String login, @Nullable String secret, boolean hasPassword, Map<String, String> problems) {}
