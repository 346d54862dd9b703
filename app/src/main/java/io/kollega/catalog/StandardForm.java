package io.kollega.catalog;

import io.kollega.organization.Name;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.util.MultiValueMap;

/**
 * A standard as it is typed. Everything is kept as it was, so that a refused form loses nothing.
 */
record StandardForm(
        String response,
        String solution,
        List<FieldRow> fields,
        Sentences norms,
        Sentences duties) {
    private static final int SPARE_ROWS = 2;
    private static final int MOST_FIELDS = 30;
    private static final int MOST_OPTIONS = 100;
    private static final int MOST_SENTENCES = 30;
    private static final int LONGEST_SENTENCE = 300;

    /** A question as it is typed; without a label it is none. */
    record FieldRow(
            String key,
            String order,
            String label,
            String english,
            FormField.Kind kind,
            boolean required,
            String options) {
        static FieldRow spare() {
            return new FieldRow("", "", "", "", FormField.Kind.TEXT, false, "");
        }
    }

    /**
     * Sentences as they are typed, one a line.
     *
     * @param english the same in English, line by line; an empty line where there is none
     */
    record Sentences(String text, String english) {
        static Sentences of(List<Name> names) {
            return new Sentences(
                    String.join("\n", names.stream().map(Name::text).toList()),
                    String.join(
                                    "\n",
                                    names.stream()
                                            .map(name ->
                                                    Optional.ofNullable(name.english()).orElse(""))
                                            .toList())
                            .stripTrailing());
        }

        static Sentences read(MultiValueMap<String, String> sent, String name) {
            return new Sentences(value(sent, name), value(sent, name + "-english"));
        }

        void check(String name, Map<String, String> problems) {
            List<String> lines = lines(text);
            List<String> others = english.stripTrailing().lines().toList();
            if (tooLong(lines)) {
                problems.put(name, "catalog.problem.sentences");
            }
            if (tooLong(others)) {
                problems.put(name + "-english", "catalog.problem.sentences");
            } else if (others.size() > lines.size()) {
                problems.put(name + "-english", "catalog.problem.english-lines");
            }
        }

        private static boolean tooLong(List<String> lines) {
            return lines.size() > MOST_SENTENCES
                    || lines.stream().anyMatch(line -> line.length() > LONGEST_SENTENCE);
        }

        List<Name> names() {
            List<String> others = english.lines().map(String::strip).toList();
            List<Name> names = new ArrayList<>();
            for (String line : lines(text)) {
                String other = names.size() < others.size() ? others.get(names.size()) : "";
                names.add(new Name(line, other.isEmpty() ? null : other));
            }
            return List.copyOf(names);
        }
    }

    static StandardForm of(StandardTerms terms) {
        List<FieldRow> rows = new ArrayList<>();
        for (FormField field : terms.fields()) {
            rows.add(
                    new FieldRow(
                            field.key(),
                            String.valueOf(rows.size() + 1),
                            field.label().text(),
                            Optional.ofNullable(field.label().english()).orElse(""),
                            field.kind(),
                            field.required(),
                            String.join("\n", field.options())));
        }
        return new StandardForm(
                WorkingTime.typed(terms.response()),
                WorkingTime.typed(terms.solution()),
                List.copyOf(rows),
                Sentences.of(terms.norms()),
                Sentences.of(terms.duties()));
    }

    /** Reads what was sent; rows are numbered from 0. */
    static StandardForm read(MultiValueMap<String, String> sent) {
        List<FieldRow> rows = new ArrayList<>();
        for (int row = 0; row < MOST_FIELDS && sent.containsKey("label-" + row); row++) {
            rows.add(
                    new FieldRow(
                            value(sent, "key-" + row),
                            value(sent, "order-" + row),
                            value(sent, "label-" + row),
                            value(sent, "english-" + row),
                            kind(value(sent, "kind-" + row)),
                            sent.containsKey("required-" + row),
                            value(sent, "options-" + row)));
        }
        return new StandardForm(
                value(sent, "response"),
                value(sent, "solution"),
                rows.stream().filter(row -> !row.label().isBlank()).toList(),
                Sentences.read(sent, "norms"),
                Sentences.read(sent, "duties"));
    }

    /** The rows to show: those there are, and some to fill in. */
    List<FieldRow> rows() {
        List<FieldRow> rows = new ArrayList<>(fields);
        for (int spare = 0; spare < SPARE_ROWS && rows.size() < MOST_FIELDS; spare++) {
            rows.add(FieldRow.spare());
        }
        return rows;
    }

    /** What is wrong with it: name of an input to message key. Empty if nothing is. */
    Map<String, String> problems() {
        Map<String, String> problems = new LinkedHashMap<>();
        Optional<Duration> first = WorkingTime.parse(response);
        Optional<Duration> last = WorkingTime.parse(solution);
        if (first.isEmpty()) {
            problems.put("response", "catalog.problem.time");
        }
        if (last.isEmpty()) {
            problems.put("solution", "catalog.problem.time");
        } else if (first.isPresent() && last.get().compareTo(first.get()) < 0) {
            problems.put("solution", "catalog.problem.solution-before-response");
        }
        for (int row = 0; row < fields.size(); row++) {
            FieldRow field = fields.get(row);
            if (field.label().length() > LONGEST_SENTENCE
                    || field.english().length() > LONGEST_SENTENCE) {
                problems.put("label-" + row, "catalog.problem.label-long");
            }
            if (lines(field.options()).size() > MOST_OPTIONS
                    || lines(field.options()).stream()
                            .anyMatch(line -> line.length() > LONGEST_SENTENCE)) {
                problems.put("options-" + row, "catalog.problem.options-long");
            }
            if (field.kind() == FormField.Kind.CHOICE && lines(field.options()).size() < 2) {
                problems.put("options-" + row, "catalog.problem.options");
            }
        }
        norms.check("norms", problems);
        duties.check("duties", problems);
        return problems;
    }

    /** What it says; only for a form without problems. */
    StandardTerms terms() {
        return new StandardTerms(
                WorkingTime.parse(response).orElseThrow(),
                WorkingTime.parse(solution).orElseThrow(),
                formFields(),
                norms.names(),
                duties.names());
    }

    private List<FormField> formFields() {
        Set<String> taken = new HashSet<>();
        fields.forEach(field -> taken.add(field.key()));
        List<FormField> built = new ArrayList<>();
        List<FieldRow> ordered =
                fields.stream().sorted(Comparator.comparingInt(StandardForm::position)).toList();
        for (FieldRow field : ordered) {
            String key = field.key();
            for (int number = 1; key.isEmpty(); number++) {
                key = taken.add("f" + number) ? "f" + number : "";
            }
            built.add(
                    new FormField(
                            key,
                            new Name(
                                    field.label().strip(),
                                    field.english().isBlank() ? null : field.english().strip()),
                            field.kind(),
                            field.required(),
                            field.kind() == FormField.Kind.CHOICE
                                    ? lines(field.options())
                                    : List.of()));
        }
        return List.copyOf(built);
    }

    private static int position(FieldRow field) {
        return field.order().strip().matches("\\d{1,4}")
                ? Integer.parseInt(field.order().strip())
                : Integer.MAX_VALUE;
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private static String value(MultiValueMap<String, String> sent, String name) {
        return Optional.ofNullable(sent.getFirst(name)).orElse("");
    }

    private static FormField.Kind kind(String name) {
        for (FormField.Kind kind : FormField.Kind.values()) {
            if (kind.name().equals(name)) {
                return kind;
            }
        }
        return FormField.Kind.TEXT;
    }
}
