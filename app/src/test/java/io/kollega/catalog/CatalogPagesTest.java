package io.kollega.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.kollega.Browser;
import io.kollega.Cast;
import io.kollega.Described;
import io.kollega.KollegaTest;
import io.kollega.organization.Name;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@KollegaTest
class CatalogPagesTest {
    @Autowired MockMvc mvc;
    @Autowired Cast cast;
    @Autowired Catalog catalog;

    private long printer;

    @BeforeEach
    void offer() {
        printer =
                Objects.requireNonNull(
                                catalog.bring(
                                                List.of(
                                                        new NewService(
                                                                "pages-printer",
                                                                cast.unit("it"),
                                                                new Name(
                                                                        "Заправка принтера",
                                                                        "Toner"),
                                                                Name.of("Новый картридж"),
                                                                Duration.ofMinutes(30),
                                                                Duration.ofHours(16),
                                                                List.of(),
                                                                List.of(Name.of("Приходим сами")),
                                                                List.of(
                                                                        Name.of(
                                                                                "Номер кабинета")))))
                                        .get("pages-printer"))
                        .value();
    }

    @Test
    void showsServicesByUnitAndLetsAsk() throws Exception {
        Document page = Browser.of("irina", mvc).page("/services");
        assertThat(page.select("a[href=/services/" + printer + "]").text())
                .isEqualTo("Заправка принтера");
        assertThat(page.select("a[href=/requests/new?unit=" + cast.unit("logistics").value() + "]"))
                .isNotEmpty();
    }

    @Test
    void narrowsListWhileOneTypes() throws Exception {
        Document list = Browser.of("irina", mvc).page("/services/list?q=картриджи");
        assertThat(list.select("h1")).isEmpty();
        assertThat(list.select(".offer-name").eachText()).containsExactly("Заправка принтера");
    }

    @Test
    void tellsStandardInPlainWords() throws Exception {
        Document page = Browser.of("irina", mvc).page("/services/" + printer);
        assertThat(page.select("main").text())
                .contains("30 рабочих минут", "16 рабочих часов", "Приходим сами")
                .contains("Номер кабинета", "пн–пт 9:00–13:00, 14:00–18:00");
        assertThat(page.select("a[href=/requests/new?service=" + printer + "]")).hasSize(1);
    }

    @Test
    void publishesNewVersionAndKeepsEarlierOneVisible() throws Exception {
        Browser vera = Browser.of("vera", mvc);
        String form = "/our-services/" + printer + "/standard";
        vera.send(
                        form,
                        "response",
                        "1",
                        "solution",
                        "1:30",
                        "norms",
                        "Приходим сами\nГоворим, когда придём",
                        "norms-english",
                        "\nWe say when we come",
                        "duties",
                        "",
                        "label-0",
                        "Кабинет",
                        "kind-0",
                        "NUMBER",
                        "required-0",
                        "on")
                .andExpect(status().is3xxRedirection());
        assertThat(catalog.standard(new ServiceId(printer)).version()).isEqualTo(1);
        mvc.perform(get(form).header("Authorization", cast.bearer("vera")))
                .andExpect(result ->
                        assertThat(result.getResponse().getContentAsString())
                                .as("a browser drops the first of these line breaks")
                                .contains(">\n\nWe say when we come</textarea>"));
        vera.send(form + "/publication").andExpect(status().is3xxRedirection());
        Standard published = catalog.standard(new ServiceId(printer));
        assertThat(published.version()).isEqualTo(2);
        assertThat(published.solution()).isEqualTo(Duration.ofMinutes(90));
        assertThat(published.fields())
                .containsExactly(
                        new FormField(
                                "f1", Name.of("Кабинет"), FormField.Kind.NUMBER, true, List.of()));
        assertThat(published.norms())
                .containsExactly(
                        Name.of("Приходим сами"),
                        new Name("Говорим, когда придём", "We say when we come"));
        vera.send(form + "/publication").andExpect(status().isConflict());
        assertThat(vera.page("/services/" + printer + "/standards/1").select("main").text())
                .contains("прежняя редакция", "16 рабочих часов");
    }

    @Test
    void keepsWhatWasTypedWhenStandardIsRefused() throws Exception {
        ResultActions refused =
                Browser.of("vera", mvc)
                        .send(
                                "/our-services/" + printer + "/standard",
                                "response",
                                "сто",
                                "solution",
                                "1",
                                "norms",
                                "Новая норма",
                                "norms-english",
                                "A new norm\nOne too many",
                                "duties",
                                "",
                                "label-0",
                                "Цвет",
                                "kind-0",
                                "CHOICE",
                                "options-0",
                                "чёрный")
                        .andExpect(status().isUnprocessableContent());
        Document page = Jsoup.parse(refused.andReturn().getResponse().getContentAsString());
        assertThat(page.select("#response").val()).isEqualTo("сто");
        assertThat(page.select("#norms").val()).isEqualTo("Новая норма");
        assertThat(page.select("#norms-english").val()).isEqualTo("A new norm\nOne too many");
        assertThat(page.select("#label-0").val()).isEqualTo("Цвет");
        assertThat(page.select(".problem")).hasSize(3);
    }

    @Test
    void offersNewServiceOnceItsStandardIsPublished() throws Exception {
        Browser vera = Browser.of("vera", mvc);
        String unit = String.valueOf(cast.unit("it").value());
        String to =
                vera.send("/our-services", "unit", unit, "name", "Починка мыши")
                        .andExpect(status().is3xxRedirection())
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl();
        String form = Objects.requireNonNull(to).substring(0, to.indexOf('?'));
        assertThat(found("Починка мыши")).isEmpty();
        vera.send(form, "response", "2", "solution", "4", "norms", "", "duties", "");
        vera.send(form + "/publication");
        assertThat(found("Починка мыши")).hasSize(1);
        String service = form.substring(0, form.lastIndexOf('/'));
        vera.send(service + "/retirement").andExpect(status().is3xxRedirection());
        assertThat(found("Починка мыши")).isEmpty();
        vera.send(service + "/return");
        assertThat(found("Починка мыши")).hasSize(1);
        vera.send(
                service,
                "name",
                "Починка мыши",
                "everyone",
                "false",
                "audience",
                String.valueOf(cast.unit("procurement").value()));
        assertThat(found("Починка мыши")).isEmpty();
        vera.send(service, "name", "Починка мыши", "everyone", "false", "audience", "999999")
                .andExpect(status().isUnprocessableContent());
        vera.send(
                        form,
                        "response",
                        "2",
                        "solution",
                        "4",
                        "label-0",
                        "А".repeat(5000),
                        "kind-0",
                        "LONG_TEXT")
                .andExpect(status().isUnprocessableContent());
        vera.send(form, "response", "2", "solution", "4", "label-0", "Что?", "kind-0", "LONG_TEXT");
        vera.send(form + "/publication");
        vera.send(service, "name", "Починка мыши", "everyone", "true");
        mvc.perform(
                        get("/api/v1/services")
                                .param("unit", unit)
                                .param("limit", "200")
                                .header("Authorization", cast.bearer("irina")))
                .andExpect(
                        jsonPath("$.items[?(@.name=='Починка мыши')]" + ".standard.fields[0].kind")
                                .value("long-text"))
                .andExpect(result -> Described.kept().assertHolds(result));
    }

    @Test
    void changesWhatUnitPromisesToWhoeverJustAsks() throws Exception {
        Browser vera = Browser.of("vera", mvc);
        String form = "/our-services/units/" + cast.unit("it").value() + "/standard";
        vera.send(form, "response", "6", "solution", "30", "norms", "", "duties", "");
        assertThat(catalog.standard(cast.unit("it")).response()).isNotEqualTo(Duration.ofHours(6));
        vera.send(form + "/removal");
        assertThat(vera.page(form).select("#response").val()).isNotEqualTo("6");
    }

    @Test
    void hidesWhatOthersRun() throws Exception {
        Browser irina = Browser.of("irina", mvc);
        irina.open("/our-services").andExpect(status().isForbidden());
        Browser vera = Browser.of("vera", mvc);
        vera.open("/our-services/units/" + cast.unit("accounting").value() + "/standard")
                .andExpect(status().isNotFound());
        vera.send("/our-services", "unit", "" + cast.unit("accounting").value(), "name", "Чужая")
                .andExpect(status().isNotFound());
    }

    @Test
    void listsServicesForPrograms() throws Exception {
        mvc.perform(
                        get("/api/v1/services")
                                .param("unit", "" + cast.unit("it").value())
                                .param("limit", "200")
                                .header("Authorization", cast.bearer("irina")))
                .andExpect(status().isOk())
                .andExpect(
                        jsonPath("$.items[?(@.id==" + printer + ")].standard.responseSeconds")
                                .value(1800));
        mvc.perform(
                        get("/api/v1/services")
                                .param("limit", "1")
                                .header("Authorization", cast.bearer("irina")))
                .andExpect(jsonPath("$.items.length()").value(1));
    }

    private List<OfferedService> found(String name) {
        return catalog.search(name, cast.unit("accounting"), 100).stream()
                .filter(service -> service.name().text().equals(name))
                .toList();
    }
}
