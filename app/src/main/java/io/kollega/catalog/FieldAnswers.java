package io.kollega.catalog;

import java.util.Map;

/** What a client filled in, checked against the fields of a standard. */
public sealed interface FieldAnswers {
    /** Everything that must be given is given, and of the right kind; unknown keys are gone. */
    record Complete(Map<String, String> values) implements FieldAnswers {}

    /**
     * Something is missing or of the wrong kind.
     *
     * @param problems field key to message key
     */
    record Incomplete(Map<String, String> problems) implements FieldAnswers {}
}
