package io.kollega.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.kollega.Cast;
import io.kollega.KollegaTest;
import io.kollega.TestClock;
import io.kollega.access.Guests.Guest;
import io.kollega.organization.NewPerson;
import io.kollega.organization.Organization;
import io.kollega.organization.PersonId;
import io.kollega.organization.Roster;
import io.kollega.organization.Rosters;
import io.kollega.organization.Staffed;
import io.kollega.organization.Staffing;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Nobody gives themselves a role, on whichever way. */
@KollegaTest
class OwnRolesTest {
    @Autowired MockMvc mvc;
    @Autowired Cast cast;
    @Autowired TestClock clock;
    @Autowired Organization organization;
    @Autowired Accounts accounts;
    @Autowired AccountBook book;
    @Autowired Staffing staffing;
    @Autowired Rosters rosters;
    @Autowired JdbcClient jdbc;

    private Guest admin;

    @BeforeEach
    void hire() {
        clock.set(TestClock.START);
        admin = new Guests(mvc, organization, accounts).guest(Role.ADMINISTRATOR, Role.EMPLOYEE);
    }

    @Test
    void refusesOnThePageAndSaysWhoMayDoIt() throws Exception {
        admin.signIn();
        Guests.Answer answer =
                admin.send(
                        "/administration/people/" + admin.id.value() + "/roles",
                        "role",
                        "ADMINISTRATOR",
                        "role",
                        "AUDITOR");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().select("[role=alert]").text()).contains("другого администратора");
        assertThat(roles(admin.id)).containsExactlyInAnyOrder(Role.EMPLOYEE, Role.ADMINISTRATOR);
        assertThat(trail()).isEqualTo("{\"roles\": [\"AUDITOR\"]}");
    }

    @Test
    void refusesToProgramsAsWell() {
        Set<Grant> wanted =
                Set.of(
                        new Grant(Role.ADMINISTRATOR, null),
                        new Grant(Role.SPECIALIST, cast.unit("it")));
        assertThat(book.grant(admin.id, wanted, admin.id))
                .isEqualTo(new AccountChange.Refused(AccountChange.Reason.OWN_ROLE));
        assertThat(roles(admin.id)).doesNotContain(Role.SPECIALIST);
        assertThat(book.grant(admin.id, wanted, cast.id("adam")))
                .isEqualTo(new AccountChange.Done());
        assertThat(roles(admin.id)).contains(Role.SPECIALIST);
    }

    @Test
    void letsOneLayRoleDown() {
        assertThat(book.grant(admin.id, Set.of(new Grant(Role.EMPLOYEE, null)), admin.id))
                .isEqualTo(new AccountChange.Done());
        assertThat(roles(admin.id)).containsExactly(Role.EMPLOYEE);
    }

    @Test
    void makesNobodyHeadByTheirOwnHand() {
        assertThat(staffing.keep(head(), admin.id)).isInstanceOf(Staffed.Done.class);
        assertThat(roles(admin.id)).doesNotContain(Role.UNIT_HEAD);
        assertThat(trail()).contains("UNIT_HEAD of ");
    }

    @Test
    void makesNobodyHeadByTheirOwnFile() throws Exception {
        String file =
                "code,given_name,family_name,unit,head,from\n%s,Гость,Сам,procurement,yes,2020-01-01\n"
                        .formatted(admin.login);
        if (rosters.readPeople(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)))
                instanceof Roster.OfPeople people) {
            rosters.bring(people, admin.id.value());
        }
        assertThat(organization.person(admin.id).orElseThrow().head()).isTrue();
        assertThat(roles(admin.id)).doesNotContain(Role.UNIT_HEAD);
        assertThat(trail()).contains("UNIT_HEAD of ");
    }

    @Test
    void makesHeadByAnothersHand() {
        assertThat(staffing.keep(head(), cast.id("adam"))).isInstanceOf(Staffed.Done.class);
        assertThat(roles(admin.id)).contains(Role.UNIT_HEAD);
    }

    private NewPerson head() {
        return new NewPerson(
                admin.login, "Гость", "Сам", null, "procurement", true, LocalDate.of(2020, 1, 1));
    }

    private List<Role> roles(PersonId person) {
        return book.of(person).orElseThrow().grants().stream().map(Grant::role).toList();
    }

    private String trail() {
        return jdbc.sql(
                        """
                        select details::text from audit.line
                        where deed = 'roles.refused' and actor = ? and subject = ?
                        """)
                .params(admin.id.value(), "person:" + admin.id.value())
                .query(String.class)
                .single();
    }
}
