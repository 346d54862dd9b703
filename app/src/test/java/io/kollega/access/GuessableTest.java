package io.kollega.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuessableTest {
    private static final Guessable GUESSABLE = new Guessable();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "passwordpassword",
                "P@ssw0rdP@ssw0rd",
                "Password123456789!",
                "123456789012345",
                "qwertyuiopasdfgh",
                "qazwsxedcrfvtgb",
                "1q2w3e4r5t6y7u8i",
                "aaaaaaaaaaaaaaaaaaaa",
                "Welcome2024Welcome2024",
                "gfhjkmgfhjkmgfhjkm",
                "йцукенгшщзхъфыва",
                "парольпарольпароль",
                "Парольпароль2026",
                "январьфевральмарт",
                "Любовьсолнышко1",
            })
    void knowsWhatIsTriedFirst(String password) {
        assertThat(GUESSABLE.soon(password)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse battery staple",
                "a new phrase of several words",
                "my dog is called rex",
                "зелёный чайник поёт басом",
                "сорок две утки у забора",
                "xT9#kq2Lm!vR7wZp",
                "Str0ng-Passw0rd!",
            })
    void takesPhrases(String password) {
        assertThat(GUESSABLE.soon(password)).isFalse();
    }

    @Test
    void looksAtBothEndsOfWhatIsLong() {
        assertThat(GUESSABLE.soon("a".repeat(150))).isTrue();
        assertThat(GUESSABLE.soon("a".repeat(150) + " зелёный чайник поёт басом")).isFalse();
    }

    @Test
    void answersSoonWhateverIsTyped() {
        GUESSABLE.soon("once, so that the lists are read");
        for (String worst : new String[] {"qwerty", "P@$$w0rd", "1l!I|0oO", "ab1"}) {
            String longest = worst.repeat(PasswordRule.LONGEST).substring(0, PasswordRule.LONGEST);
            long begun = System.nanoTime();
            GUESSABLE.soon(longest);
            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .as(worst)
                    .isLessThan(Duration.ofSeconds(5));
        }
    }
}
