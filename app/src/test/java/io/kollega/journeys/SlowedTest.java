package io.kollega.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import io.kollega.Cast;
import io.kollega.KollegaServerTest;
import io.kollega.journeys.Visits.Size;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What somebody sees who has to wait, and who chooses a password that would be guessed. */
@KollegaServerTest
@ExtendWith(Chromium.class)
class SlowedTest {
    @LocalServerPort int port;

    @ParameterizedTest(name = "{0}, {1} px wide")
    @CsvSource({
        "ru, 360, 'Попробуйте снова через [1-5] секунд'",
        "en, 1280, 'Try again in [1-5] second'"
    })
    void saysHowLongToWait(String language, int width, String sentence, Browser browser) {
        try (Visits visits = new Visits(browser, port)) {
            Window window = visits.stranger(language, new Size(width, 800), false);
            window.open("/sign-in");
            for (int i = 0; i < 7; i++) {
                window.fill("#login", "nobody-" + language);
                window.fill("#password", "wrong");
                window.press("main form[action='/sign-in'] button");
            }
            window.shoot("slowed-" + language + "-" + width);
            assertThat(window.text("#problem")).containsPattern(sentence);
            assertThat(window.find("#login").inputValue()).isEqualTo("nobody-" + language);
            assertThat(window.find("#password").inputValue()).isEmpty();
            assertThat(window.overflows()).isFalse();
        }
    }

    @ParameterizedTest(name = "{0}, {1} px wide")
    @CsvSource({"en, 360, guessed", "ru, 1280, угадают"})
    void saysWhatPasswordToTake(String language, int width, String word, Browser browser) {
        try (Visits visits = new Visits(browser, port)) {
            Window window = visits.window("client10", language, new Size(width, 800));
            window.open("/profile/password");
            window.fill("#current", Cast.PASSWORD);
            window.fill("#password", "passwordpassword");
            window.fill("#again", "passwordpassword");
            window.press("main form[action='/profile/password'] button");
            window.shoot("guessable-" + language + "-" + width);
            assertThat(window.text("#password-problem")).contains(word);
            assertThat(window.overflows()).isFalse();
            assertThat(new AxeBuilder(window.page()).setLegacyMode(true).analyze().getViolations())
                    .isEmpty();
        }
    }
}
