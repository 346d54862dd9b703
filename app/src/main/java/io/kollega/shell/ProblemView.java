package io.kollega.shell;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page that says what went wrong and what to do.
 *
 * @param sentence replaces the usual advice
 * @param typed what was typed and is not kept, to be copied
 * @param back where it was typed; null if that is not known
 */
public record ProblemView(
        Problem problem, @Nullable String sentence, List<String> typed, @Nullable String back) {
    public ProblemView(Problem problem, @Nullable String sentence) {
        this(problem, sentence, List.of(), null);
    }
}
