package io.kollega.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import io.kollega.Cast;
import io.kollega.KollegaServerTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What spares steps to those who do something a hundred times a day. */
@KollegaServerTest
@ExtendWith(Chromium.class)
class ShortWaysTest {
    private static final String FOCUSED = "() => document.activeElement.getAttribute('href')";

    @LocalServerPort int port;
    @Autowired Cast cast;

    @Test
    void theMatrixIsOneStopInWhichArrowsLead(Browser browser) {
        new Earlier(port, cast).rated(6, "procurement", "dmitry");
        try (Visits visits = new Visits(browser, port)) {
            Window anna = visits.window("anna", "ru", Visits.DESKTOP);
            visits.untilTheMatrixShowsACell();
            anna.open("/figures/matrix");
            assertThat(anna.find(".matrix a[tabindex='0']").count()).isOne();
            assertThat(anna.find("[data-arrows]").isVisible()).isTrue();

            anna.find(".matrix a[tabindex='0']").focus();
            String cell = (String) anna.page().evaluate(FOCUSED);
            anna.page().keyboard().press("ArrowLeft");
            while (((String) anna.page().evaluate(FOCUSED)).contains("cell=")) {
                anna.page().keyboard().press("ArrowLeft");
            }
            assertThat(anna.page().evaluate(FOCUSED))
                    .as("the unit that asks stands left of its row")
                    .isEqualTo("/figures/units/" + cell.replaceFirst(".*cell=(\\d+).*", "$1"));
            assertThat(anna.find(".matrix a[tabindex='0']").count()).isOne();

            anna.page().keyboard().press("ArrowRight");
            anna.page().keyboard().press("Enter");
            anna.find(".matrix-pair").waitFor();
            anna.settle();
            assertThat(anna.find(".matrix a[tabindex='0'][aria-current]").count()).isOne();
        }
    }

    @Test
    void oneBoxChoosesThePage(Browser browser) {
        Earlier earlier = new Earlier(port, cast);
        earlier.asked("client1", "it", "Первое из двух");
        earlier.asked("client2", "it", "Второе из двух");
        try (Visits visits = new Visits(browser, port)) {
            Window pavel = visits.window("pavel", "ru", Visits.DESKTOP);
            pavel.open("/queue?q=из двух");
            pavel.find("[data-choose-all]").check();
            assertThat(pavel.find("[name=chosen]:checked").count()).isEqualTo(2);
            pavel.find("[name=chosen]").first().uncheck();
            assertThat(
                            pavel.page()
                                    .evaluate(
                                            "() => document.querySelector('[data-choose-all]').indeterminate"))
                    .isEqualTo(true);
            pavel.find("[data-choose-all]").check();
            pavel.press("[data-take]");
            assertThat(pavel.text(".notice")).isEqualTo("Готово: 2 обращения.");
            pavel.press("[data-take]");
            assertThat(pavel.text(".notice-undone")).contains("Ничего не отмечено");
        }
    }
}
