package io.kollega.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.kollega.Cast;
import io.kollega.KollegaTest;
import io.kollega.TestClock;
import io.kollega.access.Guests.Guest;
import io.kollega.organization.Organization;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@KollegaTest
class SessionsTest {
    @Autowired MockMvc mvc;
    @Autowired Cast cast;
    @Autowired Organization organization;
    @Autowired Accounts accounts;
    @Autowired AccountBook book;
    @Autowired PasswordLinks links;
    @Autowired JdbcClient jdbc;
    @Autowired TestClock clock;

    private Guests guests;
    private Guest here;
    private Guest there;

    @BeforeEach
    void signInTwice() throws Exception {
        clock.set(TestClock.START);
        guests = new Guests(mvc, organization, accounts);
        here = guests.guest(Role.EMPLOYEE);
        there = here.elsewhere();
        there.browser =
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
                        + " Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0";
        there.address = "10.7.0.2";
        here.signIn();
        there.signIn();
    }

    @Test
    void areListedWithDeviceAndAddress() throws Exception {
        var list = here.visit("/profile/sessions").page().select("main li");
        assertThat(list).hasSize(2);
        assertThat(list.get(0).text())
                .contains("Firefox, Linux")
                .contains("этот сеанс")
                .contains("10.7.0.1")
                .contains("по паролю");
        assertThat(list.get(0).select("form"))
                .as("the present one is ended by signing out")
                .isEmpty();
        assertThat(list.get(1).text()).contains("Edge, Windows").contains("10.7.0.2");
    }

    @Test
    void neverShowTheirIds() throws Exception {
        String page = here.visit("/profile/sessions").text();
        assertThat(
                        jdbc.sql(
                                        """
                                        select session_id from access.spring_session
                                        where principal_name = ?
                                        """)
                                .param(Long.toString(here.id.value()))
                                .query(String.class)
                                .list())
                .hasSize(2)
                .noneMatch(page::contains);
    }

    @Test
    void standInTheTrailFromBeginningToEnd() throws Exception {
        assertThat(deeds("signed-in")).isEqualTo(2);
        here.send("/sign-out");
        assertThat(deeds("signed-out")).isEqualTo(1);
        assertThat(
                        jdbc.sql(
                                        """
                                        select details ->> 'by' from audit.line
                                        where actor = ? and deed = 'signed-in'
                                        """)
                                .param(here.id.value())
                                .query(String.class)
                                .list())
                .containsOnly("password");
    }

    @Test
    void endOneByOne() throws Exception {
        String ending =
                here.visit("/profile/sessions").page().select("main li form").attr("action");
        Guest stranger = guests.guest(Role.EMPLOYEE);
        stranger.signIn();
        stranger.send(ending);
        assertThat(there.visit("/profile").status()).as("ended by its owner alone").isEqualTo(200);
        assertThat(here.send(ending).location())
                .isEqualTo("/profile/sessions?done=access.sessions.ended");
        assertThat(there.visit("/profile").location()).startsWith("/sign-in");
        assertThat(here.visit("/profile").status()).isEqualTo(200);
        assertThat(here.send(ending).location()).as("gone already").isEqualTo("/profile/sessions");
        assertThat(deeds("session.ended")).isEqualTo(1);
    }

    @Test
    void endEverywhereElse() throws Exception {
        here.send("/profile/sessions/ending");
        assertThat(there.visit("/profile").location()).startsWith("/sign-in");
        assertThat(here.visit("/profile/sessions").page().select("main li")).hasSize(1);
        assertThat(deeds("sessions.ended")).isEqualTo(1);
    }

    @Test
    void endAfterTheirLifetimeHoweverBusy() throws Exception {
        clock.advance(Duration.ofHours(12).minusSeconds(1));
        assertThat(here.visit("/profile").status()).isEqualTo(200);
        clock.advance(Duration.ofSeconds(1));
        assertThat(here.visit("/profile").location()).isEqualTo("/sign-in?to=%2Fprofile");
        here.signIn();
        assertThat(here.visit("/profile/sessions").page().select("main li"))
                .as("what has ended is not listed")
                .hasSize(1);
    }

    @Test
    void endWithThePasswordAndTheAccount() throws Exception {
        String next = "another phrase of several words";
        here.send("/profile/password", "current", Cast.PASSWORD, "password", next, "again", next);
        assertThat(there.visit("/profile").location()).startsWith("/sign-in");
        assertThat(here.visit("/profile").status()).isEqualTo(200);
        String secret = links.create(here.id, cast.id("adam"));
        there.send("/password/" + secret, "password", Cast.PASSWORD, "again", Cast.PASSWORD);
        assertThat(here.visit("/profile").location()).startsWith("/sign-in");
        assertThat(there.visit("/profile").location())
                .as("goes on, and is told of the link")
                .startsWith("/profile/password-link");
        book.close(here.id, cast.id("adam"));
        assertThat(there.visit("/profile").location()).startsWith("/sign-in");
    }

    @Test
    void endEverywhereByAdministratorsHand() throws Exception {
        Guest administrator = guests.guest(Role.ADMINISTRATOR);
        administrator.signIn();
        String ending = "/administration/people/" + here.id.value() + "/sessions/ending";
        there.send(ending);
        assertThat(here.visit("/profile").status()).as("not by anybody's hand").isEqualTo(200);
        assertThat(administrator.send(ending).location())
                .endsWith("?done=administration.sessions.ended");
        assertThat(here.visit("/profile").location()).startsWith("/sign-in");
        assertThat(there.visit("/profile").location()).startsWith("/sign-in");
        assertThat(administrator.visit("/administration/people").status()).isEqualTo(200);
        here.signIn();
        assertThat(here.visit("/profile").status()).as("the account is open").isEqualTo(200);
    }

    @Test
    void holdNoRoles() throws Exception {
        assertThat(here.visit("/administration/units").status()).isEqualTo(403);
        book.grant(here.id, Set.of(new Grant(Role.ADMINISTRATOR, null)), cast.id("adam"));
        assertThat(here.visit("/administration/units").status()).isEqualTo(200);
        book.grant(here.id, Set.of(new Grant(Role.EMPLOYEE, null)), cast.id("adam"));
        assertThat(here.visit("/administration/units").status()).isEqualTo(403);
    }

    private long deeds(String deed) {
        return jdbc.sql("select count(*) from audit.line where actor = ? and deed = ?")
                .params(here.id.value(), deed)
                .query(Long.class)
                .single();
    }
}
