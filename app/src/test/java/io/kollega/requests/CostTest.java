package io.kollega.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kollega.Cast;
import io.kollega.KollegaTest;
import io.kollega.Statements;
import io.kollega.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** What looking and asking cost in statements. A limit may fall; it must not rise. */
@KollegaTest
class CostTest {
    @Autowired MockMvc mvc;
    @Autowired Cast cast;
    @Autowired TestClock clock;
    Web web;
    Rest rest;

    @BeforeEach
    void open() {
        clock.set(TestClock.START);
        web = new Web(mvc);
        rest = new Rest(mvc, cast);
    }

    @ParameterizedTest
    @CsvSource({
        "irina, request, 10",
        "pavel, request, 10",
        "pavel, /queue, 11",
        "pavel, /queue/fragment, 5",
        "irina, /, 3",
        "irina, /requests/mine, 7",
        "irina, /notifications, 5",
        "anna, /figures/matrix, 5"
    })
    void looksWithFewStatementsAndWritesNothing(String login, String page, int most)
            throws Exception {
        String address = page.equals("request") ? ask() : page;
        web.visit(login, address);
        assertLook(Statements.of(() -> web.visit(login, address)), most);
    }

    @Test
    void asksWithFewStatementsInOneTransaction() throws Exception {
        ask();
        Statements sent = Statements.of(this::ask);
        assertThat(sent.all()).hasSizeLessThanOrEqualTo(6);
        assertThat(sent.waits()).isLessThanOrEqualTo(7);
        // The token is looked up before, by itself.
        assertThat(sent.transactions()).isEqualTo(2);
    }

    @Test
    void noticesStatementTooManyAndDeedTakenForLook() throws Exception {
        Statements look = Statements.of(() -> web.visit("irina", "/"));
        assertThatThrownBy(() -> assertLook(look, look.all().size() - 1))
                .isInstanceOf(AssertionError.class);
        Statements deed = Statements.of(this::ask);
        assertThatThrownBy(() -> assertLook(deed, deed.all().size()))
                .isInstanceOf(AssertionError.class);
    }

    private static void assertLook(Statements sent, int most) {
        assertThat(sent.writing()).isEmpty();
        assertThat(sent.all()).hasSizeLessThanOrEqualTo(most);
        assertThat(sent.waits()).isLessThanOrEqualTo(most);
    }

    private String ask() throws Exception {
        Rest.Reply reply =
                rest.post(
                        "irina",
                        "/requests",
                        """
                        {"unit": %d, "kind": "question", "subject": "Сколько это стоит?"}
                        """
                                .formatted(cast.unit("it").value()));
        assertThat(reply.status()).isEqualTo(201);
        return "/requests/" + reply.id();
    }
}
