package io.kollega.ratings;

import static org.assertj.core.api.Assertions.assertThat;

import io.kollega.Browser;
import io.kollega.Cast;
import io.kollega.KollegaTest;
import io.kollega.TestClock;
import io.kollega.requests.events.RequestId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionOperations;

/** What the audit trail tells of ratings: the request and the day. */
@KollegaTest
class DayTrailTest {
    private static final Draft TAP = new Draft("7", null, null, Map.of(), List.of(), null);
    private static final Draft CLEAR =
            new Draft(null, null, null, Map.of("clarity", "4"), List.of(), null);

    @Autowired MockMvc mvc;
    @Autowired Ratings ratings;
    @Autowired DayTrail trail;
    @Autowired Sweep sweep;
    @Autowired Cast cast;
    @Autowired TestClock clock;
    @Autowired JdbcClient jdbc;
    @Autowired ApplicationEventPublisher events;
    @Autowired TransactionOperations transactions;

    private Solving solving;

    @BeforeEach
    void begin() {
        solving = new Solving(cast, clock, events, transactions);
    }

    @AfterEach
    void end() {
        clock.set(TestClock.START);
        sweep.everything();
    }

    /** A line as the database holds it. */
    private record Line(
            long id, String at, long actor, String deed, String details, boolean wholeDay) {}

    @Test
    void hearsOfRatingsWhenTheirDayIsOver() {
        RequestId request = solving.solved();
        long before = lastLine();
        rate(request);
        trail.tell();
        assertThat(lastLine()).as("nothing on the day itself").isEqualTo(before);
        clock.advance(Duration.ofDays(1));
        trail.tell();
        trail.tell();
        Line line = lines(request).getLast();
        assertThat(lines(request)).hasSize(1);
        assertThat(line.actor()).isZero();
        assertThat(line.deed()).isEqualTo("ratings.revealed");
        assertThat(line.details()).isEqualTo("{}");
        assertThat(line.wholeDay()).isTrue();
        assertThat(line.at()).as("noon of the company’s day").startsWith("2026-03-03 09:00:00");
    }

    @Test
    void ordersTheLinesOfDayByRequest() {
        List<RequestId> requests = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            requests.add(solving.solved());
        }
        for (int i : new int[] {4, 0, 5, 2, 1, 3}) {
            rate(requests.get(i));
            clock.advance(Duration.ofSeconds(1));
        }
        clock.advance(Duration.ofDays(1));
        trail.tell();
        List<Long> ids = requests.stream().map(it -> lines(it).getLast().id()).toList();
        assertThat(ids).isSorted();
        assertThat(requests.stream().map(it -> lines(it).getLast().at()).distinct()).hasSize(1);
    }

    @Test
    void saysNothingOfRatingThatNobodyGave() {
        RequestId request = solving.solved();
        clock.advance(Duration.ofDays(30));
        sweep.everything();
        clock.advance(Duration.ofDays(1));
        trail.tell();
        assertThat(lines(request)).isEmpty();
    }

    @Test
    void saysNothingBeforeTheReveal() {
        RequestId request = solving.solved();
        long before = lastLine();
        ratings.give(request, cast.id("irina"), TAP);
        clock.advance(Duration.ofDays(1));
        trail.tell();
        assertThat(lines(request)).isEmpty();
        assertThat(
                        jdbc.sql("select count(*) from audit.line where id > ? and actor = ?")
                                .params(before, cast.id("irina").value())
                                .query(Long.class)
                                .single())
                .isZero();
    }

    @Test
    void showsTheAuditorDayWithoutTime() throws Exception {
        RequestId request = solving.solved();
        rate(request);
        clock.advance(Duration.ofDays(1));
        trail.tell();
        String address = "/administration/audit%s?subject=request:" + request.value();
        Browser auditor = Browser.of("rita", mvc);
        assertThat(text(auditor, address.formatted("")))
                .contains("<time datetime=\"2026-03-03\">")
                .doesNotContain("12:00");
        assertThat(text(auditor, address.formatted(".csv")))
                .contains(";2026-03-03;0;")
                .doesNotContain("T12:00");
    }

    private static String text(Browser browser, String address) throws Exception {
        return browser.open(address).andReturn().getResponse().getContentAsString();
    }

    private void rate(RequestId request) {
        ratings.give(request, cast.id("irina"), TAP);
        ratings.give(request, cast.id("pavel"), CLEAR);
    }

    private long lastLine() {
        return jdbc.sql("select coalesce(max(id), 0) from audit.line").query(Long.class).single();
    }

    private List<Line> lines(RequestId request) {
        return jdbc.sql(
                        """
                        select id, (at at time zone 'UTC')::text as at, actor, deed,
                               details::text as details, whole_day
                          from audit.line where subject = ? order by id
                        """)
                .param("request:" + request.value())
                .query(Line.class)
                .list();
    }
}
