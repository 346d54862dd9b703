package io.kollega.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.kollega.Cast;
import io.kollega.KollegaTest;
import io.kollega.organization.Organization;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@KollegaTest
class TokensTest {
    @Autowired MockMvc mvc;
    @Autowired Cast cast;
    @Autowired Tokens tokens;
    @Autowired Accounts accounts;
    @Autowired AccountBook book;
    @Autowired Organization organization;
    @Autowired JdbcClient jdbc;

    @Test
    void saysWhoseItIs() throws Exception {
        mvc.perform(get("/api/v1/me").header("Authorization", cast.bearer("vera")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.id").value(cast.id("vera").value()))
                .andExpect(jsonPath("$.login").value("vera"))
                .andExpect(jsonPath("$.unitCode").value("it"))
                .andExpect(jsonPath("$.permissions.length()").value(3));
    }

    @Test
    void keepsOnlyItsHash() {
        String token = cast.token("irina");
        assertThat(token).startsWith("kollega_").hasSize("kollega_".length() + 43);
        assertThat(
                        jdbc.sql("select count(*) from access.token where hash = ?")
                                .param(Secret.hash(token))
                                .query(Long.class)
                                .single())
                .isEqualTo(1);
        assertThat(
                        jdbc.sql(
                                        """
                                        select count(*) from access.token t
                                        where strpos(t::text, ?) > 0
                                        """)
                                .param(token.substring("kollega_".length()))
                                .query(Long.class)
                                .single())
                .isZero();
    }

    @Test
    void refusesRevokedToken() throws Exception {
        String token = cast.token("pavel");
        long id = tokens.of(cast.id("pavel")).getFirst().id();
        assertThat(tokens.revoke(cast.id("irina"), id)).as("someone else's").isFalse();
        assertThat(tokens.revoke(cast.id("pavel"), id)).isTrue();
        mvc.perform(get("/api/v1/me").header("Authorization", "Bearer " + token))
                .andExpect(status().isUnauthorized())
                .andExpect(header().string("WWW-Authenticate", "Bearer error=\"invalid_token\""))
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.type").value("urn:kollega:problem:unauthenticated"));
    }

    @Test
    void refusesMadeUpToken() throws Exception {
        for (String header : List.of("Bearer", "Bearer ", "Bearer x", "bearer kollega_")) {
            mvc.perform(get("/api/v1/me").header("Authorization", header))
                    .andExpect(status().isUnauthorized());
        }
    }

    @Test
    void needsNoFormTokenForPrograms() throws Exception {
        mvc.perform(post("/api/v1/nothing").header("Authorization", cast.bearer("irina")))
                .andExpect(status().isNotFound());
        mvc.perform(post("/api/v1/nothing"))
                .andExpect(status().isUnauthorized())
                .andExpect(header().string("WWW-Authenticate", "Bearer"));
    }

    @Test
    void endsWithTheAccountAndWithTheRole() throws Exception {
        String bearer = cast.bearer("client11");
        accounts.open(
                List.of(
                        new NewAccount(
                                cast.id("client11"), "client11", null, Set.of(Role.AUDITOR))));
        mvc.perform(get("/administration/audit").header("Authorization", bearer))
                .andExpect(status().isOk());
        accounts.open(
                List.of(
                        new NewAccount(
                                cast.id("client11"), "client11", null, Set.of(Role.EMPLOYEE))));
        mvc.perform(get("/administration/audit").header("Authorization", bearer))
                .andExpect(status().isForbidden());
        book.close(cast.id("client11"), cast.id("adam"));
        mvc.perform(get("/api/v1/me").header("Authorization", bearer))
                .andExpect(status().isUnauthorized());
        accounts.open(
                List.of(
                        new NewAccount(
                                cast.id("client11"), "client11", null, Set.of(Role.EMPLOYEE))));
    }
}
