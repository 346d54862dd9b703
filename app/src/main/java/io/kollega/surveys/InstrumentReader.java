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
    private static final int MOST_POINTS = 10_000;
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

    private final Map<String, Question> earlier = new LinkedHashMap<>();
    private final InstrumentParts parts = new InstrumentParts();
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
        return reader.parts.faults().isEmpty()
                ? new Reading.Good(instrument)
                : new Reading.Bad(reader.parts.faults());
    }

    private Instrument instrument(JsonNode json) {
        if (!json.isObject()) {
            parts.fault("", "An instrument is a JSON object.");
            return new Instrument("", List.of(), new Texts(Map.of()), List.of());
        }
        parts.only(json, "", Set.of("code", "languages", "title", "sections"));
        String code = parts.code(json, "");
        for (JsonNode language : parts.list(json, "languages", "")) {
            String tag = language.isString() ? language.asString() : "";
            if (!LANGUAGE.matcher(tag).matches() || parts.languages().contains(tag)) {
                parts.fault("languages", "Name each language once, by its code, such as ru or en.");
            } else {
                parts.speak(tag);
            }
        }
        Texts title = parts.texts(json, "title", "title");
        List<Section> sections = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        JsonNode all = parts.list(json, "sections", "");
        for (int i = 0; i < all.size(); i++) {
            sections.add(section(all.get(i), "sections[" + i + "]", codes));
        }
        if (earlier.isEmpty()) {
            parts.fault("sections", "Ask at least one question.");
        }
        if (earlier.size() > MOST_QUESTIONS) {
            parts.fault("sections", "Ask at most " + MOST_QUESTIONS + " questions.");
        }
        return new Instrument(code, parts.languages(), title, sections);
    }

    private Section section(JsonNode json, String place, Set<String> codes) {
        parts.only(json, place, Set.of("code", "title", "when", "questions"));
        String code = parts.code(json, place);
        if (!codes.add(code)) {
            parts.fault(place + ".code", "Another section has the code " + code + ".");
        }
        Texts title = parts.texts(json, "title", place + ".title");
        String when = when(json, place);
        List<Question> questions = new ArrayList<>();
        JsonNode all = parts.list(json, "questions", place);
        for (int i = 0; i < all.size(); i++) {
            questions.add(question(all.get(i), place + ".questions[" + i + "]"));
        }
        return new Section(code, title, when, questions);
    }

    private Question question(JsonNode json, String place) {
        String code = parts.code(json, place);
        String kind = json.path("kind").asString("");
        Set<String> more = OF_KIND.get(kind);
        if (more == null) {
            parts.fault(
                    place + ".kind",
                    "The kind must be one of "
                            + OF_KIND.keySet().stream().sorted().toList()
                            + ", not \""
                            + kind
                            + "\".");
        } else {
            Set<String> known = new HashSet<>(OF_ALL);
            known.addAll(more);
            parts.only(json, place, known);
        }
        Texts text = parts.texts(json, "text", place + ".text");
        String when = when(json, place);
        Question question =
                new Question(
                        code,
                        text,
                        parts.flag(json, "required", place),
                        when,
                        form(kind, json, place));
        if (earlier.putIfAbsent(code, question) != null) {
            parts.fault(place + ".code", "Another question has the code " + code + ".");
        }
        return question;
    }

    private Form form(String kind, JsonNode json, String place) {
        return switch (kind) {
            case "agreement" ->
                    new Form.Agreement(
                            json.has("rows") ? options(json, "rows", place, 1) : List.of(),
                            parts.flag(json, "reversed", place));
            case "choice" ->
                    new Form.Choice(
                            options(json, "options", place, 2),
                            parts.flag(json, "multiple", place));
            case "ranking" -> new Form.Ranking(options(json, "options", place, 2));
            case "points" ->
                    new Form.Points(
                            options(json, "options", place, 2),
                            parts.whole(json, "total", place, 1, MOST_POINTS, 100));
            case "number" -> number(json, place);
            case "date" -> new Form.Day();
            case "text" ->
                    new Form.Text(
                            parts.whole(json, "longest", place, 1, 20_000, Form.Text.USUALLY));
            case "situation" -> {
                List<Option> options = options(json, "options", place, 2);
                yield new Form.Situation(options, weights(json, place));
            }
            case "knowledge" -> knowledge(json, place);
            default -> new Form.Score();
        };
    }

    private Form number(JsonNode json, String place) {
        Double min = parts.number(json, "min", place);
        Double max = parts.number(json, "max", place);
        if (min != null && max != null && min > max) {
            parts.fault(place + ".max", "max must not be below min.");
        }
        return new Form.Number(min, max);
    }

    private Form knowledge(JsonNode json, String place) {
        List<Option> options = options(json, "options", place, 2);
        Set<String> right = new HashSet<>();
        for (JsonNode each : parts.list(json, "right", place)) {
            String code = each.asString("");
            if (options.stream().noneMatch(option -> option.code().equals(code))) {
                parts.fault(place + ".right", "There is no option " + code + ".");
            }
            right.add(code);
        }
        if (right.isEmpty()) {
            parts.fault(place + ".right", "Say which options are right.");
        }
        Double points = parts.number(json, "points", place);
        if (points != null && points <= 0) {
            parts.fault(place + ".points", "A right answer is worth more than 0 points.");
        }
        return new Form.Knowledge(options, right, points == null ? 1 : points);
    }

    private Map<String, Weights> weights(JsonNode json, String place) {
        Map<String, Weights> weights = new HashMap<>();
        JsonNode options = json.path("options");
        for (int i = 0; i < options.size(); i++) {
            JsonNode each = options.get(i).path("weights");
            String at = place + ".options[" + i + "].weights";
            parts.only(each, at, Set.of("client", "company", "own"));
            Double client = parts.number(each, "client", at);
            Double company = parts.number(each, "company", at);
            Double own = parts.number(each, "own", at);
            if (client == null || company == null || own == null) {
                parts.fault(at, "Say how much it serves client, company and own.");
            } else if (client < 0 || company < 0 || own < 0 || client + company + own <= 0) {
                parts.fault(at, "Weights are numbers from 0, not all of them 0.");
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
        JsonNode all = parts.list(json, name, place);
        boolean weighted = json.path("kind").asString("").equals("situation");
        for (int i = 0; i < all.size(); i++) {
            String at = place + "." + name + "[" + i + "]";
            parts.only(
                    all.get(i),
                    at,
                    weighted ? Set.of("code", "text", "weights") : Set.of("code", "text"));
            String code = parts.code(all.get(i), at);
            if (!codes.add(code) || code.equals(Form.CANT_JUDGE)) {
                parts.fault(at + ".code", "The code " + code + " is taken.");
            }
            options.add(new Option(code, parts.texts(all.get(i), "text", at + ".text")));
        }
        if (all.size() < fewest || all.size() > MOST_OPTIONS) {
            parts.fault(
                    place + "." + name,
                    "Give from " + fewest + " to " + MOST_OPTIONS + " of them.");
        }
        return options;
    }

    private @Nullable String when(JsonNode json, String place) {
        JsonNode when = json.path("when");
        if (when.isMissingNode() || when.isNull()) {
            return null;
        }
        if (!when.isString() || when.asString().isBlank()) {
            parts.fault(place + ".when", "A condition is a text in CEL, such as nps <= 6.");
            return null;
        }
        Optional<String> wrong = conditions.fault(when.asString(), earlier.values());
        wrong.ifPresent(sentence -> parts.fault(place + ".when", sentence));
        return wrong.isEmpty() ? when.asString() : null;
    }
}
