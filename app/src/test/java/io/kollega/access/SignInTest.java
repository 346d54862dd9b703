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
import jakarta.servlet.http.Cookie;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.ResultActions;

@KollegaTest
class SignInTest {
    @Autowired MockMvc mvc;
    @Autowired TestClock clock;

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
    void refusesRightPasswordAfterTooManyWrongOnes() throws Exception {
        for (int i = 0; i < Attempts.BY_LOGIN_AND_ADDRESS; i++) {
            attempt("rita", "wrong", "10.0.0.4", "/").andExpect(status().isUnprocessableContent());
        }
        attempt("rita", Cast.PASSWORD, "10.0.0.4", "/").andExpect(status().isTooManyRequests());
        session(attempt("rita", Cast.PASSWORD, "10.0.0.5", "/"));
    }

    @Test
    void admitsAgainWhenTheWindowHasPassed() throws Exception {
        for (int i = 0; i <= Attempts.BY_LOGIN_AND_ADDRESS; i++) {
            attempt("anna", "wrong", "10.0.0.6", "/");
        }
        attempt("anna", Cast.PASSWORD, "10.0.0.6", "/").andExpect(status().isTooManyRequests());
        clock.advance(Attempts.WINDOW.plusSeconds(1));
        session(attempt("anna", Cast.PASSWORD, "10.0.0.6", "/"));
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
