package io.kollega.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.kollega.Cast;
import io.kollega.KollegaTest;
import io.kollega.TestClock;
import io.kollega.access.Guests.Guest;
import io.kollega.organization.Organization;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What needs no authenticator; with one they are made and shown in PasskeyJourneyTest. */
@KollegaTest
class PasskeysTest {
    private static final JsonMapper JSON = new JsonMapper();

    @Autowired MockMvc mvc;
    @Autowired Cast cast;
    @Autowired Organization organization;
    @Autowired Accounts accounts;
    @Autowired Passkeys passkeys;
    @Autowired PasskeyAnswers answers;
    @Autowired PasskeyChallenges challenges;
    @Autowired SecondFactors factors;
    @Autowired SecondFactorRule rule;
    @Autowired JdbcClient jdbc;
    @Autowired TestClock clock;

    private Guest guest;

    @BeforeEach
    void signIn() throws Exception {
        clock.set(TestClock.START);
        guest = new Guests(mvc, organization, accounts).guest(Role.EMPLOYEE);
        guest.signIn();
    }

    @AfterEach
    void forget() {
        jdbc.sql("delete from access.passkey_challenge").update();
    }

    @Test
    void areMadeForTheHostPeopleUseAndOnlyUnlocked() throws Exception {
        JsonNode options = JSON.readTree(guest.send("/profile/passkeys/options").text());
        assertThat(options.at("/rp/id").asString()).isEqualTo("localhost");
        assertThat(options.at("/user/name").asString()).isEqualTo(guest.login);
        assertThat(Base64.getUrlDecoder().decode(options.at("/user/id").asString()))
                .hasSize(32)
                .isEqualTo(passkeys.handle(guest.id));
        assertThat(options.at("/authenticatorSelection/userVerification").asString())
                .isEqualTo("required");
        assertThat(options.at("/authenticatorSelection/residentKey").asString())
                .isEqualTo("required");
        assertThat(options.at("/attestation").asString()).isEqualTo("none");
        assertThat(options.get("challenge").asString())
                .isNotEqualTo(
                        JSON.readTree(guest.send("/profile/passkeys/options").text())
                                .get("challenge")
                                .asString());
        assertThat(
                        new Guests(mvc, organization, accounts)
                                .guest()
                                .send("/profile/passkeys/options")
                                .status())
                .as("strangers make none")
                .isNotEqualTo(200);
    }

    @Test
    void areRefusedWhateverElseIsSent() throws Exception {
        for (String rubbish :
                new String[] {
                    "",
                    "{",
                    "null",
                    "[]",
                    "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":{}}",
                    "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":{\"clientDataJSON\":\"e30\","
                            + "\"authenticatorData\":\"AA\",\"signature\":\"AA\"}}"
                }) {
            Guest stranger = guest.elsewhere();
            assertThat(stranger.send("/sign-in/passkey", "credential", rubbish).location())
                    .as(rubbish)
                    .isEqualTo("/sign-in?undone=access.passkeys.refused");
            assertThat(
                            guest.send("/profile/passkeys", "name", "x", "credential", rubbish)
                                    .location())
                    .as(rubbish)
                    .endsWith("?undone=access.passkeys.not-made");
        }
        assertThat(guest.send("/profile/passkeys", "name", " ", "credential", "{}").location())
                .endsWith("?undone=access.passkeys.name-needed");
        assertThat(factors.of(guest.id).any()).isFalse();
    }

    @Test
    void answerEachChallengeOnceInTimeAndForWhatItWasMade() {
        byte[] making = challenges.begin(guest.id).orElseThrow();
        byte[] showing = challenges.begin(null).orElseThrow();
        assertThat(challenges.answer(making, null)).isFalse();
        assertThat(challenges.answer(making, cast.id("irina"))).isFalse();
        assertThat(challenges.answer(showing, guest.id)).isFalse();
        assertThat(challenges.answer(making, guest.id)).isTrue();
        assertThat(challenges.answer(making, guest.id)).as("once").isFalse();
        clock.advance(PasskeyChallenges.VALID);
        assertThat(challenges.answer(showing, null)).as("late").isFalse();
        assertThat(waiting()).isEqualTo(1);
        challenges.sweep();
        assertThat(waiting()).isZero();
    }

    @Test
    void letStrangersFillOnlySoMuch() {
        jdbc.sql(
                        """
                        insert into access.passkey_challenge (challenge, expires_at)
                        select int4send(i), :until from generate_series(1, :most) i
                        """)
                .param("until", java.sql.Timestamp.from(clock.instant().plusSeconds(60)))
                .param("most", PasskeyChallenges.MOST)
                .update();
        assertThat(challenges.begin(null)).isEmpty();
        assertThat(challenges.begin(guest.id)).as("who is signed in goes on").isPresent();
    }

    @Test
    void countAsSecondFactorAndGoWithTheReset() throws Exception {
        assertThat(keep("laptop", 1)).isTrue();
        assertThat(keep("the same again", 1)).isFalse();
        assertThat(factors.of(guest.id)).isEqualTo(new SecondFactors.Held(false, 1, 0));
        assertThat(guest.visit(Enrolment.WHERE).text()).contains("laptop");
        Guest again = guest.elsewhere();
        assertThat(again.signIn().location()).isEqualTo("/sign-in/second-factor");
        assertThat(again.visit("/sign-in/second-factor").page().select("form[data-passkey]"))
                .hasSize(1);
        rule.set(Set.of(Role.EMPLOYEE), cast.id("adam"));
        try {
            assertThat(guest.visit("/profile").status()).isEqualTo(200);
        } finally {
            rule.set(Set.of(), cast.id("adam"));
        }
        factors.reset(guest.id, 0);
        assertThat(passkeys.of(guest.id)).isEmpty();
    }

    @Test
    void areRemovedByTheirOwnerAlone() throws Exception {
        keep("laptop", 2);
        long id = passkeys.of(guest.id).getFirst().id();
        Guest other = new Guests(mvc, organization, accounts).guest(Role.EMPLOYEE);
        other.signIn();
        other.send("/profile/passkeys/" + id + "/removal");
        assertThat(passkeys.of(guest.id)).hasSize(1);
        guest.send("/profile/passkeys/" + id + "/removal");
        assertThat(passkeys.of(guest.id)).isEmpty();
    }

    @Test
    void areNoMoreThanSomebodyCanTellApart() {
        for (int i = 0; i < Passkeys.MOST; i++) {
            assertThat(keep("number " + i, 100 + i)).isTrue();
        }
        assertThat(keep("one more", 99)).isFalse();
    }

    private boolean keep(String name, int credential) {
        byte[] id =
                (guest.login + " " + credential).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return passkeys.add(guest.id, name, id, new byte[] {1}, 0, false);
    }

    private long waiting() {
        return jdbc.sql("select count(*) from access.passkey_challenge").query(Long.class).single();
    }
}
