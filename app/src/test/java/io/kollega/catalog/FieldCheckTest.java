package io.kollega.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.kollega.catalog.FormField.Kind;
import io.kollega.organization.Name;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldCheckTest {
    @ParameterizedTest
    @CsvSource({
        "NUMBER, 12, 12", "NUMBER, '1 000,50', 1000.50", "NUMBER, -3, -3", "NUMBER, +3, 3",
        "DATE, 2026-02-28, 2026-02-28", "CHOICE, red, red", "YES_NO, yes, yes", "YES_NO, no, no"
    })
    void keepsAnswersInOneSpelling(Kind kind, String typed, String kept) {
        assertThat(check(kind, typed)).isEqualTo(new FieldAnswers.Complete(Map.of("f", kept)));
    }

    @ParameterizedTest
    @CsvSource({
        "NUMBER, twelve, catalog.answer.not-a-number", "NUMBER, 1e3, catalog.answer.not-a-number",
        "NUMBER, 1., catalog.answer.not-a-number", "DATE, 2026-02-30, catalog.answer.not-a-date",
        "DATE, 1.2.2026, catalog.answer.not-a-date", "CHOICE, blue, catalog.answer.not-a-choice",
        "YES_NO, maybe, catalog.answer.not-yes-or-no"
    })
    void refusesWhatIsNoAnswer(Kind kind, String typed, String problem) {
        assertThat(check(kind, typed)).isEqualTo(new FieldAnswers.Incomplete(Map.of("f", problem)));
    }

    @ParameterizedTest
    @CsvSource({"TEXT, 500, я", "LONG_TEXT, 20000, я", "NUMBER, 40, 1"})
    void takesAnswersUpToTheirLimit(Kind kind, int limit, String letter) {
        assertThat(check(kind, letter.repeat(limit))).isInstanceOf(FieldAnswers.Complete.class);
        assertThat(check(kind, letter.repeat(limit + 1)))
                .isEqualTo(
                        new FieldAnswers.Incomplete(
                                Map.of(
                                        "f",
                                        kind == Kind.NUMBER
                                                ? "catalog.answer.not-a-number"
                                                : "catalog.answer.too-long")));
    }

    @Test
    void asksForWhatIsRequiredOnly() {
        assertThat(check(Kind.TEXT, " ")).isEqualTo(new FieldAnswers.Complete(Map.of()));
        FormField required = new FormField("f", Name.of("Поле"), Kind.TEXT, true, List.of());
        assertThat(FieldCheck.check(List.of(required), Map.of("f", "\t")))
                .isEqualTo(new FieldAnswers.Incomplete(Map.of("f", "catalog.answer.missing")));
        assertThat(FieldCheck.check(List.of(required), Map.of()))
                .isEqualTo(new FieldAnswers.Incomplete(Map.of("f", "catalog.answer.missing")));
    }

    @Test
    void keepsNothingThatWasNotAsked() {
        assertThat(FieldCheck.check(List.of(), Map.of("other", "x")))
                .isEqualTo(new FieldAnswers.Complete(Map.of()));
    }

    private static FieldAnswers check(Kind kind, String answer) {
        FormField field = new FormField("f", Name.of("Поле"), kind, false, List.of("red"));
        return FieldCheck.check(List.of(field), Map.of("f", answer));
    }
}
