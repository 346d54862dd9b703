package io.kollega.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.kollega.Cast;
import io.kollega.KollegaTest;
import io.kollega.TestClock;
import io.kollega.access.Guests.Answer;
import io.kollega.access.Guests.Guest;
import io.kollega.organization.Organization;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.bouncycastle.util.encoders.Base32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Auditors must have a second factor here, and this one has none yet. */
@KollegaTest
class EnrolmentTest {
    @Autowired MockMvc mvc;
    @Autowired Cast cast;
    @Autowired Organization organization;
    @Autowired Accounts accounts;
    @Autowired SecondFactorRule rule;
    @Autowired SecondFactors factors;
    @Autowired TestClock clock;

    private Guests guests;
    private Guest auditor;

    @BeforeEach
    void require() {
        clock.set(TestClock.START);
        rule.set(Set.of(Role.AUDITOR), cast.id("adam"));
        guests = new Guests(mvc, organization, accounts);
        auditor = guests.guest(Role.EMPLOYEE, Role.AUDITOR);
    }

    @AfterEach
    void requireNothing() {
        rule.set(Set.of(), cast.id("adam"));
    }

    @Test
    void leadsToTheSetUpAndNowhereElse() throws Exception {
        auditor.signIn();
        for (String path : List.of("/", "/administration/audit", "/profile", "/requests/new")) {
            assertThat(auditor.visit(path).location()).as(path).isEqualTo(Enrolment.WHERE);
        }
        assertThat(auditor.send("/profile/tokens", "name", "way round").location())
                .isEqualTo(Enrolment.WHERE);
        assertThat(auditor.send("/requests", "subject", "x").location()).isEqualTo(Enrolment.WHERE);
        assertThat(auditor.visit("/api/v1/me").status()).isEqualTo(403);
        Answer page = auditor.visit(Enrolment.WHERE);
        assertThat(page.text()).contains("второй фактор обязателен");
        assertThat(page.page().select(".doors a")).as("no way that leads back here").isEmpty();
    }

    @Test
    void letsOutAndLetsChooseTheLanguage() throws Exception {
        auditor.signIn();
        assertThat(auditor.send("/preferences", "language", "en", "back", "/x").location())
                .isEqualTo("/x");
        assertThat(auditor.send("/sign-out").location()).startsWith("/sign-in?done");
    }

    @Test
    void opensEverythingRightAfterTheSetUp() throws Exception {
        auditor.signIn();
        Answer draft = auditor.send("/profile/authenticator/draft");
        byte[] secret = Base32.decode(draft.page().select("#secret").val().replace(" ", ""));
        auditor.send(
                "/profile/authenticator",
                "draft",
                draft.field("draft"),
                "code",
                new TimeCodes(TimeCodes.DIGITS).code(secret, clock.instant()));
        assertThat(auditor.visit("/administration/audit").status()).isEqualTo(200);
        factors.reset(auditor.id, 0);
        auditor.signIn();
        assertThat(auditor.visit("/administration/audit").location()).isEqualTo(Enrolment.WHERE);
    }

    @Test
    void concernsNobodyElseAndNoProgram() throws Exception {
        Guest other = guests.guest(Role.EMPLOYEE);
        other.signIn();
        assertThat(other.visit("/").status()).isEqualTo(200);
        String token =
                accounts.issueToken(auditor.id, new TokenTerms("script", TokenScope.READ, null));
        assertThat(
                        mvc.perform(
                                        MockMvcRequestBuilders.get("/api/v1/me")
                                                .header("Authorization", "Bearer " + token))
                                .andReturn()
                                .getResponse()
                                .getStatus())
                .isEqualTo(200);
    }

    @Test
    void isSetOnThePageOfAdministration() throws Exception {
        Guest admin = guests.guest(Role.ADMINISTRATOR);
        admin.signIn();
        String page = "/administration/second-factor";
        assertThat(admin.visit(page).page().select("input[checked]").eachAttr("value"))
                .containsExactly("AUDITOR");
        assertThat(admin.send(page, "role", "ANALYST", "role", "NOBODY").location())
                .isEqualTo(page + "?done=administration.second-factor.saved");
        assertThat(rule.roles()).containsExactly(Role.ANALYST);
        auditor.signIn();
        assertThat(auditor.visit("/").status()).isEqualTo(200);
        assertThat(auditor.send(page, "role", "EMPLOYEE").status()).isEqualTo(403);
        admin.send(page, "role", "ADMINISTRATOR");
        assertThat(admin.visit("/").location())
                .as("who makes the rule is the first to keep it")
                .isEqualTo(Enrolment.WHERE);
        SecondFactorRule.Coverage coverage =
                Objects.requireNonNull(rule.coverage().get(Role.ADMINISTRATOR));
        assertThat(coverage.people()).isGreaterThan(coverage.covered());
    }
}
