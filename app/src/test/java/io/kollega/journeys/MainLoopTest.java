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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Ask, serve, confirm, rate, and see the matrix move: the way for which everything else is there.
 * Each time four of logistics have rated IT before; the one who walks is the fifth, so the cell
 * steps.
 */
@KollegaServerTest
@ExtendWith(Chromium.class)
class MainLoopTest {
    private static final Pattern ANSWERS =
            Pattern.compile("(\\d+) (?:ответ|answer)\\p{L}* (?:от|from) (\\d+)");

    @LocalServerPort int port;
    @Autowired Cast cast;
    @Autowired Catalog catalog;

    /** Somebody else each time: whoever gave more than half of the answers would hide the cell. */
    @ParameterizedTest(name = "{0}: {1}, {2} px wide, by {4}, scripts {5}")
    @CsvSource({
        "client5, ru, 1280, 800, pointer, true",
        "client6, en, 360, 740, pointer, true",
        "client7, en, 1280, 800, keyboard, true",
        "client8, ru, 360, 740, keyboard, true",
        "client9, ru, 1280, 800, pointer, false",
        "client10, en, 360, 740, keyboard, false"
    })
    void leadsFromSignInToTheMovedMatrix(
            String login,
            String language,
            int width,
            int height,
            String by,
            boolean scripts,
            Browser browser) {
        ServiceId service = service();
        Hand hand = by.equals("keyboard") ? new Hand.Keyboard() : new Hand.Pointer();
        Size size = new Size(width, height);
        Earlier earlier = new Earlier(port, cast);
        try (Visits visits = new Visits(browser, port, hand)) {
            int before = answers(visits, language);
            for (int i = 1; i <= 4; i++) {
                earlier.rated("client" + i, "it", "pavel", "Раньше", 4 + i);
            }
            assertThat(answers(visits, language)).as("four are too few").isEqualTo(before);
            Window client = visits.stranger(language, size, scripts);
            client.open("/");
            client.signIn(login, Cast.PASSWORD);
            Visits.prefer(client.context(), language, "light");
            ask(client, service, language);
            String asked = client.path();
            assertThat(asked).matches("/requests/\\d+");
            assertThat(client.text("h1")).contains("Новый ноутбук");

            Window pavel = visits.window("pavel", language, "light", size, scripts);
            serve(pavel, asked);
            client.open("/requests/mine");
            client.press("a[href='" + asked + "']");
            assertThat(client.text("main")).contains("Уже смотрю").doesNotContain("Между нами");
            client.press("form[action$='/confirmation'] button");
            rateBlindly(client, pavel);
            assertThat(client.complaints()).isEmpty();
            assertThat(pavel.complaints()).isEmpty();
            Awaitility.await()
                    .pollInSameThread()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> answers(visits, language) >= before + 5);
        }
    }

    private static void ask(Window client, ServiceId service, String language) {
        client.open("/");
        client.fill("#q", language.equals("ru") ? "ноутбук" : "laptop");
        client.press("form.ask button");
        client.press(".asked-offer[href$='service=" + service.value() + "']");
        client.fill("#subject", "Новый ноутбук " + language);
        client.press("main form[action='/requests'] button.btn-primary");
    }

    /** Takes it, answers, keeps a note, pauses, goes on, solves. */
    private static void serve(Window pavel, String asked) {
        pavel.open("/queue");
        pavel.press("tr a[href='" + asked + "']");
        pavel.press("form[action$='/assignment'] button[data-key=a]");
        pavel.fill("#text", "Уже смотрю");
        pavel.press("#composer button.btn-primary");
        pavel.choose("internal", "true");
        pavel.fill("#text", "Между нами");
        pavel.press("#composer button.btn-primary");
        pavel.press("summary[data-key=p]");
        pavel.fill("#pause-text", "Какой нужен экран?");
        pavel.press("form[action$='/pause'] button");
        pavel.press("form[action$='/resumption'] button");
        pavel.press("summary[data-key=s]");
        pavel.fill("#solution-text", "Готово");
        pavel.press("form[action$='/solution'] button");
        assertThat(pavel.find("form[action$='/solution']").count()).isZero();
        assertThat(pavel.text("main")).contains("Какой нужен экран?", "Готово", "Между нами");
    }

    private static void rateBlindly(Window client, Window specialist) {
        if (client.scripts()) {
            client.press(".rating-score[value='9']");
            client.press(".rating-card a[href$='/rating']");
        } else {
            client.press("a[href$='/rating']");
            client.choose("score", "9");
        }
        client.fill("#comment", "Быстро и вежливо");
        client.press("form.rating-form button");
        specialist.press("a[href$='/rating']");
        assertThat(specialist.text("main")).doesNotContain("Быстро и вежливо");
        for (String aspect : List.of("clarity", "completeness", "manners")) {
            specialist.choose(aspect, "5");
        }
        specialist.fill("#comment", "Всё было понятно");
        specialist.press("form.rating-form button");
        assertThat(specialist.text("main")).contains("Быстро и вежливо");
        client.open(client.path());
        assertThat(client.text("main")).contains("Всё было понятно");
    }

    /** How many answers stand behind the cell of logistics and IT; 0 while it is withheld. */
    private int answers(Visits visits, String language) {
        Window anna = visits.window("anna", language, Visits.DESKTOP);
        anna.open(
                "/figures/matrix?client=%d&provider=%d"
                        .formatted(cast.unit("logistics").value(), cast.unit("it").value()));
        if (!anna.find(".matrix-pair .figure").isVisible()) {
            return 0;
        }
        anna.shoot("matrix-moved-" + language);
        Matcher answers = ANSWERS.matcher(anna.text(".matrix-pair .figure"));
        assertThat(answers.find()).isTrue();
        assertThat(Integer.parseInt(answers.group(2))).as("people").isGreaterThanOrEqualTo(5);
        return Integer.parseInt(answers.group(1));
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
                                                List.of(Name.of("Ноутбук готов к работе")),
                                                List.of(Name.of("Сказать, для чего он")))))
                        .get("journey-laptop"));
    }
}
