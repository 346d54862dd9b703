package io.kollega.travel;

import static org.assertj.core.api.Assertions.assertThat;

import io.kollega.Browser;
import io.kollega.Cast;
import io.kollega.KollegaTest;
import io.kollega.exchange.EventLogs;
import io.kollega.exchange.LogOutcome;
import io.kollega.exchange.Progress;
import io.kollega.organization.Organization;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** The page and its files say of few no more than may be told. */
@KollegaTest
class TravelPagesTest {
    @Autowired private MockMvc mvc;
    @Autowired private Cast cast;
    @Autowired private EventLogs logs;
    @Autowired private TravelFold fold;
    @Autowired private Organization organization;

    @BeforeEach
    void bring() {
        if (organization.unit("edge U1").isEmpty()) {
            bring("edge", TravelFoldTest.around("edge", List.of("2013-01", "2013-02", "2013-04")));
            bring("page", TravelFoldTest.closedRequests("2013-03", "page"));
            fold.fold();
        }
    }

    @Test
    void tellsBoundsWhereFewWentAlike() throws Exception {
        Document page =
                Browser.of("irina", mvc).page("/figures/travel?from=2013-03&to=2013-03&find=page");
        assertThat(page.select(".travel-figures").text())
                .contains("≥ 90 %")
                .doesNotContain("6 из 6");
        assertThat(page.select("section:has(a[href^=/figures/travel/waiting.csv]) tbody").text())
                .contains("≥ 90 %")
                .contains("≤ 4,0");
        assertThat(page.select(".curve")).isEmpty();
        assertThat(page.select("p.hint").eachText())
                .anyMatch(hint -> hint.startsWith("Месяцы, в которые обращались меньше пяти"));
    }

    @Test
    void tellsNoMoreInFiles() throws Exception {
        assertThat(csv("waiting"))
                .anyMatch(line -> line.matches("page A2,6,\"?≥ 90%\"?,\"?≤ 4,0\"?,2013-03"));
        assertThat(csv("flows"))
                .anyMatch(line -> line.matches("page B1,page A1,6,6,\"?≥ 90%\"?,2013-03"))
                .anyMatch(line -> line.matches("page A1,page A2,6,6,\"?≤ 10%\"?,2013-03"));
    }

    @Test
    void saysThatUnitsAreHiddenBecauseFewPeopleAsked() throws Exception {
        Document page = Browser.of("irina", mvc).page("/figures/travel?from=2013-02&to=2013-02");
        assertThat(page.select("p.hint").eachText())
                .anyMatch(hint -> hint.startsWith("Скрыты 12: обращались меньше пяти человек"));
        assertThat(page.text()).doesNotContain("edge U1");
    }

    private List<String> csv(String table) throws Exception {
        return mvc.perform(
                        MockMvcRequestBuilders.get(
                                        "/figures/travel/" + table + ".csv?from=2013-03&to=2013-03")
                                .header("Authorization", cast.bearer("irina")))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    private void bring(String source, String log) {
        assertThat(
                        logs.bring(
                                new ByteArrayInputStream(log.getBytes(StandardCharsets.UTF_8)),
                                new StringReader(TravelFoldTest.MAPPING.formatted(source)),
                                Progress.unheard()))
                .isInstanceOf(LogOutcome.Imported.class);
    }
}
