package io.kollega.surveys;

import io.kollega.surveys.Form.Weights;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads an instrument from JSON and lists everything that is wrong with it, each at its place. */
final class InstrumentReader {
    private static final int MOST_QUESTIONS = 500;
    private static final int MOST_OPTIONS = 200;
    private static final int LONGEST_TEXT = 4_000;
    private static final int MOST_POINTS = 10_000;
    private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_.-]{0,63}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");
    private static final Set<String> OF_ALL = Set.of("code", "kind", "text", "required", "when");
    private static final Map<String, Set<String>> OF_KIND =
            Map.of(
                    "score", Set.of(),
                    "agreement", Set.of("rows", "reversed"),
                    "choice", Set.of("options", "multiple"),
                    "ranking", Set.of("options"),
                    "points", Set.of("options", "total"),
                    "number", Set.of("min", "max"),
                    "date", Set.of(),
                    "text", Set.of("longest"),
                    "situation", Set.of("options"),
                    "knowledge", Set.of("options", "right", "points"));

    private final List<Fault> faults = new ArrayList<>();
    private final List<String> languages = new ArrayList<>();
    private final Map<String, Question> earlier = new LinkedHashMap<>();
    private final Conditions conditions = new Conditions();

    private InstrumentReader() {}

    /** What came of reading: an instrument, or else at least one fault. */
    sealed interface Reading {
        record Good(Instrument instrument) implements Reading {}

        record Bad(List<Fault> faults) implements Reading {}
    }

    static Reading read(JsonNode json) {
        InstrumentReader reader = new InstrumentReader();
        Instrument instrument = reader.instrument(json);
        return reader.faults.isEmpty()
                ? new Reading.Good(instrument)
                : new Reading.Bad(List.copyOf(reader.faults));
    }

    private Instrument instrument(JsonNode json) {
        if (!json.isObject()) {
            fault("", "An instrument is a JSON object.");
            return new Instrument("", List.of(), new Texts(Map.of()), List.of());
        }
        only(json, "", Set.of("code", "languages", "title", "sections"));
        String code = code(json, "");
        for (JsonNode language : list(json, "languages", "")) {
            String tag = language.isString() ? language.asString() : "";
            if (!LANGUAGE.matcher(tag).matches() || languages.contains(tag)) {
                fault("languages", "Name each language once, by its code, such as ru or en.");
            } else {
                languages.add(tag);
            }
        }
        Texts title = texts(json, "title", "title");
        List<Section> sections = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        JsonNode all = list(json, "sections", "");
        for (int i = 0; i < all.size(); i++) {
            sections.add(section(all.get(i), "sections[" + i + "]", codes));
        }
        if (earlier.isEmpty()) {
            fault("sections", "Ask at least one question.");
        }
        if (earlier.size() > MOST_QUESTIONS) {
            fault("sections", "Ask at most " + MOST_QUESTIONS + " questions.");
        }
        return new Instrument(code, languages, title, sections);
    }

    private Section section(JsonNode json, String place, Set<String> codes) {
        only(json, place, Set.of("code", "title", "when", "questions"));
        String code = code(json, place);
        if (!codes.add(code)) {
            fault(place + ".code", "Another section has the code " + code + ".");
        }
        Texts title = texts(json, "title", place + ".title");
        String when = when(json, place);
        List<Question> questions = new ArrayList<>();
        JsonNode all = list(json, "questions", place);
        for (int i = 0; i < all.size(); i++) {
            questions.add(question(all.get(i), place + ".questions[" + i + "]"));
        }
        return new Section(code, title, when, questions);
    }

    private Question question(JsonNode json, String place) {
        String code = code(json, place);
        String kind = json.path("kind").asString("");
        Set<String> more = OF_KIND.get(kind);
        if (more == null) {
            fault(
                    place + ".kind",
                    "The kind must be one of "
                            + OF_KIND.keySet().stream().sorted().toList()
                            + ", not \""
                            + kind
                            + "\".");
        } else {
            Set<String> known = new HashSet<>(OF_ALL);
            known.addAll(more);
            only(json, place, known);
        }
        Texts text = texts(json, "text", place + ".text");
        String when = when(json, place);
        Question question =
                new Question(
                        code, text, flag(json, "required", place), when, form(kind, json, place));
        if (earlier.putIfAbsent(code, question) != null) {
            fault(place + ".code", "Another question has the code " + code + ".");
        }
        return question;
    }

    private Form form(String kind, JsonNode json, String place) {
        return switch (kind) {
            case "agreement" ->
                    new Form.Agreement(
                            json.has("rows") ? options(json, "rows", place, 1) : List.of(),
                            flag(json, "reversed", place));
            case "choice" ->
                    new Form.Choice(
                            options(json, "options", place, 2), flag(json, "multiple", place));
            case "ranking" -> new Form.Ranking(options(json, "options", place, 2));
            case "points" ->
                    new Form.Points(
                            options(json, "options", place, 2),
                            whole(json, "total", place, 1, MOST_POINTS, 100));
            case "number" -> number(json, place);
            case "date" -> new Form.Day();
            case "text" ->
                    new Form.Text(whole(json, "longest", place, 1, 20_000, Form.Text.USUALLY));
            case "situation" -> {
                List<Option> options = options(json, "options", place, 2);
                yield new Form.Situation(options, weights(json, place));
            }
            case "knowledge" -> knowledge(json, place);
            default -> new Form.Score();
        };
    }

    private Form number(JsonNode json, String place) {
        Double min = number(json, "min", place);
        Double max = number(json, "max", place);
        if (min != null && max != null && min > max) {
            fault(place + ".max", "max must not be below min.");
        }
        return new Form.Number(min, max);
    }

    private Form knowledge(JsonNode json, String place) {
        List<Option> options = options(json, "options", place, 2);
        Set<String> right = new HashSet<>();
        for (JsonNode each : list(json, "right", place)) {
            String code = each.asString("");
            if (options.stream().noneMatch(option -> option.code().equals(code))) {
                fault(place + ".right", "There is no option " + code + ".");
            }
            right.add(code);
        }
        if (right.isEmpty()) {
            fault(place + ".right", "Say which options are right.");
        }
        Double points = number(json, "points", place);
        if (points != null && points <= 0) {
            fault(place + ".points", "A right answer is worth more than 0 points.");
        }
        return new Form.Knowledge(options, right, points == null ? 1 : points);
    }

    private Map<String, Weights> weights(JsonNode json, String place) {
        Map<String, Weights> weights = new HashMap<>();
        JsonNode options = json.path("options");
        for (int i = 0; i < options.size(); i++) {
            JsonNode each = options.get(i).path("weights");
            String at = place + ".options[" + i + "].weights";
            only(each, at, Set.of("client", "company", "own"));
            Double client = number(each, "client", at);
            Double company = number(each, "company", at);
            Double own = number(each, "own", at);
            if (client == null || company == null || own == null) {
                fault(at, "Say how much it serves client, company and own.");
            } else if (client < 0 || company < 0 || own < 0 || client + company + own <= 0) {
                fault(at, "Weights are numbers from 0, not all of them 0.");
            } else {
                weights.put(
                        options.get(i).path("code").asString(""),
                        new Weights(client, company, own));
            }
        }
        return weights;
    }

    private List<Option> options(JsonNode json, String name, String place, int fewest) {
        List<Option> options = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        JsonNode all = list(json, name, place);
        boolean weighted = json.path("kind").asString("").equals("situation");
        for (int i = 0; i < all.size(); i++) {
            String at = place + "." + name + "[" + i + "]";
            only(
                    all.get(i),
                    at,
                    weighted ? Set.of("code", "text", "weights") : Set.of("code", "text"));
            String code = code(all.get(i), at);
            if (!codes.add(code) || code.equals(Form.CANT_JUDGE)) {
                fault(at + ".code", "The code " + code + " is taken.");
            }
            options.add(new Option(code, texts(all.get(i), "text", at + ".text")));
        }
        if (all.size() < fewest || all.size() > MOST_OPTIONS) {
            fault(place + "." + name, "Give from " + fewest + " to " + MOST_OPTIONS + " of them.");
        }
        return options;
    }

    private @Nullable String when(JsonNode json, String place) {
        JsonNode when = json.path("when");
        if (when.isMissingNode() || when.isNull()) {
            return null;
        }
        if (!when.isString() || when.asString().isBlank()) {
            fault(place + ".when", "A condition is a text in CEL, such as nps <= 6.");
            return null;
        }
        Optional<String> wrong = conditions.fault(when.asString(), earlier.values());
        wrong.ifPresent(sentence -> fault(place + ".when", sentence));
        return wrong.isEmpty() ? when.asString() : null;
    }

    private String code(JsonNode json, String place) {
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

    private Texts texts(JsonNode json, String name, String place) {
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

    private JsonNode list(JsonNode json, String name, String place) {
        JsonNode list = json.path(name);
        if (!list.isArray() || list.isEmpty()) {
            fault(at(place, name), "Give a list with at least one element.");
        }
        return list;
    }

    private boolean flag(JsonNode json, String name, String place) {
        JsonNode flag = json.path(name);
        if (!flag.isMissingNode() && !flag.isBoolean()) {
            fault(at(place, name), "Must be true or false.");
        }
        return flag.isBoolean() && flag.asBoolean();
    }

    private int whole(JsonNode json, String name, String place, int from, int to, int usually) {
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

    private @Nullable Double number(JsonNode json, String name, String place) {
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

    private void only(JsonNode json, String place, Set<String> known) {
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

    private void fault(String place, String sentence) {
        faults.add(new Fault(place, sentence));
    }
}
