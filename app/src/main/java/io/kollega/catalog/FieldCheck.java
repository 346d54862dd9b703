package io.kollega.catalog;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks what a client filled in. Answers are kept in one spelling, whatever was typed. */
final class FieldCheck {
    static final String YES = "yes";
    static final String NO = "no";

    private static final int TEXT_LIMIT = 500;
    private static final int LONG_TEXT_LIMIT = 20_000;
    private static final int NUMBER_LIMIT = 40;

    private FieldCheck() {}

    static FieldAnswers check(List<FormField> fields, Map<String, String> answers) {
        Map<String, String> values = new LinkedHashMap<>();
        Map<String, String> problems = new LinkedHashMap<>();
        for (FormField field : fields) {
            String answer = answers.getOrDefault(field.key(), "").strip();
            if (answer.isEmpty()) {
                if (field.required()) {
                    problems.put(field.key(), "catalog.answer.missing");
                }
                continue;
            }
            String value = value(field, answer);
            if (value == null) {
                problems.put(field.key(), problem(field.kind()));
            } else {
                values.put(field.key(), value);
            }
        }
        return problems.isEmpty()
                ? new FieldAnswers.Complete(values)
                : new FieldAnswers.Incomplete(problems);
    }

    private static @Nullable String value(FormField field, String answer) {
        return switch (field.kind()) {
            case TEXT -> answer.length() <= TEXT_LIMIT ? answer : null;
            case LONG_TEXT -> answer.length() <= LONG_TEXT_LIMIT ? answer : null;
            case NUMBER -> number(answer);
            case DATE -> date(answer);
            case CHOICE -> field.options().contains(answer) ? answer : null;
            case YES_NO -> answer.equals(YES) || answer.equals(NO) ? answer : null;
        };
    }

    private static @Nullable String number(String answer) {
        String plain = answer.replaceAll("[\\s\\u00a0\\u202f]", "").replace(',', '.');
        if (plain.length() > NUMBER_LIMIT || !plain.matches("[+-]?\\d+(\\.\\d+)?")) {
            return null;
        }
        return new BigDecimal(plain).toPlainString();
    }

    private static @Nullable String date(String answer) {
        try {
            return LocalDate.parse(answer).toString();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static String problem(FormField.Kind kind) {
        return switch (kind) {
            case TEXT, LONG_TEXT -> "catalog.answer.too-long";
            case NUMBER -> "catalog.answer.not-a-number";
            case DATE -> "catalog.answer.not-a-date";
            case CHOICE -> "catalog.answer.not-a-choice";
            case YES_NO -> "catalog.answer.not-yes-or-no";
        };
    }
}
