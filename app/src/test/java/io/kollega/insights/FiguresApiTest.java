package io.kollega.insights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.kollega.Cast;
import io.kollega.Described;
import io.kollega.KollegaTest;
import io.kollega.organization.Name;
import io.kollega.organization.NewUnit;
import io.kollega.organization.Organization;
import io.kollega.organization.PersonId;
import io.kollega.organization.Staffing;
import io.kollega.organization.UnitId;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Figures as programs and people get them. The units belong to this test alone. */
@KollegaTest
class FiguresApiTest {
    private static final Described DESCRIBED = Described.kept();

    @Autowired MockMvc mvc;
    @Autowired Cast cast;
    @Autowired Organization organization;
    @Autowired Staffing staffing;
    @Autowired Observations observations;
    @Autowired Fold fold;

    private UnitId asks;
    private UnitId serves;
    private UnitId quiet;

    FiguresApiTest(@Autowired Organization organization) {
        Map<String, UnitId> units =
                organization.bringUnits(
                        List.of(
                                unit("figures-asks"),
                                unit("figures-serves"),
                                unit("figures-quiet")));
        asks = Objects.requireNonNull(units.get("figures-asks"));
        serves = Objects.requireNonNull(units.get("figures-serves"));
        quiet = Objects.requireNonNull(units.get("figures-quiet"));
    }

    @BeforeEach
    void rate() {
        for (int i = 0; i < 8; i++) {
            record("f" + i, Measure.NPS, serves, i < 5 ? 10 : 3, 100 + i);
            record("f" + i, Measure.EASE, serves, i < 6 ? 3 : 0, 100 + i);
            record("p" + i, Measure.ON_TIME, serves, i < 7 ? 1 : 0, 0);
        }
        for (int i = 0; i < 4; i++) {
            record("q" + i, Measure.NPS, quiet, 9, 100 + i);
        }
        fold.everything();
    }

    @Test
    void givesPublishedAndWithheldCells() throws Exception {
        JsonNode matrix = json("/api/v1/figures/matrix?measure=nps");
        assertThat(matrix.get("measure").asString()).isEqualTo("nps");
        JsonNode cell = cell(matrix, serves);
        assertThat(cell.get("n").asInt()).isEqualTo(8);
        assertThat(cell.get("raters").asInt()).isEqualTo(8);
        assertThat(cell.get("value").asDouble()).isEqualTo(25);
        assertThat(cell.get("low").asDouble()).isBetween(-100.0, 25.0);
        assertThat(cell.get("high").asDouble()).isBetween(25.0, 100.0);
        assertThat(cell.has("withheld")).isFalse();
        JsonNode hidden = cell(matrix, quiet);
        assertThat(hidden.get("withheld").asString()).isEqualTo("hidden: fewer than 5 people");
        assertThat(hidden.has("n")).isFalse();
        assertThat(hidden.has("value")).isFalse();
    }

    @Test
    void givesSharesBetweenZeroAndOne() throws Exception {
        assertThat(
                        cell(json("/api/v1/figures/matrix?measure=ease"), serves)
                                .get("value")
                                .asDouble())
                .isEqualTo(0.75);
        assertThat(
                        cell(json("/api/v1/figures/matrix?measure=on-time"), serves)
                                .get("value")
                                .asDouble())
                .isEqualTo(0.875);
    }

    @Test
    void countsTheMonthsAskedFor() throws Exception {
        JsonNode march = json("/api/v1/figures/matrix?from=2026-03&to=2026-03");
        assertThat(cell(march, serves).get("n").asInt()).isEqualTo(8);
        JsonNode earlier = json("/api/v1/figures/matrix?from=2025-01&to=2026-02");
        assertThat(earlier.get("cells").valueStream().filter(c -> is(c, serves))).isEmpty();
    }

    @Test
    void givesSeriesOfUnit() throws Exception {
        JsonNode series = json("/api/v1/figures/nps?unit=" + serves.value());
        assertThat(series.get("unit").asLong()).isEqualTo(serves.value());
        JsonNode point = series.get("points").get(0);
        assertThat(point.get("from").asString()).isEqualTo("2026-03");
        assertThat(point.get("value").asDouble()).isEqualTo(25);
    }

    @Test
    void goesOnWithTheFiguresOfMergedUnit() throws Exception {
        Map<String, UnitId> units =
                organization.bringUnits(List.of(unit("figures-former"), unit("figures-heir")));
        UnitId former = Objects.requireNonNull(units.get("figures-former"));
        UnitId heir = Objects.requireNonNull(units.get("figures-heir"));
        for (int i = 0; i < 6; i++) {
            record("former" + i, Measure.NPS, former, 10, 100 + i);
            record("heir" + i, Measure.NPS, heir, 10, 100 + i);
        }
        fold.everything();
        staffing.close(former, Set.of(heir), organization.today(), cast.id("adam"));
        assertThat(n("/api/v1/figures/nps?unit=" + heir.value())).isEqualTo(12);
        assertThat(n("/api/v1/figures/nps?structure=then&unit=" + heir.value())).isEqualTo(6);
        assertThat(n("/api/v1/figures/nps?unit=" + former.value())).isEqualTo(6);
        JsonNode today = json("/api/v1/figures/matrix");
        assertThat(cell(today, heir).get("n").asInt()).isEqualTo(12);
        assertThat(today.get("cells").valueStream().filter(c -> is(c, former))).isEmpty();
        JsonNode then = json("/api/v1/figures/matrix?structure=then");
        assertThat(cell(then, heir).get("n").asInt()).isEqualTo(6);
        assertThat(cell(then, former).get("n").asInt()).isEqualTo(6);
        assertThat(status("/api/v1/figures/matrix?structure=mine")).isEqualTo(422);
        assertThat(status("/api/v1/figures/nps?structure=mine")).isEqualTo(422);
        assertThat(page("/figures/units/" + heir.value()).text())
                .contains("включают", "figures-former");
        assertThat(page("/figures/units/" + heir.value() + "?structure=then").text())
                .contains("Без показателей");
        assertThat(page("/figures/units/" + former.value()).text())
                .contains("продолжает", "figures-heir");
        assertThat(page("/figures/matrix?structure=then&months=0&top=40").select("#structure"))
                .isNotEmpty();
    }

    private int n(String address) throws Exception {
        return json(address).get("figure").get("n").asInt();
    }

    @Test
    void saysWhatItDoesNotUnderstand() throws Exception {
        assertThat(status("/api/v1/figures/matrix?measure=joy")).isEqualTo(422);
        assertThat(status("/api/v1/figures/matrix?from=2026-05&to=2026-03")).isEqualTo(422);
        assertThat(status("/api/v1/figures/matrix?from=may")).isEqualTo(400);
        assertThat(status("/api/v1/figures/joy")).isEqualTo(404);
        assertThat(status("/api/v1/figures/nps?unit=99999999")).isEqualTo(404);
        assertThat(status("/api/v1/figures/nps?side=both")).isEqualTo(422);
    }

    @Test
    void showsTheMatrixAsTableWithHeaders() throws Exception {
        Document page = page("/figures/matrix?months=0&top=40");
        Element table = Objects.requireNonNull(page.selectFirst("table.matrix"));
        assertThat(table.select("caption").text()).isNotEmpty();
        assertThat(table.select("thead th[scope=col]")).isNotEmpty();
        assertThat(table.select("tbody th[scope=row]")).isNotEmpty();
        Element link = Objects.requireNonNull(table.selectFirst(link()));
        assertThat(link.text()).contains("+25", "8·8");
        assertThat(table.select("td.x").text()).contains("мало людей");
        assertThat(page.outerHtml().length()).isLessThan(100_000);
    }

    @Test
    void opensCellInPlainWords() throws Exception {
        Document page =
                page(
                        "/figures/matrix?months=0&client="
                                + asks.value()
                                + "&provider="
                                + serves.value());
        String words = Objects.requireNonNull(page.selectFirst(".matrix-pair")).text();
        assertThat(words).contains("+25", "8 ответов от 8 человек", "неотличимы от случайных");
        String hidden =
                page("/figures/matrix?months=0&client="
                                + asks.value()
                                + "&provider="
                                + quiet.value())
                        .select(".matrix-pair")
                        .text();
        assertThat(hidden).contains("Скрыто: оценили меньше 5 человек");
    }

    @Test
    void showsUnitFromBothSides() throws Exception {
        String page = page("/figures/units/" + serves.value() + "?months=0").text();
        assertThat(page).contains("Как исполнитель", "Как клиент", "+25");
        assertThat(status("/figures/units/99999999")).isEqualTo(404);
    }

    @Test
    void leavesAsFiles() throws Exception {
        String csv = text("/figures/matrix.csv?months=0");
        assertThat(csv).contains("figures-asks,figures-serves,Чистая оценка,25,");
        assertThat(csv).contains("figures-asks,figures-quiet,Чистая оценка,,,,,,,,");
        assertThat(status("/figures/matrix.xlsx")).isEqualTo(200);
        assertThat(text("/figures/units/" + serves.value() + ".csv?months=0"))
                .contains(",0.75,")
                .contains(",за всё время");
    }

    private void record(String source, Measure measure, UnitId provider, int value, long person) {
        observations.record(
                List.of(
                        new Observation(
                                "figures:" + source,
                                measure,
                                asks,
                                provider,
                                null,
                                LocalDate.of(2026, 3, 2),
                                value,
                                person == 0 ? 0 : observations.raterKey(new PersonId(person)))));
    }

    private String link() {
        return "a[href*='cell=" + asks.value() + "-" + serves.value() + "']";
    }

    private JsonNode cell(JsonNode matrix, UnitId provider) {
        return matrix.get("cells")
                .valueStream()
                .filter(cell -> is(cell, provider))
                .findFirst()
                .orElseThrow();
    }

    private boolean is(JsonNode cell, UnitId provider) {
        return cell.get("client").asLong() == asks.value()
                && cell.get("provider").asLong() == provider.value();
    }

    private JsonNode json(String address) throws Exception {
        String text = text(address);
        DESCRIBED.assertHolds("GET", address, 200, text);
        return new JsonMapper().readTree(text);
    }

    private Document page(String address) throws Exception {
        return Jsoup.parse(text(address));
    }

    private String text(String address) throws Exception {
        return call(address).getContentAsString(StandardCharsets.UTF_8);
    }

    private int status(String address) throws Exception {
        return call(address).getStatus();
    }

    private MockHttpServletResponse call(String address) throws Exception {
        return mvc.perform(
                        get(address)
                                .header(HttpHeaders.AUTHORIZATION, cast.bearer("client2"))
                                .header(HttpHeaders.ACCEPT_LANGUAGE, "ru"))
                .andReturn()
                .getResponse();
    }

    private static NewUnit unit(String code) {
        return new NewUnit(code, Name.of(code), null, LocalDate.of(2020, 1, 1));
    }
}
