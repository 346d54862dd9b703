package io.kollega.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.kollega.Cast;
import io.kollega.KollegaTest;
import io.kollega.TestClock;
import io.kollega.access.FamiliarPlaces.Known;
import io.kollega.organization.PersonId;
import jakarta.servlet.http.Cookie;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.ResultActions;

@KollegaTest
class SignInTest {
    @Autowired MockMvc mvc;
    @Autowired TestClock clock;
    @Autowired Cast cast;
    @Autowired FamiliarPlaces places;
    @Autowired JdbcClient jdbc;

    private static final Duration DAYS_90 = Duration.ofDays(90);

    @AfterEach
    void setClockBack() {
        clock.set(TestClock.START);
    }

    @Test
    void admitsByPasswordAndComesBack() throws Exception {
        Cookie session = session(attempt("irina", Cast.PASSWORD, "10.0.0.1", "/?a=1&b=2"));
        mvc.perform(get("/").cookie(session)).andExpect(status().isOk());
        mvc.perform(get("/sign-in").cookie(session)).andExpect(redirectedUrl("/"));
    }

    @Test
    void keepsTypedLoginAndSaysWhatToDoWhenPasswordIsWrong() throws Exception {
        attempt(" Irina ", "wrong", "10.0.0.2", "/")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Caps Lock")))
                .andExpect(content().string(containsString("value=\" Irina \"")))
                .andExpect(cookie().doesNotExist("kollega"));
    }

    @Test
    void answersUnknownLoginLikeWrongPassword() throws Exception {
        String unknown = body(attempt("nobody-of-that-name", "wrong", "10.0.0.3", "/"));
        String wrong = body(attempt("irina", "wrong", "10.0.0.3", "/"));
        assertThat(unknown.replaceAll("(_csrf|nobody-of-that-name|irina)[^>]*>", ">"))
                .isEqualTo(wrong.replaceAll("(_csrf|nobody-of-that-name|irina)[^>]*>", ">"));
    }

    @Test
    void slowsEvenTheRightPasswordAfterTooManyWrongOnes() throws Exception {
        for (int i = 0; i <= Attempts.Count.PLACE.pace.free(); i++) {
            attempt("rita", "wrong", "10.0.0.4", "/").andExpect(status().isUnprocessableContent());
        }
        attempt("rita", Cast.PASSWORD, "10.0.0.4", "/")
                .andExpect(status().isTooManyRequests())
                .andExpect(header().string("Retry-After", "5"))
                .andExpect(content().string(containsString("снова через 5 секунд")))
                .andExpect(cookie().doesNotExist("kollega"));
        session(attempt("rita", Cast.PASSWORD, "10.0.0.5", "/"));
    }

    @Test
    void admitsWhenTheDelayHasPassed() throws Exception {
        for (int i = 0; i <= Attempts.Count.PLACE.pace.free(); i++) {
            attempt("anna", "wrong", "10.0.0.6", "/");
        }
        attempt("anna", Cast.PASSWORD, "10.0.0.6", "/").andExpect(status().isTooManyRequests());
        clock.advance(Duration.ofSeconds(5));
        session(attempt("anna", Cast.PASSWORD, "10.0.0.6", "/"));
    }

    @Test
    void remembersBrowserWhereSomebodyHasSignedIn() throws Exception {
        Cookie device =
                Objects.requireNonNull(
                        attempt("client9", Cast.PASSWORD, "10.0.0.11", "/")
                                .andExpect(cookie().httpOnly(Origin.COOKIE, true))
                                .andExpect(
                                        cookie().maxAge(Origin.COOKIE, (int) DAYS_90.toSeconds()))
                                .andReturn()
                                .getResponse()
                                .getCookie(Origin.COOKIE));
        PersonId person = cast.id("client9");
        Origin elsewhere = new Origin("10.0.0.12", device.getValue());
        assertThat(places.of(person, elsewhere)).isEqualTo(Known.BY_DEVICE);
        assertThat(places.of(person, new Origin("10.0.0.11", null))).isEqualTo(Known.BY_ADDRESS);
        assertThat(places.of(person, new Origin("10.0.0.12", null))).isEqualTo(Known.NOT);
        assertThat(places.of(cast.id("client10"), elsewhere)).isEqualTo(Known.NOT);
        for (int i = 0; i <= Attempts.Count.LOGIN.pace.free(); i++) {
            attempt("client9", "wrong", "10.0.2." + i, "/");
        }
        attempt("client9", Cast.PASSWORD, "10.0.0.12", "/").andExpect(status().isTooManyRequests());
        attempt("client9", Cast.PASSWORD, "10.0.0.12", "/", device)
                .andExpect(status().is3xxRedirection())
                .andExpect(cookie().value(Origin.COOKIE, device.getValue()));
        jdbc.sql("update access.familiar_place set until = ? where person = ?")
                .params(Timestamp.from(clock.instant()), person.value())
                .update();
        clock.advance(Duration.ofSeconds(1));
        assertThat(places.of(person, elsewhere)).isEqualTo(Known.NOT);
        places.sweep();
        assertThat(
                        jdbc.sql("select count(*) from access.familiar_place where person = ?")
                                .param(person.value())
                                .query(Long.class)
                                .single())
                .isZero();
    }

    @Test
    void takesLoginInWhicheverFormItIsTyped() throws Exception {
        session(attempt(" ＶＥＲＡ\u00a0", Cast.PASSWORD, "10.0.0.13", "/"));
        assertThat(Accounts.normal("ЙОД")).isEqualTo(Accounts.normal("и\u0306од"));
        assertThat(Accounts.normal("İrina")).isEqualTo(Accounts.normal(Accounts.normal("İrina")));
    }

    @Test
    void refusesFormWithoutItsToken() throws Exception {
        mvc.perform(post("/sign-in").param("login", "irina").param("password", Cast.PASSWORD))
                .andExpect(status().isForbidden())
                .andExpect(content().contentTypeCompatibleWith(MediaType.TEXT_HTML));
    }

    @Test
    void beginsSessionUnderNewId() throws Exception {
        Cookie first = session(attempt("vera", Cast.PASSWORD, "10.0.0.7", "/"));
        Cookie second = session(attempt("vera", Cast.PASSWORD, "10.0.0.7", "/", first));
        assertThat(second.getValue()).isNotEqualTo(first.getValue());
        mvc.perform(get("/").cookie(first)).andExpect(redirectedUrl("/sign-in"));
    }

    @Test
    void endsSessionOnSignOut() throws Exception {
        Cookie session = session(attempt("vera", Cast.PASSWORD, "10.0.0.8", "/"));
        mvc.perform(post("/sign-out").with(csrf()).cookie(session))
                .andExpect(redirectedUrl("/sign-in?done=access.signed-out"));
        mvc.perform(get("/").cookie(session)).andExpect(redirectedUrl("/sign-in"));
    }

    @Test
    void sendsStrangerToSignInAndProgramAway() throws Exception {
        mvc.perform(get("/?x=1"))
                .andExpect(redirectedUrl("/sign-in?to=%2F%3Fx%3D1"))
                .andExpect(cookie().doesNotExist("kollega"));
        mvc.perform(get("/api/v1/me"))
                .andExpect(status().isUnauthorized())
                .andExpect(header().string("WWW-Authenticate", "Bearer"))
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
        mvc.perform(
                        get("/profile")
                                .header("HX-Request", "true")
                                .header("HX-Current-URL", "http://localhost/requests/7?x=1"))
                .andExpect(status().isUnauthorized())
                .andExpect(header().string("HX-Redirect", "/sign-in?to=%2Frequests%2F7%3Fx%3D1"));
    }

    @Test
    void neverGoesToForeignAddresses() {
        assertThat(Refusal.local("/requests/42?q=1")).isEqualTo("/requests/42?q=1");
        assertThat(Refusal.local("//evil.example")).isEqualTo("/");
        assertThat(Refusal.local("/\\evil.example")).isEqualTo("/");
        assertThat(Refusal.local("https://evil.example")).isEqualTo("/");
        assertThat(Refusal.local("/a\r\nSet-Cookie: b")).isEqualTo("/");
        assertThat(Refusal.local(null)).isEqualTo("/");
    }

    @Test
    void looksUpPermissionsAtEachRequest() throws Exception {
        Cookie session = session(attempt("pavel", Cast.PASSWORD, "10.0.0.10", "/"));
        mvc.perform(get("/administration/units").cookie(session))
                .andExpect(status().isForbidden())
                .andExpect(content().contentTypeCompatibleWith(MediaType.TEXT_HTML));
        mvc.perform(get("/").cookie(session)).andExpect(status().isOk());
    }

    private ResultActions attempt(
            String login, String password, String address, String to, Cookie... cookies)
            throws Exception {
        var request =
                post("/sign-in")
                        .with(csrf())
                        .with(it -> {
                            it.setRemoteAddr(address);
                            return it;
                        })
                        .param("login", login)
                        .param("password", password)
                        .param("to", to);
        if (cookies.length > 0) {
            request.cookie(cookies);
        }
        return mvc.perform(request);
    }

    private static Cookie session(ResultActions attempt) throws Exception {
        MvcResult result = attempt.andExpect(status().is3xxRedirection()).andReturn();
        return Objects.requireNonNull(result.getResponse().getCookie("kollega"));
    }

    private static String body(ResultActions attempt) throws Exception {
        return attempt.andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
