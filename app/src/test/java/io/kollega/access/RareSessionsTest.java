package io.kollega.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.kollega.Cast;
import io.kollega.KollegaTest;
import io.kollega.Statements;
import jakarta.servlet.http.Cookie;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.MapSession;
import org.springframework.test.web.servlet.MockMvc;

@KollegaTest
class RareSessionsTest {
    private static final String COLUMN = "last_access_time";

    @Autowired MockMvc mvc;
    @Autowired JdbcClient jdbc;
    Cookie cookie;

    @BeforeEach
    void signIn() throws Exception {
        cookie =
                Objects.requireNonNull(
                        mvc.perform(
                                        post("/sign-in")
                                                .with(csrf())
                                                .param("login", "client6")
                                                .param("password", Cast.PASSWORD)
                                                .param("to", "/"))
                                .andReturn()
                                .getResponse()
                                .getCookie("kollega"));
    }

    @Test
    void readsTheSessionOnceAndWritesNothing() throws Exception {
        // The token that the test sends with its form comes into the session here.
        look();
        Statements sent = Statements.of(this::look);
        assertThat(sent.all()).filteredOn(sql -> sql.contains("spring_session")).hasSize(1);
        assertThat(sent.writing()).isEmpty();
    }

    @Test
    void notesTheLastUseAfterAMinute() throws Exception {
        long before = lastUse();
        look();
        assertThat(lastUse()).isEqualTo(before);
        set(COLUMN, before - RareSession.NOTED_EVERY.toMillis());
        Statements sent = Statements.of(this::look);
        assertThat(sent.writing()).hasSize(1);
        assertThat(lastUse()).isGreaterThanOrEqualTo(before);
    }

    @Test
    void endsTheSessionThatWasIdleTooLong() throws Exception {
        long idle =
                jdbc.sql("select max_inactive_interval * 1000 from access.spring_session limit 1")
                        .query(Long.class)
                        .single();
        set(COLUMN, Instant.now().toEpochMilli() - idle - 1000);
        assertThat(look().getStatus()).isEqualTo(302);
        assertThat(rows()).isZero();
    }

    @Test
    void refusesSessionAtOnceThatWasEndedElsewhere() throws Exception {
        assertThat(look().getStatus()).isEqualTo(200);
        jdbc.sql("delete from access.spring_session where session_id = ?").param(id()).update();
        MockHttpServletResponse refused = look();
        assertThat(refused.getStatus()).isEqualTo(302);
        assertThat(refused.getHeader("Location")).contains("/sign-in");
        assertThat(rows()).isZero();
    }

    @Test
    void forgetsTheSessionThatSignsOut() throws Exception {
        mvc.perform(post("/sign-out").with(csrf()).cookie(cookie)).andReturn();
        assertThat(rows()).isZero();
        assertThat(look().getStatus()).isEqualTo(302);
    }

    @Test
    void keepsNoSessionInMemoryBetweenRequests() throws Exception {
        look();
        assertThat(ReadOnce.read(id())).isNull();
    }

    @Test
    void movesTheLastUseByWholeMinutesAndNeverBack() {
        MapSession kept = new MapSession();
        Instant start = Instant.parse("2026-03-03T07:00:00Z");
        kept.setLastAccessedTime(start);
        RareSession session = new RareSession(kept);
        session.setLastAccessedTime(start.plus(RareSession.NOTED_EVERY).minusMillis(1));
        assertThat(session.getLastAccessedTime()).isEqualTo(start);
        session.setLastAccessedTime(start.plus(RareSession.NOTED_EVERY));
        assertThat(kept.getLastAccessedTime()).isEqualTo(start.plus(RareSession.NOTED_EVERY));
        session.setLastAccessedTime(start);
        assertThat(kept.getLastAccessedTime()).isEqualTo(start.plus(RareSession.NOTED_EVERY));
    }

    private MockHttpServletResponse look() throws Exception {
        return mvc.perform(get("/").cookie(cookie)).andReturn().getResponse();
    }

    private long rows() {
        return jdbc.sql("select count(*) from access.spring_session where session_id = ?")
                .param(id())
                .query(Long.class)
                .single();
    }

    private long lastUse() {
        return jdbc.sql("select last_access_time from access.spring_session where session_id = ?")
                .param(id())
                .query(Long.class)
                .single();
    }

    private void set(String column, long value) {
        jdbc.sql("update access.spring_session set " + column + " = ? where session_id = ?")
                .params(value, id())
                .update();
    }

    private String id() {
        return new String(
                Base64.getDecoder().decode(cookie.getValue()),
                java.nio.charset.StandardCharsets.UTF_8);
    }
}
