package io.kollega.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.kollega.KollegaTest;
import io.kollega.TestClock;
import io.kollega.access.FamiliarPlaces.Known;
import io.kollega.access.Guests.Guest;
import io.kollega.organization.Organization;
import io.kollega.organization.PersonId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** What is refused stands in the trail, and however often it is tried, in a few lines. */
@KollegaTest
class RefusedAccessTest {
    @Autowired MockMvc mvc;
    @Autowired Organization organization;
    @Autowired Accounts accounts;
    @Autowired Tallies tallies;
    @Autowired SignIn signIn;
    @Autowired FamiliarPlaces places;
    @Autowired TestClock clock;
    @Autowired JdbcClient jdbc;

    private Guest guest;

    @BeforeEach
    void come() {
        tallies.foldAll();
        guest = new Guests(mvc, organization, accounts).guest(Role.EMPLOYEE);
    }

    @Test
    void tellsWhoWantedWhatTheyMayNot() throws Exception {
        guest.signIn();
        for (int i = 0; i < 30; i++) {
            assertThat(guest.visit("/administration/people/" + i).status()).isEqualTo(403);
        }
        assertThat(guest.visit("/administration/audit").status()).isEqualTo(403);
        assertThat(trail("access.refused", guest.id))
                .containsExactly(
                        "page:/administration/people/{id} {}", "page:/administration/audit {}");
        clock.advance(Tallies.FOLDED);
        tallies.fold();
        assertThat(trail("access.refused", guest.id))
                .endsWith("page:/administration/people/{id} {\"count\": 29}")
                .hasSize(3);
    }

    @Test
    void tellsOfRefusedTokensByNumberOrWhereTheyCameFrom() throws Exception {
        String token = accounts.issueToken(guest.id, TokenTerms.usual("probe"));
        long id =
                jdbc.sql("select id from access.token where hash = ?")
                        .param(Secret.hash(token))
                        .query(Long.class)
                        .single();
        jdbc.sql("update access.token set revoked_at = ? where id = ?")
                .params(java.sql.Timestamp.from(clock.instant()), id)
                .update();
        knock(token, "10.8.0.1");
        knock("kollega_" + Secret.create(), "10.8.0.2");
        assertThat(trail("token.refused", new PersonId(0)))
                .contains("token:" + id + " {}", "address:10.8.0.2 {}")
                .noneMatch(line -> line.contains("kollega_"));
    }

    @Test
    void tellsWhoseSignInIsSlowed() {
        Origin stranger = new Origin("10.8.0.3", null);
        for (int i = 0; i < 200; i++) {
            signIn.attempt(guest.login, "wrong", stranger);
        }
        String subject = "person:" + guest.id.value();
        assertThat(trail("sign-in.slowed", new PersonId(0))).contains(subject + " {}");
        assertThat(trail("sign-in.refused", guest.id)).containsExactly(subject + " {}");
        clock.advance(Tallies.FOLDED);
        tallies.fold();
        int tried = Attempts.Count.PLACE.pace.free() + 1;
        assertThat(trail("sign-in.slowed", new PersonId(0)))
                .contains(subject + " {\"count\": " + (200 - tried - 1) + "}");
        assertThat(trail("sign-in.refused", guest.id))
                .containsExactly(subject + " {}", subject + " {\"count\": " + (tried - 1) + "}");
        assertThat(places.of(guest.id, stranger)).isEqualTo(Known.NOT);
    }

    private void knock(String token, String address) throws Exception {
        int status =
                mvc.perform(
                                get("/api/v1/me")
                                        .header("Authorization", "Bearer " + token)
                                        .with(request -> {
                                            request.setRemoteAddr(address);
                                            return request;
                                        }))
                        .andReturn()
                        .getResponse()
                        .getStatus();
        assertThat(status).isEqualTo(401);
    }

    private List<String> trail(String deed, PersonId actor) {
        return jdbc
                .sql(
                        """
                        select subject || ' ' || details from audit.line
                        where deed = ? and actor = ? order by id
                        """)
                .params(deed, actor.value())
                .query((row, _) -> row.getString(1))
                .list()
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }
}
