package io.kollega.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.kollega.Cast;
import io.kollega.KollegaTest;
import io.kollega.access.Account;
import io.kollega.access.AccountBook;
import io.kollega.access.Grant;
import io.kollega.access.Role;
import io.kollega.organization.Organization;
import io.kollega.organization.Person;
import io.kollega.organization.PersonId;
import io.kollega.organization.Staffing;
import io.kollega.organization.Unit;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@KollegaTest
class AdministrationTest {
    @Autowired MockMvc mvc;
    @Autowired Cast cast;
    @Autowired Organization organization;
    @Autowired Staffing staffing;
    @Autowired AccountBook accounts;

    private String bearer = "";

    @BeforeEach
    void signIn() {
        bearer = cast.bearer("adam");
    }

    @Test
    void isForAdministratorsOnly() throws Exception {
        for (String page :
                List.of("units", "units/new", "people", "people/new", "accounts", "import")) {
            mvc.perform(get("/administration/" + page).header("Authorization", bearer))
                    .andExpect(status().isOk());
            mvc.perform(get("/administration/" + page).header("Authorization", cast.bearer("vera")))
                    .andExpect(status().isForbidden());
        }
    }

    @Test
    void createsRenamesAndClosesUnit() throws Exception {
        send(post("/administration/units")
                        .param("code", "a-lab")
                        .param("name", "Лаборатория")
                        .param("parent", "it")
                        .param("from", "2026-01-01"))
                .andExpect(redirectedUrlPattern("/administration/units/*?done=*"));
        Unit lab = organization.unit("a-lab").orElseThrow();
        assertThat(page("/administration/units").text()).contains("Лаборатория");
        String address = "/administration/units/" + lab.id().value();
        send(post(address + "/form")
                        .param("name", "Лаборатория качества")
                        .param("parent", "it")
                        .param("from", "2026-03-01"))
                .andExpect(status().is3xxRedirection());
        assertThat(page(address).text())
                .contains("Лаборатория качества")
                .contains("1 янв. 2026 – 28 февр. 2026");
        send(post(address + "/closing").param("on", "2026-03-03"))
                .andExpect(status().is3xxRedirection());
        assertThat(page(address).text()).contains("закрыто");
    }

    @Test
    void keepsWhatWasTypedWhenUnitIsRefused() throws Exception {
        Document refused =
                refused(
                        post("/administration/units")
                                .param("code", "it")
                                .param("name", "Ещё одно ИТ")
                                .param("parent", "company")
                                .param("from", "2026-01-01"));
        assertThat(value(refused, "name")).isEqualTo("Ещё одно ИТ");
        assertThat(refused.select(".problem").text()).contains("занят другим подразделением");
        Document closing =
                refused(
                        post("/administration/units/" + cast.unit("it").value() + "/closing")
                                .param("on", "2026-03-03"));
        assertThat(closing.select("[role=alert]").text()).contains("ещё есть люди");
    }

    @Test
    void takesOnMovesAndSeesOffPerson() throws Exception {
        send(post("/administration/people")
                        .param("code", "a-1")
                        .param("givenName", "Яна")
                        .param("familyName", "Ёлкина")
                        .param("email", "yana@example.ru")
                        .param("unit", "it")
                        .param("from", "2026-01-01"))
                .andExpect(redirectedUrlPattern("/administration/people/*?done=*"));
        Person yana = organization.person("a-1").orElseThrow();
        String address = "/administration/people/" + yana.id().value();
        assertThat(value(page(address + "/form"), "email")).isEqualTo("yana@example.ru");
        send(post(address + "/form")
                        .param("givenName", "Яна")
                        .param("familyName", "Ёлкина")
                        .param("unit", "procurement")
                        .param("from", "2026-02-01"))
                .andExpect(status().is3xxRedirection());
        assertThat(staffing.history(yana.id())).hasSize(2);
        send(post(address + "/leaving").param("last", "2026-03-02"))
                .andExpect(status().is3xxRedirection());
        assertThat(organization.unitOf(yana.id(), organization.today())).isEmpty();
    }

    @Test
    void opensAccountGivesRolesAndPasswordLink() throws Exception {
        Person person = organization.person("client7").orElseThrow();
        String address = "/administration/people/" + person.id().value();
        assertThat(alert(post(address + "/account").param("login", "seventh")))
                .as("its login is not changed under it")
                .contains("уже открыта");
        send(post(address + "/account/closing")).andExpect(status().is3xxRedirection());
        assertThat(alert(post(address + "/account").param("login", "pavel"))).contains("занят");
        send(post(address + "/account").param("login", "Seventh"))
                .andExpect(status().is3xxRedirection());
        String unit = Long.toString(cast.unit("it").value());
        for (String unknown : List.of("SPECIALIST", "ROOT", "SPECIALIST:999999", "AUDITOR:1")) {
            assertThat(alert(post(address + "/roles").param("role", "EMPLOYEE", unknown)))
                    .as(unknown)
                    .contains("Такой роли");
        }
        send(post(address + "/roles").param("role", "EMPLOYEE", "SPECIALIST:" + unit, ""))
                .andExpect(status().is3xxRedirection());
        Account account = accounts.of(person.id()).orElseThrow();
        assertThat(account.login()).isEqualTo("seventh");
        assertThat(account.grants())
                .containsExactlyInAnyOrder(
                        new Grant(Role.EMPLOYEE, null),
                        new Grant(Role.SPECIALIST, cast.unit("it")));

        Document link =
                Jsoup.parse(
                        send(post(address + "/password-link"))
                                .andExpect(status().isOk())
                                .andReturn()
                                .getResponse()
                                .getContentAsString());
        String path = value(link, "link").replaceFirst("^https?://[^/]+", "");
        mvc.perform(get(path)).andExpect(status().isOk());
        mvc.perform(get("/password/made-up")).andExpect(status().isNotFound());
    }

    @Test
    void correctsAndCancelsLeaving() throws Exception {
        PersonId person = cast.id("client12");
        String address = "/administration/people/" + person.value();
        assertThat(alert(post(address + "/leaving").param("last", "1900-01-01")))
                .contains("раньше первого рабочего дня");
        assertThat(alert(post(address + "/staying"))).contains("ничего не записано");
        send(post(address + "/leaving").param("last", "2026-02-20"))
                .andExpect(status().is3xxRedirection());
        assertThat(organization.unitOf(person, organization.today())).isEmpty();
        send(post(address + "/leaving").param("last", "20.01.2026"))
                .andExpect(status().is3xxRedirection());
        assertThat(staffing.history(person).getFirst().until())
                .isEqualTo(LocalDate.of(2026, 1, 21));
        send(post(address + "/leaving").param("last", "2026-02-25"))
                .andExpect(status().is3xxRedirection());
        assertThat(staffing.history(person).getFirst().until())
                .isEqualTo(LocalDate.of(2026, 2, 26));
        send(post(address + "/staying")).andExpect(status().is3xxRedirection());
        assertThat(staffing.history(person).getFirst().until()).isNull();
        assertThat(accounts.of(person).orElseThrow().grants())
                .containsExactly(new Grant(Role.EMPLOYEE, null));
    }

    @Test
    void givesFormsBackWithWhatIsWrong() throws Exception {
        String it = Long.toString(cast.unit("it").value());
        for (String day : List.of("", "soon", "+999999999-12-31", "0001-01-01")) {
            Document unit =
                    refused(
                            post("/administration/units")
                                    .param("code", "a-x")
                                    .param("name", "Икс")
                                    .param("from", day));
            assertThat(value(unit, "name")).isEqualTo("Икс");
            assertThat(unit.select("#from-problem").text()).contains("Нужна дата");
            assertThat(alert(post("/administration/units/" + it + "/closing").param("on", day)))
                    .contains("Нужна дата");
            assertThat(
                            alert(
                                    post("/administration/people/"
                                                    + cast.id("client12").value()
                                                    + "/leaving")
                                            .param("last", day)))
                    .contains("Нужна дата");
        }
        Document person = refused(post("/administration/people"));
        assertThat(person.select(".problem").eachText()).hasSize(4);
        assertThat(
                        refused(
                                        post("/administration/people")
                                                .param("code", "a-mail")
                                                .param("givenName", "Яна")
                                                .param("familyName", "Ким")
                                                .param("email", "bad mail")
                                                .param("unit", "it")
                                                .param("from", "2026-01-01"))
                                .select("#email-problem")
                                .text())
                .contains("не адрес почты");
        assertThat(unitForm(it, "ИТ", "it").select("#parent-problem").text())
                .contains("выше самого себя");
        assertThat(unitForm(it, "А".repeat(5000), "company").select("#name-problem").text())
                .contains("слишком длинны");
    }

    private Document unitForm(String unit, String name, String parent) throws Exception {
        return refused(
                post("/administration/units/" + unit + "/form")
                        .param("name", name)
                        .param("parent", parent)
                        .param("from", "2026-03-01"));
    }

    private String alert(MockHttpServletRequestBuilder request) throws Exception {
        return refused(request).select("[role=alert]").text();
    }

    @Test
    void tellsFirstStepsUntilThereAreOthers() throws Exception {
        assertThat(page("/").select("[hx-get='/administration/first-steps/fragment']")).hasSize(1);
        assertThat(page("/administration/first-steps/fragment").text())
                .contains("Некому работать с обращениями", "Логистика")
                .doesNotContain("С чего начать");
        assertThat(
                        page("/administration/units/" + cast.unit("logistics").value())
                                .select(".alert-warning")
                                .text())
                .contains("некому работать");
        assertThat(
                        page("/administration/units/" + cast.unit("it").value())
                                .select(".alert-warning"))
                .isEmpty();
    }

    @Test
    void opensAccountsOfUnitAtOnceAndGivesHeadsTheirRole() throws Exception {
        send(post("/administration/units")
                        .param("code", "a-many")
                        .param("name", "Многие")
                        .param("from", "2026-01-01"))
                .andExpect(status().is3xxRedirection());
        for (String code : List.of("a-many-1", "a-many-2", "Ъ ")) {
            send(
                    post("/administration/people")
                            .param("code", code)
                            .param("givenName", "Яна")
                            .param("familyName", "Ким")
                            .param("unit", "a-many")
                            .param("head", code.endsWith("1") ? "true" : "")
                            .param("from", "2026-01-01"));
        }
        String unit = Long.toString(organization.unit("a-many").orElseThrow().id().value());
        String file =
                send(post("/administration/accounts/opening").param("unit", unit))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        assertThat(file.lines().toList()).hasSize(3);
        assertThat(file).contains("a-many-1,Яна Ким,Многие,a-many-1,http");
        String link = file.substring(file.lastIndexOf("/password/")).strip();
        mvc.perform(get(link)).andExpect(status().isOk());
        PersonId head = organization.person("a-many-1").orElseThrow().id();
        assertThat(accounts.of(head).orElseThrow().grants())
                .extracting(Grant::role)
                .containsExactlyInAnyOrder(Role.EMPLOYEE, Role.UNIT_HEAD);
        PersonId other = organization.person("a-many-2").orElseThrow().id();
        send(post("/administration/people/" + other.value() + "/form")
                        .param("givenName", "Яна")
                        .param("familyName", "Ким")
                        .param("unit", "a-many")
                        .param("head", "true")
                        .param("from", "2026-02-01"))
                .andExpect(status().is3xxRedirection());
        assertThat(accounts.of(other).orElseThrow().grants())
                .extracting(Grant::role)
                .contains(Role.UNIT_HEAD);
        assertThat(accounts.of(head).orElseThrow().grants())
                .extracting(Grant::role)
                .containsExactly(Role.EMPLOYEE);
        assertThat(
                        send(post("/administration/accounts/opening").param("unit", unit))
                                .andReturn()
                                .getResponse()
                                .getContentAsString()
                                .lines())
                .hasSize(1);
    }

    @Test
    void keepsTheLastAdministrator() throws Exception {
        for (String last : List.of("2026-02-20", "2026-12-31")) {
            assertThat(
                            alert(
                                    post("/administration/people/"
                                                    + cast.id("adam").value()
                                                    + "/leaving")
                                            .param("last", last)))
                    .contains("последний администратор");
        }
        Document refused =
                refused(
                        post("/administration/people/" + cast.id("adam").value() + "/roles")
                                .param("role", ""));
        assertThat(refused.select("[role=alert]").text()).contains("последний администратор");
        assertThat(accounts.of(cast.id("adam")).orElseThrow().grants())
                .containsExactly(new Grant(Role.ADMINISTRATOR, null));
    }

    @Test
    void showsWhatWouldChangeBeforeItImports() throws Exception {
        String preview =
                Objects.requireNonNull(
                        upload("UNITS", "code,name,parent\na-imp,Из файла,company\n")
                                .andExpect(redirectedUrlPattern("/administration/import/*"))
                                .andReturn()
                                .getResponse()
                                .getRedirectedUrl());
        assertThat(page(preview).text()).contains("Из файла").contains("появится");
        assertThat(organization.unit("a-imp")).isEmpty();
        mvc.perform(get(preview).header("Authorization", cast.bearer("irina")))
                .andExpect(status().isForbidden());
        send(post(preview)).andExpect(status().is3xxRedirection());
        assertThat(organization.unit("a-imp")).isPresent();
        mvc.perform(get(preview).header("Authorization", bearer)).andExpect(status().isNotFound());
    }

    @Test
    void saysWhereRowOfFileIsTooShort() throws Exception {
        Document refused =
                Jsoup.parse(
                        upload("UNITS", "code,name,parent\na-short,Коротко\n")
                                .andExpect(status().isUnprocessableContent())
                                .andReturn()
                                .getResponse()
                                .getContentAsString());
        assertThat(refused.select("tbody tr").text()).contains("в строке 2 поля, а в заголовке 3");
        assertThat(refused(post("/administration/import").param("kind", "UNITS")).text())
                .contains("файл пуст");
    }

    @Test
    void showsEveryProblemOfFileByItsLine() throws Exception {
        Document refused =
                Jsoup.parse(
                        upload("PEOPLE", "code,given_name,family_name,unit\na-9,,Ким,nowhere\n")
                                .andExpect(status().isUnprocessableContent())
                                .andReturn()
                                .getResponse()
                                .getContentAsString());
        assertThat(refused.select("tbody tr").eachText())
                .hasSize(2)
                .first()
                .asString()
                .startsWith("2 given_name");
        assertThat(refused.select("[role=alert]").text()).contains("2 ошибки");
    }

    private ResultActions upload(String kind, String csv) throws Exception {
        return mvc.perform(
                multipart("/administration/import")
                        .file(
                                new MockMultipartFile(
                                        "file",
                                        "a.csv",
                                        "text/csv",
                                        csv.getBytes(StandardCharsets.UTF_8)))
                        .param("kind", kind)
                        .header("Authorization", bearer));
    }

    private ResultActions send(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.header("Authorization", bearer));
    }

    private Document refused(MockHttpServletRequestBuilder request) throws Exception {
        return Jsoup.parse(
                send(request)
                        .andExpect(status().isUnprocessableContent())
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
    }

    private Document page(String path) throws Exception {
        return Jsoup.parse(
                send(get(path))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
    }

    private static String value(Document page, String id) {
        return Objects.requireNonNull(page.getElementById(id)).val();
    }
}
