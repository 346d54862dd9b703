package io.kollega.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.kollega.Cast;
import io.kollega.KollegaTest;
import io.kollega.TestClock;
import io.kollega.access.Guests.Answer;
import io.kollega.access.Guests.Guest;
import io.kollega.organization.Organization;
import io.kollega.permissions.Confirmed;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Dangerous deeds ask once more who one is, and then go on. */
@KollegaTest
class ConfirmationTest {
    @Autowired MockMvc mvc;
    @Autowired Cast cast;
    @Autowired Organization organization;
    @Autowired Accounts accounts;
    @Autowired AccountBook book;
    @Autowired TestClock clock;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping endpoints;

    private Guest admin;
    private Guest other;
    private String roles = "";

    @BeforeEach
    void signInAWhileAgo() throws Exception {
        clock.set(TestClock.START);
        Guests guests = new Guests(mvc, organization, accounts);
        admin = guests.guest(Role.ADMINISTRATOR);
        other = guests.guest(Role.EMPLOYEE);
        roles = "/administration/people/" + other.id.value() + "/roles";
        admin.signIn();
        clock.advance(Duration.ofMinutes(10));
    }

    @Test
    void isNotAskedRightAfterSignIn() throws Exception {
        clock.set(TestClock.START.plus(Duration.ofMinutes(10)).minusSeconds(1));
        assertThat(admin.send(roles, "role", "AUDITOR").status()).isEqualTo(302);
        assertThat(granted()).containsExactly(Role.AUDITOR);
    }

    @Test
    void keepsTheDeedAndDoesItOnceConfirmed() throws Exception {
        Answer asked = admin.send(roles, "role", "AUDITOR", "role", "EMPLOYEE");
        assertThat(asked.status()).isEqualTo(403);
        assertThat(granted()).as("nothing is done yet").containsExactly(Role.EMPLOYEE);
        assertThat(asked.page().select("main form").attr("action")).isEqualTo(roles);
        assertThat(asked.page().select("main [name=role]").eachAttr("value"))
                .containsExactly("AUDITOR", "EMPLOYEE");
        assertThat(
                        admin.send(
                                        roles,
                                        "role",
                                        "AUDITOR",
                                        "role",
                                        "EMPLOYEE",
                                        "confirm-password",
                                        Cast.PASSWORD)
                                .location())
                .endsWith("?done=administration.roles.granted");
        assertThat(granted()).containsExactlyInAnyOrder(Role.AUDITOR, Role.EMPLOYEE);
        assertThat(admin.send(roles, "role", "EMPLOYEE").status())
                .as("holds for a while")
                .isEqualTo(302);
        clock.advance(Duration.ofMinutes(10));
        assertThat(admin.send(roles, "role", "EMPLOYEE").status()).isEqualTo(403);
    }

    @Test
    void refusesWrongPasswordAndKeepsWhatWasTyped() throws Exception {
        Answer refused =
                admin.send("/profile/tokens", "name", "a <b>", "confirm-password", "wrong");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.field("name")).isEqualTo("a <b>");
        assertThat(refused.text()).doesNotContain("a <b>").doesNotContain("wrong\"");
        for (int i = 1; i <= Attempts.Count.PLACE.pace.free(); i++) {
            admin.send("/profile/tokens", "name", "x", "confirm-password", "wrong");
        }
        assertThat(
                        admin.send(
                                        "/profile/tokens",
                                        "name",
                                        "x",
                                        "confirm-password",
                                        Cast.PASSWORD)
                                .status())
                .isEqualTo(429);
    }

    @Test
    void comesBackToPageThatWasAsked() throws Exception {
        Answer asked = admin.visit("/confirmation?to=%2Fprofile%3Fa%3D1");
        assertThat(asked.status()).isEqualTo(403);
        assertThat(asked.field("to")).isEqualTo("/profile?a=1");
        assertThat(
                        admin.send(
                                        "/confirmation",
                                        "to",
                                        "/profile?a=1",
                                        "confirm-password",
                                        Cast.PASSWORD)
                                .location())
                .isEqualTo("/profile?a=1");
        assertThat(admin.visit("/confirmation?to=%2F%2Fevil.example").location()).isEqualTo("/");
    }

    @Test
    void doesNotAskPrograms() throws Exception {
        mvc.perform(
                        post("/profile/tokens")
                                .param("name", "from a script")
                                .header("Authorization", cast.bearer("irina")))
                .andExpect(it -> assertThat(it.getResponse().getStatus()).isNotEqualTo(403));
    }

    @Test
    void refusesWhoMayNotBeforeAsking() throws Exception {
        other.signIn();
        clock.advance(Duration.ofMinutes(10));
        assertThat(other.send(roles, "role", "ADMINISTRATOR").page().select("[name^=confirm]"))
                .isEmpty();
    }

    /** Who adds a deed of this kind adds it here, and the annotation there. */
    @Test
    void standsBeforeEveryDangerousDeed() {
        Set<String> asked = new TreeSet<>();
        endpoints
                .getHandlerMethods()
                .forEach((info, method) -> {
                    if (Confirmation.asksFor(method)) {
                        asked.addAll(info.getPatternValues());
                    }
                });
        assertThat(asked)
                .contains(
                        "/administration/accounts/opening",
                        "/administration/people/{id}/account",
                        "/administration/people/{id}/account/closing",
                        "/administration/people/{id}/password-link",
                        "/administration/people/{id}/roles",
                        "/administration/people/{id}/sessions/ending",
                        "/profile/sessions/ending",
                        "/profile/sessions/{key}/ending",
                        "/profile/tokens");
    }

    @Test
    void findsTheStatementOnMethodAndController() throws Exception {
        assertThat(Confirmation.asksFor(new HandlerMethod(new Sample(), "deed"))).isTrue();
        assertThat(Confirmation.asksFor(new HandlerMethod(new Sample(), "look"))).isFalse();
    }

    private Set<Role> granted() {
        return new TreeSet<>(
                book.of(other.id).orElseThrow().grants().stream().map(Grant::role).toList());
    }

    public static class Sample {
        @Confirmed
        public void deed() {}

        public void look() {}
    }
}
