package io.kollega.access;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.kollega.Cast;
import io.kollega.organization.NewPerson;
import io.kollega.organization.Organization;
import io.kollega.organization.PersonId;
import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/**
 * Newcomers with accounts of their own, for tests that change passwords, roles and second factors,
 * which would be in the way of others.
 */
final class Guests {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final MockMvc mvc;
    private final Organization organization;
    private final Accounts accounts;

    Guests(MockMvc mvc, Organization organization, Accounts accounts) {
        this.mvc = mvc;
        this.organization = organization;
        this.accounts = accounts;
    }

    Guest guest(Role... roles) {
        String login = "guest" + COUNT.incrementAndGet();
        PersonId id =
                Objects.requireNonNull(
                        organization
                                .bringPeople(
                                        List.of(
                                                new NewPerson(
                                                        login,
                                                        "Гость",
                                                        login,
                                                        null,
                                                        "management",
                                                        false,
                                                        LocalDate.of(2020, 1, 1))))
                                .get(login));
        accounts.open(List.of(new NewAccount(id, login, Cast.PASSWORD, Set.of(roles))));
        return new Guest(mvc, id, login);
    }

    /** One newcomer at one browser. */
    static final class Guest {
        private final MockMvc mvc;
        final PersonId id;
        final String login;
        String browser = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
        String address = "10.7.0.1";
        private @Nullable Cookie session;

        private Guest(MockMvc mvc, PersonId id, String login) {
            this.mvc = mvc;
            this.id = id;
            this.login = login;
        }

        /** The same person at another browser. */
        Guest elsewhere() {
            return new Guest(mvc, id, login);
        }

        Answer signIn() throws Exception {
            return signIn(Cast.PASSWORD);
        }

        Answer signIn(String password) throws Exception {
            return send("/sign-in", "login", login, "password", password, "to", "/");
        }

        Answer visit(String path) throws Exception {
            return perform(get(URI.create(path)));
        }

        /** Sends a form; names and values take turns. */
        Answer send(String path, String... fields) throws Exception {
            MockHttpServletRequestBuilder form = post(path).with(csrf());
            for (int i = 0; i < fields.length; i += 2) {
                form.param(fields[i], fields[i + 1]);
            }
            return perform(form);
        }

        private Answer perform(MockHttpServletRequestBuilder request) throws Exception {
            if (session != null) {
                request.cookie(session);
            }
            request.header("User-Agent", browser)
                    .header("Accept-Language", "ru")
                    .with(it -> {
                        it.setRemoteAddr(address);
                        return it;
                    });
            MockHttpServletResponse response = mvc.perform(request).andReturn().getResponse();
            Cookie fresh = response.getCookie("kollega");
            session = fresh == null ? session : fresh;
            return new Answer(response);
        }
    }

    record Answer(MockHttpServletResponse response) {
        int status() {
            return response.getStatus();
        }

        @Nullable String location() {
            return response.getHeader("Location");
        }

        String text() {
            return new String(
                    response.getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
        }

        Document page() {
            return Jsoup.parse(text());
        }

        /** The value of a field of the page. */
        String field(String name) {
            return Objects.requireNonNull(
                            page().selectFirst("main [name=" + name + "]"), "no field " + name)
                    .val();
        }
    }
}
