package io.kollega.surveys;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An instrument made ready to be filled in: says which answers fit, and which are asked for. */
public final class Sheet {
    private final Instrument instrument;
    private final Conditions conditions = new Conditions();

    private Sheet(Instrument instrument) {
        this.instrument = instrument;
        List<Question> earlier = new ArrayList<>();
        for (Section section : instrument.sections()) {
            prepare(section.when(), earlier);
            for (Question question : section.questions()) {
                prepare(question.when(), earlier);
                earlier.add(question);
            }
        }
    }

    /** The sheet of an instrument that was read without a fault. */
    static Sheet of(Instrument instrument) {
        return new Sheet(instrument);
    }

    private void prepare(@Nullable String when, List<Question> earlier) {
        if (when != null) {
            conditions
                    .fault(when, earlier)
                    .ifPresent(wrong -> {
                        throw new IllegalStateException(when + ": " + wrong);
                    });
        }
    }

    public Instrument instrument() {
        return instrument;
    }

    /** What came of looking at answers. */
    public sealed interface Checked {
        /**
         * They fit.
         *
         * @param answers by the codes of questions, in their order, without what was left empty
         */
        record Fits(Map<String, JsonNode> answers) implements Checked {}

        /** They don't. The place of each fault is the code of its question. */
        record Wrong(List<Fault> faults) implements Checked {}
    }

    /**
     * Looks at answers as a whole: none to what was not asked, none missing that is required.
     *
     * @param given an object with an answer by the code of each question that was answered
     */
    public Checked check(JsonNode given) {
        if (!given.isObject()) {
            return new Checked.Wrong(List.of(new Fault("answers", "Give answers by their codes.")));
        }
        List<Fault> faults = new ArrayList<>();
        Set<String> known = new HashSet<>();
        Map<String, JsonNode> answers = new LinkedHashMap<>();
        for (Section section : instrument.sections()) {
            boolean open = shown(section.when(), answers);
            for (Question question : section.questions()) {
                known.add(question.code());
                look(question, open, given.get(question.code()), answers).ifPresent(faults::add);
            }
        }
        given.propertyNames().stream()
                .filter(code -> !known.contains(code))
                .forEach(code -> faults.add(new Fault(code, "No question has this code.")));
        return faults.isEmpty() ? new Checked.Fits(answers) : new Checked.Wrong(faults);
    }

    private Optional<Fault> look(
            Question question,
            boolean open,
            @Nullable JsonNode answer,
            Map<String, JsonNode> answers) {
        boolean asked = open && shown(question.when(), answers);
        if (answer == null || empty(answer)) {
            return asked && question.required()
                    ? Optional.of(new Fault(question.code(), "Answer this question."))
                    : Optional.empty();
        }
        if (!asked) {
            return Optional.of(
                    new Fault(
                            question.code(),
                            "This is not asked after the other answers: leave it out."));
        }
        Optional<Fault> fault =
                question.form().fault(answer).map(it -> new Fault(question.code(), it));
        if (fault.isEmpty()) {
            answers.put(question.code(), answer);
        }
        return fault;
    }

    private boolean shown(@Nullable String when, Map<String, JsonNode> answers) {
        return when == null || conditions.holds(when, answers);
    }

    private static boolean empty(JsonNode answer) {
        return answer.isNull() || answer.isString() && answer.asString().isBlank();
    }
}
