package io.kollega;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Somebody of the cast who has signed in by password, without a real browser. */
public final class Browser {
    private static final AtomicInteger PLACES = new AtomicInteger();

    private final MockMvc mvc;
    private final Cookie session;

    private Browser(MockMvc mvc, Cookie session) {
        this.mvc = mvc;
        this.session = session;
    }

    /** Signs in; only some of the cast have a password. */
    public static Browser of(String login, MockMvc mvc) throws Exception {
        return new Browser(mvc, session(login, mvc));
    }

    /** The cookie of somebody who has signed in. */
    public static Cookie session(String login, MockMvc mvc) throws Exception {
        MockHttpServletResponse answer =
                mvc.perform(
                                post("/sign-in")
                                        .with(csrf())
                                        .with(fromElsewhere())
                                        .param("login", login)
                                        .param("password", Cast.PASSWORD)
                                        .param("to", "/"))
                        .andReturn()
                        .getResponse();
        return Objects.requireNonNull(
                answer.getCookie("kollega"),
                () ->
                        login
                                + " was not let in: "
                                + answer.getStatus()
                                + ", Retry-After "
                                + answer.getHeader("Retry-After")
                                + ", to "
                                + answer.getHeader("Location"));
    }

    /** Nobody waits for what others tried at the same address while the clock stands still. */
    private static RequestPostProcessor fromElsewhere() {
        int place = PLACES.incrementAndGet();
        return request -> {
            request.setRemoteAddr("10.77." + place / 250 + "." + place % 250);
            return request;
        };
    }

    public ResultActions open(String address) throws Exception {
        return mvc.perform(get(address).cookie(session));
    }

    /** The page at an address, whatever its status. */
    public Document page(String address) throws Exception {
        return Jsoup.parse(open(address).andReturn().getResponse().getContentAsString());
    }

    /** Sends a form: names and values in turn. */
    public ResultActions send(String address, String... fields) throws Exception {
        var request = post(address).with(csrf()).cookie(session);
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return mvc.perform(request);
    }
}
