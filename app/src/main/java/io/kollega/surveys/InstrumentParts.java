package io.kollega.surveys;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the parts of which an instrument consists, and notes what is wrong with them and where. */
final class InstrumentParts {
    private static final int LONGEST_TEXT = 4_000;
    private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_.-]{0,63}");

    private final List<Fault> faults = new ArrayList<>();
    private final List<String> languages = new ArrayList<>();

    List<Fault> faults() {
        return List.copyOf(faults);
    }

    /** The languages in which every text must stand. */
    List<String> languages() {
        return List.copyOf(languages);
    }

    void speak(String language) {
        languages.add(language);
    }

    String code(JsonNode json, String place) {
        JsonNode code = json.path("code");
        if (code.isString() && CODE.matcher(code.asString()).matches()) {
            return code.asString();
        }
        fault(
                at(place, "code"),
                "A code has 1 to 64 letters, digits, \"_\", \"-\" or \".\", and begins with a"
                        + " letter, digit or \"_\".");
        return "";
    }

    Texts texts(JsonNode json, String name, String place) {
        JsonNode texts = json.path(name);
        Map<String, String> read = new HashMap<>();
        if (!texts.isObject()) {
            fault(place, "Give the text in each language: {\"ru\": \"..\"}.");
            return new Texts(read);
        }
        for (String language : texts.propertyNames()) {
            if (!languages.contains(language)) {
                fault(place + "." + language, "The instrument doesn't name this language.");
            }
        }
        for (String language : languages) {
            JsonNode text = texts.path(language);
            if (!text.isString() || text.asString().isBlank()) {
                fault(place + "." + language, "The text is missing in this language.");
            } else if (text.asString().length() > LONGEST_TEXT) {
                fault(
                        place + "." + language,
                        "A text has at most " + LONGEST_TEXT + " characters.");
            } else {
                read.put(language, text.asString());
            }
        }
        return new Texts(read);
    }

    JsonNode list(JsonNode json, String name, String place) {
        JsonNode list = json.path(name);
        if (!list.isArray() || list.isEmpty()) {
            fault(at(place, name), "Give a list with at least one element.");
        }
        return list;
    }

    boolean flag(JsonNode json, String name, String place) {
        JsonNode flag = json.path(name);
        if (!flag.isMissingNode() && !flag.isBoolean()) {
            fault(at(place, name), "Must be true or false.");
        }
        return flag.isBoolean() && flag.asBoolean();
    }

    int whole(JsonNode json, String name, String place, int from, int to, int usually) {
        JsonNode number = json.path(name);
        if (number.isMissingNode()) {
            return usually;
        }
        if (number.isIntegralNumber()
                && number.canConvertToInt()
                && number.asInt() >= from
                && number.asInt() <= to) {
            return number.asInt();
        }
        fault(at(place, name), "Must be a whole number from " + from + " to " + to + ".");
        return usually;
    }

    @Nullable Double number(JsonNode json, String name, String place) {
        JsonNode number = json.path(name);
        if (number.isMissingNode() || number.isNull()) {
            return null;
        }
        if (number.isNumber() && Double.isFinite(number.asDouble())) {
            return number.asDouble();
        }
        fault(at(place, name), "Must be a number.");
        return null;
    }

    void only(JsonNode json, String place, Set<String> known) {
        if (json.isObject()) {
            json.propertyNames().stream()
                    .filter(name -> !known.contains(name))
                    .forEach(name ->
                            fault(
                                    at(place, name),
                                    "Unknown here; known are "
                                            + known.stream().sorted().toList()
                                            + "."));
        }
    }

    private static String at(String place, String name) {
        return place.isEmpty() ? name : place + "." + name;
    }

    void fault(String place, String sentence) {
        faults.add(new Fault(place, sentence));
    }
}
