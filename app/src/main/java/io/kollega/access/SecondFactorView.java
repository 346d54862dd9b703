package io.kollega.access;

import org.jspecify.annotations.Nullable;

/**
 * Asks for the second factor.
 *
 * @param to where to go afterwards
 * @param problem message key of why the last one was refused
 * @param amount of seconds or minutes to wait, if the problem says so
 */
record SecondFactorView(
        SecondFactors.Held held, String to, @Nullable String problem, long amount) {}
