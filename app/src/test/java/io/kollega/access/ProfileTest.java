package io.kollega.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.kollega.Cast;
import io.kollega.KollegaTest;
import io.kollega.organization.Organization;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@KollegaTest
class ProfileTest {
    private static final String NEW = "a new phrase of several words";

    @Autowired MockMvc mvc;
    @Autowired Cast cast;
    @Autowired Organization organization;
    @Autowired SignIn signIn;
    @Autowired PasswordLinks links;

    @Test
    void showsTokenOnceAndTakesIt() throws Exception {
        String body =
                send("client3", post("/profile/tokens").param("name", "проба"))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        Matcher token = Pattern.compile("kollega_[A-Za-z0-9_-]{43}").matcher(body);
        assertThat(token.find()).isTrue();
        mvc.perform(get("/api/v1/me").header("Authorization", "Bearer " + token.group()))
                .andExpect(status().isOk());
        assertThat(page("client3", "/profile/tokens").html()).doesNotContain(token.group());
        send("client3", post("/profile/tokens").param("name", " "))
                .andExpect(status().isUnprocessableContent());
    }

    @Test
    void changesPasswordForWhoKnowsThePresentOne() throws Exception {
        String old = Cast.PASSWORD;
        assertThat(
                        links.use(
                                links.create(cast.id("client4"), cast.id("adam")),
                                cast.id("client4"),
                                old))
                .isTrue();
        change("client4", "wrong", NEW, NEW).andExpect(status().isUnprocessableContent());
        change("client4", old, "short", "short").andExpect(status().isUnprocessableContent());
        change("client4", old, NEW, NEW + "!").andExpect(status().isUnprocessableContent());
        change("client4", old, "client4 client4 client4", "client4 client4 client4")
                .andExpect(status().isUnprocessableContent());
        change("client4", old, "passwordpassword", "passwordpassword")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("угадают одним из первых")));
        change("client4", old, old, old)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("нынешний пароль")));
        change("client4", old, NEW, NEW)
                .andExpect(redirectedUrl("/profile?done=access.password.changed"));
        assertThat(signIn.attempt("client4", NEW, new Origin("10.1.0.1", null)))
                .isInstanceOf(SignIn.Outcome.Admitted.class);
        assertThat(signIn.attempt("client4", old, new Origin("10.1.0.1", null)))
                .isEqualTo(new SignIn.Outcome.Wrong());
    }

    @Test
    void setsPasswordByLinkOnce() throws Exception {
        String secret = links.create(cast.id("client5"), cast.id("adam"));
        String address = "/password/" + secret;
        Document form =
                Jsoup.parse(
                        mvc.perform(get(address))
                                .andExpect(status().isOk())
                                .andReturn()
                                .getResponse()
                                .getContentAsString());
        assertThat(form.getElementById("current")).as("asks for no present one").isNull();
        mvc.perform(form(address).param("password", Cast.PASSWORD).param("again", Cast.PASSWORD))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("нынешний пароль")));
        mvc.perform(form(address).param("password", NEW).param("again", NEW))
                .andExpect(redirectedUrl("/?done=access.password.changed"))
                .andExpect(cookie().exists("kollega"));
        mvc.perform(get(address)).andExpect(status().isNotFound());
        assertThat(links.use(secret, cast.id("client5"), NEW)).isFalse();
    }

    @Test
    void namesStandInByWhatOneTypes() throws Exception {
        String today = organization.today().toString();
        Document several =
                Jsoup.parse(
                        send("client1", standIn("клиент", today, today))
                                .andExpect(status().isUnprocessableContent())
                                .andReturn()
                                .getResponse()
                                .getContentAsString());
        assertThat(several.select("input[type=radio]")).hasSizeGreaterThan(1);
        send("client1", standIn("никто", today, today))
                .andExpect(status().isUnprocessableContent());
        Document undated =
                Jsoup.parse(
                        send("client1", standIn("client2", "", today))
                                .andExpect(status().isUnprocessableContent())
                                .andReturn()
                                .getResponse()
                                .getContentAsString());
        assertThat(undated.select("#who").val()).isEqualTo("client2");
        assertThat(undated.select("#last-problem").text()).contains("Нужна дата");
        send("client1", standIn("client1", today, today))
                .andExpect(status().isUnprocessableContent());
        send("client1", standIn("Клиент Номер2 (client2)", today, today))
                .andExpect(redirectedUrl("/profile/stand-ins?done=access.stand-ins.named"));
        assertThat(page("client1", "/profile/stand-ins").text()).contains("Клиент Номер2");
        assertThat(page("client2", "/profile/stand-ins").text()).contains("Вы замещаете");
    }

    private String header(String login) throws Exception {
        return send(login, get("/requests/mine/export.csv"))
                .andReturn()
                .getResponse()
                .getContentAsString()
                .lines()
                .findFirst()
                .orElseThrow();
    }

    @Test
    void remembersLanguageThemeAndZone() throws Exception {
        send("client6", post("/preferences").param("language", "en").param("back", "/profile"))
                .andExpect(redirectedUrl("/profile"))
                .andExpect(cookie().value("kollega-language", "en"));
        send("client6", post("/preferences").param("theme", "dark"));
        send("client6", post("/preferences").param("theme", "pink").param("language", "xx"));
        assertThat(header("client6")).as("by the language").contains(",").doesNotContain(";");
        send("client6", post("/preferences").param("csv", "semicolon"));
        send("client6", post("/preferences").param("csv", "tab"));
        assertThat(header("client6")).contains(";").doesNotContain(",");
        send("client6", post("/profile/zone").param("zone", "Asia/Yekaterinburg"));
        send("client6", post("/profile/zone").param("zone", "Mars/Base"))
                .andExpect(status().isUnprocessableContent());
        Document page = page("client6", "/profile");
        assertThat(Objects.requireNonNull(page.selectFirst("html")).attr("lang")).isEqualTo("en");
        assertThat(Objects.requireNonNull(page.selectFirst("html")).attr("data-bs-theme"))
                .isEqualTo("dark");
        assertThat(page.select("option[selected]").val()).isEqualTo("Asia/Yekaterinburg");
    }

    @Test
    void givesProgramsCommasUnlessTheSettingSaysOtherwise() throws Exception {
        String header =
                mvc.perform(
                                get("/requests/mine/export.csv")
                                        .header("Authorization", cast.bearer("client4"))
                                        .header("Accept-Language", "ru"))
                        .andReturn()
                        .getResponse()
                        .getContentAsString()
                        .lines()
                        .findFirst()
                        .orElseThrow();
        assertThat(header).contains(",").doesNotContain(";");
    }

    @Test
    void switchesSingleKeysOff() throws Exception {
        assertThat(page("client7", "/profile").body().attr("data-shortcuts")).isEqualTo("on");
        send("client7", post("/profile/shortcuts"));
        assertThat(page("client7", "/profile").body().attr("data-shortcuts")).isEqualTo("off");
        send("client7", post("/profile/shortcuts").param("shortcuts", "true"));
        assertThat(page("client7", "/profile").body().attr("data-shortcuts")).isEqualTo("on");
    }

    @Test
    void saysThatPageHasExpiredAndGivesBackWhatWasTyped() throws Exception {
        for (var request :
                List.of(
                        post("/notifications/reading"),
                        post("/notifications/reading").with(csrf()))) {
            var answer =
                    mvc.perform(
                                    request.header("Host", "kollega.example")
                                            .header("Origin", "https://kollega.example")
                                            .header("Referer", "https://kollega.example/a?b=c")
                                            .param("password", "never to be shown again")
                                            .param("text", "Что было набрано"))
                            .andReturn()
                            .getResponse();
            Document page = Jsoup.parse(answer.getContentAsString());
            assertThat(answer.getStatus()).isIn(401, 403);
            assertThat(page.text())
                    .containsAnyOf("Страница устарела", "Сеанс закончился")
                    .doesNotContain("администратору", "never");
            assertThat(page.select("textarea").text()).isEqualTo("Что было набрано");
            assertThat(page.select("a[href='/a?b=c']")).hasSize(1);
        }
    }

    @Test
    void goesWhereItIsToldToWordForWord() throws Exception {
        send("client8", post("/preferences").param("back", "/{x}?q=ру"))
                .andExpect(redirectedUrl("/%7Bx%7D?q=%D1%80%D1%83"));
    }

    @Test
    void speaksTheLanguageTheBrowserAsksFor() throws Exception {
        for (String[] asked :
                new String[][] {{"en-GB,ru;q=0.5", "en"}, {"ru", "ru"}, {"fr", "ru"}}) {
            String body =
                    mvc.perform(get("/sign-in").header("Accept-Language", asked[0]))
                            .andReturn()
                            .getResponse()
                            .getContentAsString();
            assertThat(body).contains("<html lang=\"" + asked[1] + "\"");
        }
    }

    private static MockHttpServletRequestBuilder standIn(String who, String first, String last) {
        return post("/profile/stand-ins")
                .param("who", who)
                .param("first", first)
                .param("last", last);
    }

    private ResultActions change(String login, String current, String password, String again)
            throws Exception {
        return send(
                login,
                post("/profile/password")
                        .param("current", current)
                        .param("password", password)
                        .param("again", again));
    }

    private static MockHttpServletRequestBuilder form(String address) {
        return post(address).with(csrf());
    }

    private ResultActions send(String login, MockHttpServletRequestBuilder request)
            throws Exception {
        return mvc.perform(request.header("Authorization", cast.bearer(login)));
    }

    private Document page(String login, String path) throws Exception {
        return Jsoup.parse(
                send(login, get(path))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
    }
}
