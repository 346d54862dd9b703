package io.kollega.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.kollega.KollegaTest;
import io.kollega.TestClock;
import io.kollega.access.Guests.Guest;
import io.kollega.organization.Organization;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Who is given a new way into an account, and the owner of the account hears of it. */
@KollegaTest
class LinkNewsTest {
    @Autowired MockMvc mvc;
    @Autowired TestClock clock;
    @Autowired Organization organization;
    @Autowired Accounts accounts;
    @Autowired PasswordLinks links;
    @Autowired JdbcClient jdbc;

    private Guest admin;
    private Guest owner;

    @BeforeEach
    void linkIsMade() throws Exception {
        clock.set(TestClock.START);
        Guests guests = new Guests(mvc, organization, accounts);
        admin = guests.guest(Role.ADMINISTRATOR);
        owner = guests.guest(Role.EMPLOYEE);
        admin.signIn();
        String link = "/administration/people/" + owner.id.value() + "/password-link";
        assertThat(admin.send(link).status()).isEqualTo(200);
    }

    @Test
    void tellsAtTheNextSignInUntilItIsRead() throws Exception {
        owner.signIn();
        assertThat(owner.visit("/requests?state=open").location())
                .isEqualTo("/profile/password-link?to=%2Frequests%3Fstate%3Dopen");
        Guests.Answer told = owner.visit("/profile/password-link?to=%2Frequests");
        assertThat(told.text()).contains("Гость " + admin.login);
        assertThat(owner.visit("/").location()).as("until it is read").isNotNull();
        assertThat(owner.send("/profile/password-link", "to", told.field("to")).location())
                .isEqualTo("/requests");
        assertThat(owner.visit("/").status()).isEqualTo(200);
        assertThat(owner.visit("/profile/password-link").location()).isEqualTo("/");
    }

    @Test
    void tellsInTheNotices() throws Exception {
        owner.signIn();
        owner.send("/profile/password-link", "to", "/");
        Guests.Answer notices = owner.visit("/notifications");
        assertThat(notices.text())
                .contains("Ваша учётная запись")
                .contains(admin.login + ": ссылка, по которой можно задать вам новый пароль");
        String opening =
                notices.page()
                        .select("form[action^=/notifications/][action$=/opening]")
                        .attr("action");
        assertThat(owner.send(opening).location()).isEqualTo("/profile/password");
    }

    @Test
    void doesNotStandInTheWayOfNewPassword() throws Exception {
        owner.signIn();
        assertThat(owner.visit("/profile/password").status()).isEqualTo(200);
        assertThat(owner.send("/profile/password-link", "to", "//evil.example").location())
                .isEqualTo("/");
    }

    @Test
    void saysNothingOfFirstPasswordNorOfOnesOwnLink() {
        jdbc.sql("update access.account set password = null where person = ?")
                .param(admin.id.value())
                .update();
        links.create(admin.id, owner.id);
        assertThat(links.untold(admin.id)).isEmpty();
        links.acknowledge(owner.id);
        links.create(owner.id, owner.id);
        assertThat(links.untold(owner.id)).isEmpty();
    }
}
