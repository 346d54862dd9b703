package io.kollega.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.kollega.Cast;
import io.kollega.KollegaTest;
import io.kollega.TestClock;
import io.kollega.access.Guests.Answer;
import io.kollega.access.Guests.Guest;
import io.kollega.organization.Organization;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.bouncycastle.util.encoders.Base32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@KollegaTest
class SecondFactorTest {
    private static final String WHERE = "/profile/second-factor";

    @Autowired MockMvc mvc;
    @Autowired Cast cast;
    @Autowired Organization organization;
    @Autowired Accounts accounts;
    @Autowired SecondFactors factors;
    @Autowired Authenticators authenticators;
    @Autowired PasswordLinks links;
    @Autowired JdbcClient jdbc;
    @Autowired TestClock clock;

    private Guest guest;

    @BeforeEach
    void signIn() throws Exception {
        clock.set(TestClock.START);
        guest = new Guests(mvc, organization, accounts).guest(Role.EMPLOYEE);
        guest.signIn();
    }

    @Test
    void isSetUpByPictureAndText() throws Exception {
        Answer draft = guest.send("/profile/authenticator/draft");
        assertThat(draft.page().select("svg.qr path").attr("d")).startsWith("M4 4h1v1h-1z");
        assertThat(draft.page().select("a[href^=otpauth]").attr("href"))
                .isEqualTo(
                        "otpauth://totp/Kollega:%s?secret=%s&issuer=Kollega"
                                .formatted(guest.login, typed(draft).replace(" ", "")));
        assertThat(typed(draft)).matches("([A-Z2-7]{4} ){7}[A-Z2-7]{4}");
        assertThat(draft.text()).as("nothing is loaded from elsewhere").doesNotContain("<img");
    }

    @Test
    void worksOnceTheFirstCodeIsRight() throws Exception {
        Guest elsewhere = guest.elsewhere();
        elsewhere.signIn();
        Answer draft = guest.send("/profile/authenticator/draft");
        byte[] secret = secret(draft);
        Answer wrong =
                guest.send("/profile/authenticator", "draft", draft.field("draft"), "code", "1");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(typed(wrong)).as("the same secret again").isEqualTo(typed(draft));
        assertThat(factors.of(guest.id).any()).isFalse();
        Answer done = add(draft, secret);
        assertThat(codes(done)).hasSize(RecoveryCodes.COUNT).doesNotHaveDuplicates();
        assertThat(factors.of(guest.id)).isEqualTo(new SecondFactors.Held(true, 0, 10));
        assertThat(elsewhere.visit("/profile").location())
                .as("sessions without it have ended")
                .startsWith("/sign-in");
        assertThat(deeds("authenticator.added")).isEqualTo(1);
    }

    @Test
    void isTakenInFromItsOwnersPageAlone() throws Exception {
        Answer draft = guest.send("/profile/authenticator/draft");
        Guest other = new Guests(mvc, organization, accounts).guest(Role.EMPLOYEE);
        other.signIn();
        for (String foreign : List.of(draft.field("draft"), "AAAA", "%%%")) {
            assertThat(
                            other.send(
                                            "/profile/authenticator",
                                            "draft",
                                            foreign,
                                            "code",
                                            code(secret(draft)))
                                    .location())
                    .isEqualTo(WHERE);
        }
        assertThat(factors.of(other.id).any()).isFalse();
    }

    @Test
    void isAskedForAfterThePassword() throws Exception {
        byte[] secret = setUp();
        Guest again = guest.elsewhere();
        assertThat(again.signIn().location()).isEqualTo("/sign-in/second-factor");
        assertThat(again.visit("/profile").location())
                .as("halfway is nobody")
                .isEqualTo("/sign-in?to=%2Fprofile");
        assertThat(again.visit("/api/v1/me").status()).isEqualTo(401);
        assertThat(again.visit("/sign-in/second-factor").page().select("#code")).hasSize(1);
        assertThat(again.send("/sign-in/second-factor", "code", "000000").status()).isEqualTo(422);
        clock.advance(Duration.ofSeconds(TimeCodes.STEP_SECONDS));
        String code = code(secret);
        String typed = code.substring(0, 3) + " " + code.substring(3);
        assertThat(
                        again.send("/sign-in/second-factor", "code", typed, "to", "/profile?a=1")
                                .location())
                .isEqualTo("/profile?a=1");
        assertThat(again.visit("/profile/sessions").text()).contains("по паролю и второму фактору");
        assertThat(deeds("second-factor.refused")).isEqualTo(1);
    }

    @Test
    void takesEachCodeOnce() throws Exception {
        byte[] secret = setUp();
        Guest first = guest.elsewhere();
        Guest second = guest.elsewhere();
        first.signIn();
        second.signIn();
        assertThat(first.send("/sign-in/second-factor", "code", code(secret)).status())
                .as("used when it was set up")
                .isEqualTo(422);
        clock.advance(Duration.ofSeconds(TimeCodes.STEP_SECONDS));
        assertThat(first.send("/sign-in/second-factor", "code", code(secret)).status())
                .isEqualTo(302);
        assertThat(second.send("/sign-in/second-factor", "code", code(secret)).status())
                .isEqualTo(422);
    }

    @Test
    void doesNotWaitForever() throws Exception {
        byte[] secret = setUp();
        Guest again = guest.elsewhere();
        again.signIn();
        clock.advance(Halfway.LASTS);
        assertThat(again.send("/sign-in/second-factor", "code", code(secret)).location())
                .isEqualTo("/sign-in?undone=access.second-factor.late");
        assertThat(
                        new Guests(mvc, organization, accounts)
                                .guest()
                                .visit("/sign-in/second-factor")
                                .location())
                .startsWith("/sign-in?");
    }

    @Test
    void slowsGuessing() throws Exception {
        byte[] secret = setUp();
        Guest thief = guest.elsewhere();
        thief.signIn();
        clock.advance(Duration.ofSeconds(TimeCodes.STEP_SECONDS));
        int tries = 0;
        while (thief.send("/sign-in/second-factor", "code", "000000").status() == 422) {
            assertThat(++tries).isLessThan(20);
        }
        assertThat(thief.send("/sign-in/second-factor", "code", code(secret)).status())
                .isEqualTo(429);
    }

    @Test
    void isReplacedByEachRecoveryCodeOnce() throws Exception {
        Answer draft = guest.send("/profile/authenticator/draft");
        List<String> codes = codes(add(draft, secret(draft)));
        Guest again = guest.elsewhere();
        again.signIn();
        String typed = codes.getFirst().toUpperCase(java.util.Locale.ROOT).replace("-", " ");
        assertThat(again.send("/sign-in/second-factor", "code", typed).status()).isEqualTo(302);
        assertThat(deeds("recovery-code.used")).isEqualTo(1);
        Guest thief = guest.elsewhere();
        thief.signIn();
        assertThat(thief.send("/sign-in/second-factor", "code", codes.getFirst()).status())
                .isEqualTo(422);
        assertThat(factors.of(guest.id).recoveryCodes()).isEqualTo(9);
        List<String> renewed = codes(again.send("/profile/recovery-codes"));
        assertThat(renewed).hasSize(10).doesNotContainAnyElementsOf(codes);
        assertThat(thief.send("/sign-in/second-factor", "code", codes.getLast()).status())
                .as("the old ones are gone")
                .isEqualTo(422);
    }

    @Test
    void isNotGoneRoundByPasswordLink() throws Exception {
        setUp();
        String secret = links.create(guest.id, cast.id("adam"));
        Guest thief = guest.elsewhere();
        assertThat(
                        thief.send(
                                        "/password/" + secret,
                                        "password",
                                        "another phrase of several words",
                                        "again",
                                        "another phrase of several words")
                                .location())
                .startsWith("/sign-in/second-factor?to=");
        assertThat(thief.visit("/profile").location()).startsWith("/sign-in");
    }

    @Test
    void confirmsDangerousDeedsToo() throws Exception {
        byte[] secret = setUp();
        clock.advance(Duration.ofMinutes(10));
        Answer asked = guest.send("/profile/tokens", "name", "script");
        assertThat(asked.page().select("#confirm-password, #confirm-code")).hasSize(2);
        assertThat(
                        guest.send("/profile/tokens", "name", "script", "confirm-code", "000000")
                                .status())
                .isEqualTo(422);
        assertThat(
                        guest.send(
                                        "/profile/tokens",
                                        "name",
                                        "script",
                                        "confirm-code",
                                        code(secret))
                                .status())
                .isEqualTo(200);
    }

    @Test
    void isRemovedOnlyByWhoConfirms() throws Exception {
        setUp();
        clock.advance(Duration.ofMinutes(10));
        assertThat(guest.send("/profile/authenticator/removal").status()).isEqualTo(403);
        assertThat(factors.of(guest.id).any()).isTrue();
        assertThat(
                        guest.send(
                                        "/profile/authenticator/removal",
                                        "confirm-password",
                                        Cast.PASSWORD)
                                .location())
                .isEqualTo(WHERE + "?done=access.factors.removed");
        assertThat(factors.of(guest.id)).isEqualTo(new SecondFactors.Held(false, 0, 0));
        assertThat(guest.send("/profile/authenticator/removal").location()).isEqualTo(WHERE);
        assertThat(guest.send("/profile/recovery-codes").location()).isEqualTo(WHERE);
        assertThat(guest.elsewhere().signIn().location()).isEqualTo("/");
    }

    @Test
    void isNotChangedByToken() throws Exception {
        setUp();
        String token =
                accounts.issueToken(
                        guest.id, new TokenTerms("script", TokenScope.ADMINISTER, null));
        for (String path :
                List.of(
                        "/profile/authenticator/removal",
                        "/profile/authenticator/draft",
                        "/profile/recovery-codes")) {
            mvc.perform(post(path).header("Authorization", "Bearer " + token))
                    .andExpect(status().isForbidden());
        }
        assertThat(factors.of(guest.id)).isEqualTo(new SecondFactors.Held(true, 0, 10));
    }

    @Test
    void isTakenAwayByAdministrationAndEndsSessions() throws Exception {
        setUp();
        Guest admin = new Guests(mvc, organization, accounts).guest(Role.ADMINISTRATOR);
        admin.signIn();
        String person = "/administration/people/" + guest.id.value();
        assertThat(admin.visit(person).page().select("form[action$=/second-factor/removal]"))
                .hasSize(1);
        assertThat(guest.send(person + "/second-factor/removal").status()).isEqualTo(403);
        admin.send(person + "/second-factor/removal");
        assertThat(factors.of(guest.id).any()).isFalse();
        assertThat(guest.visit("/profile").location()).startsWith("/sign-in");
        assertThat(guest.signIn().location()).isEqualTo("/");
        assertThat(
                        jdbc.sql("select count(*) from audit.line where deed = ? and subject = ?")
                                .params("second-factor.reset", "person:" + guest.id.value())
                                .query(Long.class)
                                .single())
                .isEqualTo(1);
    }

    @Test
    void keepsNoSecretThatTheDatabaseTells() throws Exception {
        Answer draft = guest.send("/profile/authenticator/draft");
        byte[] secret = secret(draft);
        List<String> codes = codes(add(draft, secret));
        String rows =
                jdbc.sql(
                                """
                                select string_agg(encode(secret, 'hex'), '') || (
                                    select string_agg(encode(hash, 'hex'), '') from access.recovery_code)
                                from access.authenticator
                                """)
                        .query(String.class)
                        .single();
        assertThat(rows)
                .doesNotContain(HexFormat.of().formatHex(secret))
                .doesNotContain(
                        HexFormat.of()
                                .formatHex(codes.getFirst().getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void isOfNoUseToSomebodyElseIfRowsAreSwapped() throws Exception {
        byte[] secret = setUp();
        Guest other = new Guests(mvc, organization, accounts).guest(Role.EMPLOYEE);
        jdbc.sql(
                        """
                        insert into access.authenticator (person, secret, added_at, last_step)
                        select ?, secret, added_at, 0 from access.authenticator where person = ?
                        """)
                .params(other.id.value(), guest.id.value())
                .update();
        assertThat(authenticators.use(other.id, code(secret))).isFalse();
    }

    private byte[] setUp() throws Exception {
        Answer draft = guest.send("/profile/authenticator/draft");
        add(draft, secret(draft));
        return secret(draft);
    }

    private Answer add(Answer draft, byte[] secret) throws Exception {
        return guest.send(
                "/profile/authenticator", "draft", draft.field("draft"), "code", code(secret));
    }

    private String code(byte[] secret) {
        return new TimeCodes(TimeCodes.DIGITS).code(secret, clock.instant());
    }

    private static String typed(Answer draft) {
        return draft.page().select("#secret").val();
    }

    private static byte[] secret(Answer draft) {
        return Base32.decode(typed(draft).replace(" ", ""));
    }

    private static List<String> codes(Answer page) {
        return page.page().select(".recovery-codes li").eachText().stream()
                .filter(Pattern.compile("[a-z2-7]{6}(-[a-z2-7]{6}){3}").asMatchPredicate())
                .toList();
    }

    private long deeds(String deed) {
        return jdbc.sql("select count(*) from audit.line where actor = ? and deed = ?")
                .params(guest.id.value(), deed)
                .query(Long.class)
                .single();
    }
}
