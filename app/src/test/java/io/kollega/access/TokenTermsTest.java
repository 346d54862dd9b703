package io.kollega.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.kollega.Cast;
import io.kollega.Described;
import io.kollega.KollegaTest;
import io.kollega.TestClock;
import io.kollega.organization.Organization;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What a token may do, until when, and what ends it. */
@KollegaTest
class TokenTermsTest {
    @Autowired MockMvc mvc;
    @Autowired Cast cast;
    @Autowired Tokens tokens;
    @Autowired Accounts accounts;
    @Autowired AccountBook book;
    @Autowired PasswordLinks links;
    @Autowired Organization organization;
    @Autowired TestClock clock;
    @Autowired JdbcClient jdbc;

    @BeforeEach
    @AfterEach
    void standStill() {
        clock.set(TestClock.START);
    }

    @Test
    void readsAloneWithTheScopeRead() throws Exception {
        String token = cast.token("irina", TokenScope.READ);
        call(token, get("/api/v1/me")).andExpect(status().isOk());
        call(token, post("/api/v1/requests").content("{}").contentType(MediaType.APPLICATION_JSON))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.detail").value(Matchers.containsString("scope write")));
        call(token, post("/profile/zone").param("zone", "Europe/Samara"))
                .andExpect(status().isForbidden());
    }

    @Test
    void writesButAdministersNothingWithTheScopeWrite() throws Exception {
        String token = cast.token("adam", TokenScope.WRITE);
        call(token, get("/administration/accounts")).andExpect(status().isOk());
        String roles = "/administration/people/" + cast.id("client12").value() + "/roles";
        call(token, post(roles).param("role", "EMPLOYEE")).andExpect(status().isForbidden());
        call(token, post("/profile/zone").param("zone", "Europe/Samara"))
                .andExpect(status().is3xxRedirection());
        call(cast.token("adam"), post(roles).param("role", "EMPLOYEE"))
                .andExpect(status().is3xxRedirection());
    }

    @Test
    void makesNoTokenUnlessItMayAdminister() throws Exception {
        int before = tokens.of(cast.id("client12")).size();
        for (TokenScope scope : List.of(TokenScope.READ, TokenScope.WRITE)) {
            call(cast.token("client12", scope), post("/profile/tokens").param("name", "more"))
                    .andExpect(status().isForbidden());
        }
        assertThat(tokens.of(cast.id("client12"))).hasSize(before + 2);
        call(cast.token("client12"), post("/profile/tokens").param("name", "more"))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("kollega_")));
    }

    @Test
    void offersAdministrationToAdministratorsOnly() {
        assertThat(TokensView.scopes(person("adam"))).contains(TokenScope.ADMINISTER);
        assertThat(TokensView.scopes(person("vera")))
                .containsExactly(TokenScope.READ, TokenScope.WRITE);
    }

    @Test
    void lastsToTheEndOfItsLastDay() throws Exception {
        String token =
                accounts.issueToken(
                        cast.id("irina"),
                        new TokenTerms("day", TokenScope.READ, organization.today().plusDays(1)));
        Instant end =
                organization.today().plusDays(2).atStartOfDay(organization.zone()).toInstant();
        clock.set(end.minusSeconds(1));
        call(token, get("/api/v1/me")).andExpect(status().isOk());
        clock.set(end);
        call(token, get("/api/v1/me")).andExpect(status().isUnauthorized());
    }

    @Test
    void refusesTermsThatNobodyShouldHave() {
        var today = organization.today();
        assertThat(TokenTerms.usual(" x ").fault(today)).isEmpty();
        assertThat(TokenTerms.usual(" ").fault(today)).contains(TokenTerms.Fault.NAME);
        assertThat(TokenTerms.usual("x".repeat(81)).fault(today)).contains(TokenTerms.Fault.NAME);
        assertThat(new TokenTerms("x", TokenScope.READ, today).fault(today)).isEmpty();
        assertThat(new TokenTerms("x", TokenScope.READ, today.minusDays(1)).fault(today))
                .contains(TokenTerms.Fault.OVER);
        assertThat(new TokenTerms("x", TokenScope.READ, today.plusDays(366)).fault(today))
                .isEmpty();
        assertThat(new TokenTerms("x", TokenScope.READ, today.plusDays(367)).fault(today))
                .contains(TokenTerms.Fault.TOO_LONG);
    }

    @Test
    void notesItsUseByTheHour() throws Exception {
        String token = cast.token("client12", TokenScope.READ);
        clock.advance(Duration.ofMinutes(17));
        call(token, get("/api/v1/me"));
        Instant first = tokens.of(cast.id("client12")).getFirst().lastUsedAt();
        assertThat(first).isEqualTo("2026-03-03T07:00:00Z");
        long version = version(token);
        clock.advance(Duration.ofMinutes(42));
        call(token, get("/api/v1/me"));
        assertThat(version(token)).as("no write within the hour").isEqualTo(version);
        clock.advance(Duration.ofHours(1));
        call(token, get("/api/v1/me"));
        assertThat(tokens.of(cast.id("client12")).getFirst().lastUsedAt()).isAfter(first);
    }

    @Test
    void endsForGoodWithTheAccountAndWithNewPassword() throws Exception {
        NewAccount account =
                new NewAccount(cast.id("client12"), "client12", null, Set.of(Role.EMPLOYEE));
        String closed = cast.token("client12");
        book.close(cast.id("client12"), cast.id("adam"));
        accounts.open(List.of(account));
        call(closed, get("/api/v1/me")).andExpect(status().isUnauthorized());

        String before = cast.token("client12");
        links.set(cast.id("client12"), Cast.PASSWORD + " новый");
        call(before, get("/api/v1/me")).andExpect(status().isUnauthorized());

        String linked = cast.token("client12");
        String secret = links.create(cast.id("client12"), cast.id("adam"));
        call(linked, get("/api/v1/me")).andExpect(status().isOk());
        assertThat(links.use(secret, cast.id("client12"), Cast.PASSWORD + " иной")).isTrue();
        call(linked, get("/api/v1/me")).andExpect(status().isUnauthorized());
        assertThat(
                        jdbc.sql(
                                        """
                                        select count(*) from audit.line where deed = 'token.revoked'
                                            and details->>'owner' = ?
                                        """)
                                .param(Long.toString(cast.id("client12").value()))
                                .query(Integer.class)
                                .single())
                .isGreaterThanOrEqualTo(3);
    }

    @Test
    void forgetsWhatEndedLongAgo() {
        cast.token("client12");
        long id = tokens.of(cast.id("client12")).getFirst().id();
        tokens.revoke(cast.id("client12"), id);
        clock.advance(Duration.ofDays(179));
        tokens.sweep();
        assertThat(tokens.of(cast.id("client12"))).anyMatch(it -> it.id() == id);
        clock.advance(Duration.ofDays(2));
        tokens.sweep();
        assertThat(tokens.of(cast.id("client12"))).noneMatch(it -> it.id() == id);
    }

    @Test
    void listsAndEndsOwnTokensOverRest() throws Exception {
        String token = cast.token("client11", TokenScope.WRITE);
        long id = tokens.of(cast.id("client11")).getFirst().id();
        call(token, get("/api/v1/me/tokens"))
                .andExpect(status().isOk())
                .andExpect(result -> Described.kept().assertHolds(result))
                .andExpect(jsonPath("$.items[0].id").value(id))
                .andExpect(jsonPath("$.items[0].scope").value("write"))
                .andExpect(jsonPath("$.items[0].expiresAt").value("2027-03-03T21:00:00Z"));
        call(cast.token("irina"), delete("/api/v1/me/tokens/" + id))
                .andExpect(status().isNotFound());
        call(token, delete("/api/v1/me/tokens/" + id))
                .andExpect(status().isOk())
                .andExpect(result -> Described.kept().assertHolds(result));
        call(token, get("/api/v1/me/tokens")).andExpect(status().isUnauthorized());
    }

    private CurrentPerson person(String login) {
        return new CurrentPerson(
                cast.id(login),
                cast.unit("it"),
                login,
                book.of(cast.id(login)).orElseThrow().grants().stream()
                        .flatMap(it -> it.role().permissions().stream())
                        .filter(it -> !it.ofUnit())
                        .collect(java.util.stream.Collectors.toSet()),
                java.util.Map.of());
    }

    /** Changes whenever the row is written. */
    private long version(String token) {
        return jdbc.sql("select xmin::text::bigint from access.token where hash = ?")
                .param(Secret.hash(token))
                .query(Long.class)
                .single();
    }

    private ResultActions call(String token, MockHttpServletRequestBuilder request)
            throws Exception {
        return mvc.perform(request.header("Authorization", "Bearer " + token));
    }
}
