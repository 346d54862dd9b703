package io.kollega.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.kollega.Cast;
import io.kollega.KollegaTest;
import io.kollega.access.FirstAdministrator.Candidate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@KollegaTest
class PasswordRuleTest {
    private static final String GOOD = "сорок две утки у забора";

    @Autowired PasswordRule rule;
    @Autowired OwnWords words;
    @Autowired Cast cast;

    @Test
    void countsLettersAsPeopleSeeThem() {
        assertThat(problem("xT9#kq2Lm!vR7w")).isEqualTo("access.password.too-short");
        assertThat(problem("xT9#kq2Lm!vR7wZ")).isNull();
        assertThat(problem("🦆🐎🔋📎🌧🧊🪵🧵🪙🧦🪶🫖🦉🛶"))
                .as("14 letters of two halves each")
                .isEqualTo("access.password.too-short");
        assertThat(problem("и\u0306".repeat(14))).isEqualTo("access.password.too-short");
        assertThat(PasswordRule.tooLong("🦆".repeat(PasswordRule.LONGEST))).isFalse();
        assertThat(problem("утка ".repeat(40) + "1")).isEqualTo("access.password.too-long");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "irina irina irina",
                "Irina Kotova 1985!",
                "Ирина Котова 1985",
                "bhbyf rjnjdf 1985",
                "kollega-kollega-1",
                "Компания Компания",
                "kompaniya Irina 26",
            })
    void refusesWhatIsMadeOfOnesOwnWords(String password) {
        assertThat(rule.problem(password, password, words.of(cast.id("irina"), "irina")))
                .isEqualTo("access.password.own-words");
    }

    @Test
    void takesOwnWordsAmongOthers() {
        String password = "Ирина купила сорок две утки";
        assertThat(rule.problem(password, password, words.of(cast.id("irina"), "irina"))).isNull();
    }

    @Test
    void knowsTheWordsOfTheFirstAdministrator() {
        List<String> own =
                words.of(new Candidate("ООО «Ромашка»", "Ева", "Новикова", "eva.n", Cast.PASSWORD));
        assertThat(own).contains("ромашка", "romashka", "hjvfirf", "novikova", "eva", "kollega");
        assertThat(rule.problem("romashka-novikova", "romashka-novikova", own))
                .isEqualTo("access.password.own-words");
    }

    @Test
    void refusesWhatIsTriedFirst() {
        assertThat(problem("passwordpassword")).isEqualTo("access.password.guessable");
    }

    @Test
    void comparesBothByTheirLetters() {
        assertThat(
                        rule.problem(
                                "зелёный йод кипит №5",
                                "зеле\u0308ный и\u0306од кипит №5",
                                List.of()))
                .isNull();
        assertThat(rule.problem(GOOD, GOOD + " ", List.of()))
                .isEqualTo("access.password.not-again");
    }

    private @org.jspecify.annotations.Nullable String problem(String password) {
        return rule.problem(password, password, List.of());
    }
}
