package io.kollega.surveys;

import org.jspecify.annotations.Nullable;

/**
 * One question. Once it has been answered it is never changed, only followed by a new version of
 * its instrument.
 *
 * @param code unique in its instrument; answers stand under it
 * @param when the condition under which it is asked, in CEL over earlier answers; null for always
 * @param form how it is answered
 */
public record Question(
        String code, Texts text, boolean required, @Nullable String when, Form form) {}
