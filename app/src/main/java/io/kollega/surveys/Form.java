package io.kollega.surveys;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** How a question is answered: its kind, and which answers fit. */
public sealed interface Form {
    /** What is answered by somebody who can't tell. */
    String CANT_JUDGE = "cant-judge";

    /** The kind's name in instruments. */
    String kind();

    /** Why an answer doesn't fit, as a sentence; empty if it does. */
    Optional<String> fault(JsonNode answer);

    /** From 0 to 10. */
    record Score() implements Form {
        @Override
        public String kind() {
            return "score";
        }

        @Override
        public Optional<String> fault(JsonNode answer) {
            return Fits.whole(answer, 0, 10);
        }
    }

    /**
     * From 1, disagree, to 5, agree, or {@link #CANT_JUDGE}.
     *
     * @param rows of a matrix, each answered by itself; none for a single statement
     * @param reversed whether agreeing is unfavourable
     */
    record Agreement(List<Option> rows, boolean reversed) implements Form {
        public Agreement {
            rows = List.copyOf(rows);
        }

        @Override
        public String kind() {
            return "agreement";
        }

        @Override
        public Optional<String> fault(JsonNode answer) {
            if (rows.isEmpty()) {
                return step(answer);
            }
            if (!answer.isObject()) {
                return Optional.of("Answer each row: {\"row\": 1 to 5}.");
            }
            Set<String> given = Set.copyOf(answer.propertyNames());
            return Fits.strangers(given, rows)
                    .or(() -> missing(given))
                    .or(() ->
                            rows.stream()
                                    .flatMap(row -> step(answer.get(row.code())).stream())
                                    .findFirst());
        }

        private Optional<String> missing(Set<String> given) {
            return rows.stream()
                    .map(Option::code)
                    .filter(row -> !given.contains(row))
                    .findFirst()
                    .map(row -> "Row " + row + " is missing: answer every row.");
        }

        private static Optional<String> step(JsonNode answer) {
            return answer.isString() && answer.asString().equals(CANT_JUDGE)
                    ? Optional.empty()
                    : Fits.whole(answer, 1, 5).map(it -> it + " Or \"" + CANT_JUDGE + "\".");
        }
    }

    /** One of several options, or any number of them, at least one. */
    record Choice(List<Option> options, boolean multiple) implements Form {
        public Choice {
            options = List.copyOf(options);
        }

        @Override
        public String kind() {
            return "choice";
        }

        @Override
        public Optional<String> fault(JsonNode answer) {
            return multiple ? Fits.several(answer, options) : Fits.one(answer, options);
        }
    }

    /** All options, the first the best. */
    record Ranking(List<Option> options) implements Form {
        public Ranking {
            options = List.copyOf(options);
        }

        @Override
        public String kind() {
            return "ranking";
        }

        @Override
        public Optional<String> fault(JsonNode answer) {
            return Fits.several(answer, options)
                    .or(() ->
                            answer.size() == options.size()
                                    ? Optional.empty()
                                    : Optional.of(
                                            "Rank every option: " + Fits.codes(options) + "."));
        }
    }

    /** A number of points split over the options; an option left out gets none. */
    record Points(List<Option> options, int total) implements Form {
        public Points {
            options = List.copyOf(options);
        }

        @Override
        public String kind() {
            return "points";
        }

        @Override
        public Optional<String> fault(JsonNode answer) {
            if (!answer.isObject()) {
                return Optional.of("Give points to options: {\"option\": points}.");
            }
            return Fits.strangers(answer.propertyNames(), options).or(() -> sum(answer));
        }

        private Optional<String> sum(JsonNode answer) {
            double sum = 0;
            for (JsonNode points : answer) {
                if (!points.isNumber() || points.asDouble() < 0) {
                    return Optional.of("Points are numbers from 0.");
                }
                sum += points.asDouble();
            }
            return Math.abs(sum - total) < 1e-9
                    ? Optional.empty()
                    : Optional.of("The points must add up to " + total + ".");
        }
    }

    /** A number within its bounds, where there are any. */
    record Number(@Nullable Double min, @Nullable Double max) implements Form {
        @Override
        public String kind() {
            return "number";
        }

        @Override
        public Optional<String> fault(JsonNode answer) {
            if (!answer.isNumber() || !Double.isFinite(answer.asDouble())) {
                return Optional.of("Answer with a number.");
            }
            double value = answer.asDouble();
            return (min != null && value < min) || (max != null && value > max)
                    ? Optional.of("The number must lie " + bounds() + ".")
                    : Optional.empty();
        }

        private String bounds() {
            return min == null
                    ? "up to " + max
                    : max == null ? "from " + min : "from " + min + " to " + max;
        }
    }

    /** A day. */
    record Day() implements Form {
        @Override
        public String kind() {
            return "date";
        }

        @Override
        public Optional<String> fault(JsonNode answer) {
            try {
                if (answer.isString()) {
                    LocalDate.parse(answer.asString());
                    return Optional.empty();
                }
            } catch (DateTimeException e) {
                return Optional.of("There is no such day: write it as 2026-03-31.");
            }
            return Optional.of("Write the day as 2026-03-31.");
        }
    }

    /**
     * Own words.
     *
     * @param longest characters at most
     */
    record Text(int longest) implements Form {
        /** Unless an instrument says otherwise. */
        static final int USUALLY = 2_000;

        @Override
        public String kind() {
            return "text";
        }

        @Override
        public Optional<String> fault(JsonNode answer) {
            if (!answer.isString()) {
                return Optional.of("Answer with a text.");
            }
            String text = answer.asString();
            return text.codePointCount(0, text.length()) <= longest
                    ? Optional.empty()
                    : Optional.of("The text may have " + longest + " characters.");
        }
    }

    /**
     * What one would do. Each way weighs the interests of the client, the company and one's own.
     *
     * @param weights of each option by its code: client, company, own
     */
    record Situation(List<Option> options, Map<String, Weights> weights) implements Form {
        public Situation {
            options = List.copyOf(options);
            weights = Map.copyOf(weights);
        }

        @Override
        public String kind() {
            return "situation";
        }

        @Override
        public Optional<String> fault(JsonNode answer) {
            return Fits.one(answer, options);
        }
    }

    /** Whose interests a way of acting serves, each from 0. */
    record Weights(double client, double company, double own) {}

    /**
     * Is it known? Right is who chose all the right options and no other.
     *
     * @param points for a right answer
     */
    record Knowledge(List<Option> options, Set<String> right, double points) implements Form {
        public Knowledge {
            options = List.copyOf(options);
            right = Set.copyOf(right);
        }

        @Override
        public String kind() {
            return "knowledge";
        }

        @Override
        public Optional<String> fault(JsonNode answer) {
            return answer.isArray() ? Fits.several(answer, options) : Fits.one(answer, options);
        }

        /** Whether a fitting answer is right. */
        public boolean isRight(JsonNode answer) {
            Set<String> chosen = new HashSet<>();
            if (answer.isArray()) {
                answer.forEach(it -> chosen.add(it.asString()));
            } else {
                chosen.add(answer.asString());
            }
            return chosen.equals(right);
        }
    }
}
