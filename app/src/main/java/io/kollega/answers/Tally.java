package io.kollega.answers;

import io.kollega.surveys.Form;
import io.kollega.surveys.Instrument;
import io.kollega.surveys.Question;
import io.kollega.surveys.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Adds up the answers of those who share a key, one person after the other. */
final class Tally {
    private static final int TURNED = 6;
    private static final int FAVOURABLE_FROM = 4;

    /**
     * Of what these are sums.
     *
     * @param option an option or the row of a matrix; empty for the question itself
     */
    record Of(String question, String option) implements Comparable<Of> {
        @Override
        public int compareTo(Of other) {
            int byQuestion = question.compareTo(other.question);
            return byQuestion == 0 ? option.compareTo(other.option) : byQuestion;
        }
    }

    private final Instrument instrument;
    private final Map<Of, Sums> sums = new TreeMap<>();
    private int answered;
    private int withdrawn;

    Tally(Instrument instrument) {
        this.instrument = instrument;
    }

    Map<Of, Sums> sums() {
        return sums;
    }

    int answered() {
        return answered;
    }

    int withdrawn() {
        return withdrawn;
    }

    /**
     * Adds what one person answered.
     *
     * @param answers null if it was withdrawn
     */
    void add(@Nullable JsonNode answers) {
        if (answers == null || answers.isNull()) {
            withdrawn++;
            return;
        }
        answered++;
        for (Section section : instrument.sections()) {
            List<OptionalInt> steps = new ArrayList<>();
            for (Question question : section.questions()) {
                JsonNode answer = answers.get(question.code());
                if (answer != null) {
                    add(question, answer, steps);
                }
            }
            add(section, steps);
        }
    }

    private void add(Question question, JsonNode answer, List<OptionalInt> steps) {
        String code = question.code();
        switch (question.form()) {
            case Form.Score _ -> add(code, "", Sums.step(answer.asInt()));
            case Form.Agreement agreement -> {
                BiConsumer<String, JsonNode> judge =
                        (row, given) -> {
                            OptionalInt step = step(given, agreement.reversed());
                            steps.add(step);
                            add(
                                    code,
                                    row,
                                    step.isPresent()
                                            ? Sums.step(step.getAsInt())
                                            : Sums.unjudged());
                        };
                if (agreement.rows().isEmpty()) {
                    judge.accept("", answer);
                } else {
                    agreement
                            .rows()
                            .forEach(row -> judge.accept(row.code(), answer.get(row.code())));
                }
            }
            case Form.Choice _, Form.Situation _ -> add(code, "", Sums.chosen(texts(answer)));
            case Form.Ranking _ -> {
                for (int place = 0; place < answer.size(); place++) {
                    add(code, answer.get(place).asString(), Sums.step(place + 1));
                }
            }
            case Form.Points points ->
                    points.options()
                            .forEach(option ->
                                    add(
                                            code,
                                            option.code(),
                                            Sums.number(answer.path(option.code()).asDouble(0))));
            case Form.Number _ -> add(code, "", Sums.number(answer.asDouble()));
            case Form.Knowledge knowledge ->
                    add(
                            code,
                            "",
                            Sums.chosen(List.of(knowledge.isRight(answer) ? "right" : "wrong")));
            // Days are not added up, and what people wrote must not be read before it is guarded.
            case Form.Day _, Form.Text _ -> {}
        }
    }

    private void add(Section section, List<OptionalInt> steps) {
        if (steps.isEmpty()) {
            return;
        }
        String code = Tallies.SECTION + section.code();
        int[] judged = steps.stream().flatMapToInt(OptionalInt::stream).toArray();
        if (judged.length == 0) {
            add(code, "", Sums.unjudged());
            add(code, Tallies.FAVOURABLE, Sums.unjudged());
            return;
        }
        double sum = 0;
        double favourable = 0;
        for (int step : judged) {
            sum += step;
            favourable += step >= FAVOURABLE_FROM ? 1 : 0;
        }
        add(code, "", Sums.number(sum / judged.length));
        add(code, Tallies.FAVOURABLE, Sums.number(favourable / judged.length));
    }

    private void add(String question, String option, Sums one) {
        sums.merge(new Of(question, option), one, Sums::plus);
    }

    private static OptionalInt step(JsonNode answer, boolean reversed) {
        if (!answer.isIntegralNumber()) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(reversed ? TURNED - answer.asInt() : answer.asInt());
    }

    private static List<String> texts(JsonNode answer) {
        List<String> texts = new ArrayList<>();
        if (answer.isArray()) {
            answer.forEach(each -> texts.add(each.asString()));
        } else {
            texts.add(answer.asString());
        }
        return texts;
    }
}
