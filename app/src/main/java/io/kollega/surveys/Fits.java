package io.kollega.surveys;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Whether a part of an answer fits: empty, or a sentence that says what would. */
final class Fits {
    private Fits() {}

    static Optional<String> whole(JsonNode answer, int from, int to) {
        return answer.isIntegralNumber()
                        && answer.canConvertToInt()
                        && answer.asInt() >= from
                        && answer.asInt() <= to
                ? Optional.empty()
                : Optional.of("Answer with a whole number from " + from + " to " + to + ".");
    }

    static Optional<String> one(JsonNode answer, List<Option> options) {
        return answer.isString() && has(options, answer.asString())
                ? Optional.empty()
                : Optional.of("Choose one of " + codes(options) + ".");
    }

    static Optional<String> several(JsonNode answer, List<Option> options) {
        Set<String> chosen = new HashSet<>();
        boolean fits = answer.isArray() && !answer.isEmpty();
        for (JsonNode each : answer) {
            fits &= each.isString() && has(options, each.asString()) && chosen.add(each.asString());
        }
        return fits
                ? Optional.empty()
                : Optional.of("Choose each at most once, as a list of " + codes(options) + ".");
    }

    static Optional<String> strangers(Collection<String> given, List<Option> options) {
        return given.stream()
                .filter(code -> !has(options, code))
                .findFirst()
                .map(code -> "There is no " + code + " here, only " + codes(options) + ".");
    }

    private static boolean has(List<Option> options, String code) {
        return options.stream().anyMatch(option -> option.code().equals(code));
    }

    static String codes(List<Option> options) {
        return options.stream().map(Option::code).collect(Collectors.joining(", "));
    }
}
