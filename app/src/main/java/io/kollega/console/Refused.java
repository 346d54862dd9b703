package io.kollega.console;

import io.kollega.shell.Messages;
import io.kollega.tables.CellProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kollega.measurement.Outcome;

/** A command that can't be done, with the sentences that say why and what to do. */
final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // never serialized
    private final List<String> sentences;

    Refused(List<String> sentences) {
        super(String.join(System.lineSeparator(), sentences));
        this.sentences = List.copyOf(sentences);
    }

    Refused(String sentence) {
        this(List.of(sentence));
    }

    /** The estimate, or a refusal with the reason why there is none. */
    static <T> T orValue(Outcome<T> outcome) throws Refused {
        return switch (outcome) {
            case Outcome.Estimated<T>(T value) -> value;
            case Outcome.NotEnoughData<T>(String reason) ->
                    throw new Refused(
                            Character.toUpperCase(reason.charAt(0)) + reason.substring(1) + ".");
        };
    }

    /** Each problem of a file as a sentence. */
    static Refused of(List<CellProblem> problems, Messages messages, Locale locale) {
        List<String> sentences = new ArrayList<>();
        problems.forEach(problem -> sentences.add(problem.sentence(messages, locale)));
        sentences.add("Nothing was imported.");
        return new Refused(sentences);
    }

    List<String> sentences() {
        return sentences;
    }
}
