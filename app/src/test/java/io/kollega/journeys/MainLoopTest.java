package io.kollega.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import io.kollega.Cast;
import io.kollega.KollegaServerTest;
import io.kollega.catalog.Catalog;
import io.kollega.catalog.NewService;
import io.kollega.catalog.ServiceId;
import io.kollega.journeys.Visits.Size;
import io.kollega.organization.Name;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Ask, serve, confirm, rate, and see the matrix move: the way for which everything else is there.
 */
@KollegaServerTest
@ExtendWith(Chromium.class)
class MainLoopTest {
    @LocalServerPort int port;
    @Autowired Cast cast;
    @Autowired Catalog catalog;

    @ParameterizedTest(name = "{0}, {1} px wide")
    @CsvSource({"ru, 1280, 800", "en, 360, 740"})
    void leadsFromSignInToTheMovedMatrix(String language, int width, int height, Browser browser) {
        ServiceId service = service();
        try (Visits visits = new Visits(browser, port)) {
            Size size = new Size(width, height);
            Window irina = visits.stranger(language, size, true);
            irina.open("/");
            irina.signIn("irina", Cast.PASSWORD);
            Visits.prefer(irina.context(), language, "light");

            // By a service: found as one types.
            irina.open("/requests/new");
            irina.fill("#q", name(language));
            irina.find(".asked-offer[href$='service=" + service.value() + "']").click();
            irina.fill("#subject", "Новый ноутбук " + language);
            irina.press("main form[action='/requests'] button.btn-primary");
            String asked = irina.path();
            assertThat(asked).matches("/requests/\\d+");
            assertThat(irina.text("h1")).contains("Новый ноутбук");

            // The specialist takes it, answers, pauses, resumes and solves it.
            Window pavel = visits.window("pavel", language, size);
            serve(pavel, asked, language);

            irina.open(asked);
            irina.press("form[action$='/confirmation'] button");
            rateBlindly(irina, pavel, asked, language);
            assertThat(irina.complaints()).isEmpty();
            assertThat(pavel.complaints()).isEmpty();
        }
    }

    private void serve(Window pavel, String asked, String language) {
        pavel.open("/queue");
        pavel.find("a[href='" + asked + "']").first().click();
        pavel.press("form[action$='/assignment'] button[data-key=a]");
        pavel.fill("#text", "Уже смотрю");
        pavel.press("#composer button.btn-primary");
        pavel.press("summary[data-key=p]");
        pavel.fill("#pause-text", "Какой нужен экран?");
        pavel.press("form[action$='/pause'] button");
        pavel.press("form[action$='/resumption'] button");
        pavel.press("summary[data-key=s]");
        pavel.fill("#solution-text", "Готово");
        pavel.press("form[action$='/solution'] button");
        assertThat(pavel.find("form[action$='/solution']").count()).isZero();
        assertThat(pavel.text("main")).contains("Какой нужен экран?").contains("Готово");
    }

    private void rateBlindly(Window client, Window specialist, String asked, String language) {
        String rating = asked + "/rating";
        client.open(rating);
        client.press("label.rating-choice:has(input[name=score][value='9'])");
        client.fill("#comment", "Быстро и вежливо");
        client.press("form.rating-form button");
        specialist.open(rating);
        assertThat(specialist.text("main")).doesNotContain("Быстро и вежливо");
        for (String aspect : List.of("clarity", "completeness", "manners")) {
            specialist.press("label.rating-choice:has(input[name=" + aspect + "][value='5'])");
        }
        specialist.fill("#comment", "Всё было понятно");
        specialist.press("form.rating-form button");
        assertThat(specialist.text("main")).contains("Быстро и вежливо");
        client.open(rating);
        assertThat(client.text("main")).contains("Всё было понятно");
    }

    private ServiceId service() {
        return Objects.requireNonNull(
                catalog.bring(
                                List.of(
                                        new NewService(
                                                "journey-laptop",
                                                cast.unit("it"),
                                                new Name("Выдать ноутбук", "Issue a laptop"),
                                                new Name(
                                                        "Подберём и настроим",
                                                        "We choose and set it up"),
                                                Duration.ofHours(4),
                                                Duration.ofHours(24),
                                                List.of(),
                                                List.of("Ноутбук готов к работе"),
                                                List.of("Сказать, для чего он"))))
                        .get("journey-laptop"));
    }

    private static String name(String language) {
        return language.equals("ru") ? "ноутбук" : "laptop";
    }
}
