package io.kollega.surveys;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Questions under one title.
 *
 * @param when the condition under which it is shown at all; null for always
 */
public record Section(String code, Texts title, @Nullable String when, List<Question> questions) {
    public Section {
        questions = List.copyOf(questions);
    }
}
