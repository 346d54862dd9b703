package io.kollega.requests;

import static org.assertj.core.api.Assertions.assertThat;

import io.kollega.Cast;
import io.kollega.KollegaTest;
import io.kollega.TestClock;
import io.kollega.promises.PauseEnded;
import io.kollega.promises.PauseReason;
import io.kollega.promises.WorkId;
import java.time.Duration;
import java.time.Instant;
import kollega.measurement.worktime.BusinessCalendar;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

@KollegaTest
class SweepTest {
    @Autowired MockMvc mvc;
    @Autowired Cast cast;
    @Autowired TestClock clock;
    @Autowired Sweep sweep;
    @Autowired JdbcClient jdbc;
    @Autowired ApplicationEventPublisher news;
    @Autowired TransactionTemplate transactions;
    Rest rest;

    @BeforeEach
    void connect() {
        clock.set(TestClock.START);
        rest = new Rest(mvc, cast);
    }

    @Test
    void closesWhatWasSolvedFiveWorkingDaysAgo() throws Exception {
        String path = "/requests/" + submit();
        rest.put("pavel", path + "/solution", "{\"text\":\"Готово\"}");
        // Solved on Tuesday, 3 March; Monday the 9th is a holiday, so the fifth day is the 11th.
        clock.set(Instant.parse("2026-03-11T14:59:59Z"));
        sweep.closeSolved();
        assertThat(rest.get("irina", path).state()).isEqualTo("solved");
        clock.set(Instant.parse("2026-03-11T15:00:00Z"));
        assertThat(sweep.closeSolved()).isPositive();
        Rest.Reply closed = rest.get("irina", path);
        assertThat(closed.state()).isEqualTo("closed");
        var entries = closed.json().get("entries");
        assertThat(entries.get(entries.size() - 1).get("author").isNull()).isTrue();
        assertThat(sweep.closeSolved()).isZero();
    }

    @Test
    void reopeningKeepsItFromClosing() throws Exception {
        String path = "/requests/" + submit();
        rest.put("pavel", path + "/solution", "{}");
        rest.delete("irina", path + "/solution");
        clock.advance(Duration.ofDays(30));
        sweep.closeSolved();
        assertThat(rest.get("irina", path).state()).isEqualTo("working");
    }

    @Test
    void countsOnlyDaysOnWhichSomebodyWorks() {
        Instant friday = Instant.parse("2026-03-06T10:00:00Z");
        assertThat(ClosingTime.after(friday, BusinessCalendar.always(), 2))
                .isEqualTo(Instant.parse("2026-03-09T00:00:00Z"));
    }

    @Test
    void takesRequestUpAgainWhenItsPauseHasLastedAsLongAsItMay() throws Exception {
        long id = submit();
        String path = "/requests/" + id;
        rest.put("pavel", path + "/assignment", "{\"person\":" + cast.id("pavel").value() + "}");
        rest.put("pavel", path + "/pause", "{\"reason\":\"waiting-client\",\"note\":\"?\"}");
        Instant now = clock.instant();
        PauseEnded ended =
                new PauseEnded(
                        new WorkId(id),
                        cast.unit("it"),
                        PauseReason.WAITING_CLIENT,
                        now.plus(Duration.ofHours(5)),
                        now);
        transactions.executeWithoutResult(_ -> news.publishEvent(ended));
        transactions.executeWithoutResult(_ -> news.publishEvent(ended));
        Rest.Reply shown = rest.get("irina", path);
        assertThat(shown.state()).isEqualTo("working");
        assertThat(
                        shown.json()
                                .get("entries")
                                .valueStream()
                                .filter(e -> e.get("happening").asString().equals("resumed")))
                .hasSize(1);
    }

    private long submit() throws Exception {
        return rest.post(
                        "irina",
                        "/requests",
                        "{\"unit\":%d,\"subject\":\"Само\"}".formatted(cast.unit("it").value()))
                .id();
    }
}
