package io.kollega.requests;

import static org.assertj.core.api.Assertions.assertThat;

import io.kollega.Cast;
import io.kollega.KollegaTest;
import io.kollega.TestClock;
import io.kollega.organization.PersonId;
import io.kollega.promises.HeldSpan;
import io.kollega.promises.Holder;
import io.kollega.promises.PauseReason;
import io.kollega.promises.Promises;
import io.kollega.promises.WorkId;
import io.kollega.requests.events.RequestId;
import io.kollega.worktime.CalendarId;
import io.kollega.worktime.WorkCalendars;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@KollegaTest
class HistoriesTest {
    private static final Instant MONDAY = Instant.parse("2026-02-02T07:00:00Z");

    @Autowired MockMvc mvc;
    @Autowired Cast cast;
    @Autowired TestClock clock;
    @Autowired Requests requests;
    @Autowired Promises promises;
    @Autowired WorkCalendars calendars;
    @Autowired JdbcClient jdbc;
    Rest rest;
    CalendarId calendar;

    @BeforeEach
    void connect() {
        clock.set(TestClock.START);
        rest = new Rest(mvc, cast);
        calendar = calendars.of(cast.unit("it")).id();
    }

    @Test
    void bringsWhatHappenedAtTheInstantsGiven() throws Exception {
        String source = source();
        RequestId id =
                bring(
                        source,
                        brought(
                                "A-1",
                                after(1, "pavel", new Happening.Assigned(cast.id("pavel"))),
                                after(2, "pavel", new Happening.Paused(PauseReason.WAITING_CLIENT)),
                                after(5, "irina", new Happening.Resumed()),
                                after(
                                        6,
                                        "pavel",
                                        new Happening.HandedOver(
                                                cast.unit("it"), cast.unit("procurement"))),
                                after(8, "dmitry", new Happening.Solved()),
                                after(20, "irina", new Happening.Reopened()),
                                after(21, "dmitry", new Happening.Solved()),
                                after(30, null, new Happening.Closed())));
        Rest.Reply shown = rest.get("irina", "/requests/" + id.value());
        assertThat(shown.state()).isEqualTo("closed");
        assertThat(shown.json().get("unit").asLong()).isEqualTo(cast.unit("procurement").value());
        assertThat(shown.json().get("submittedAt").asString()).isEqualTo(MONDAY.toString());
        assertThat(shown.json().get("entries").size()).isEqualTo(9);

        Holder it = new Holder.OfUnit(cast.unit("it"));
        Holder procurement = new Holder.OfUnit(cast.unit("procurement"));
        List<HeldSpan> spans =
                promises.spans(List.of(new WorkId(id.value()))).get(new WorkId(id.value()));
        assertThat(spans)
                .containsExactly(
                        new HeldSpan(it, hour(0), hour(2)),
                        new HeldSpan(new Holder.Client(), hour(2), hour(5)),
                        new HeldSpan(it, hour(5), hour(6)),
                        new HeldSpan(procurement, hour(6), hour(8)),
                        new HeldSpan(new Holder.Client(), hour(8), hour(20)),
                        new HeldSpan(procurement, hour(20), hour(21)));
    }

    @Test
    void bringingTheSameTwiceChangesNothing() {
        String source = source();
        BroughtRequest one =
                brought("B-1", after(1, "pavel", new Happening.Assigned(cast.id("pavel"))));
        BroughtHistory first = requests.bringHistory(source, List.of(one));
        BroughtHistory again = requests.bringHistory(source, List.of(one, brought("B-2")));
        assertThat(first).returns(1, BroughtHistory::created).returns(2, BroughtHistory::entries);
        assertThat(again).returns(1, BroughtHistory::created).returns(1, BroughtHistory::entries);
        assertThat(again.requests().get("B-1")).isEqualTo(first.requests().get("B-1"));
    }

    @Test
    void goesOnWithOpenRequestsThatWereBrought() throws Exception {
        RequestId id =
                bring(
                        source(),
                        brought(
                                "C-1",
                                after(1, "pavel", new Happening.Assigned(cast.id("pavel")))));
        String path = "/requests/" + id.value();
        assertThat(rest.get("irina", path).json().get("deadlines").isNull()).isFalse();
        assertThat(rest.put("pavel", path + "/solution", "{\"text\":\"Готово\"}").state())
                .isEqualTo("solved");
        assertThat(rest.put("irina", path + "/confirmation", "").state()).isEqualTo("closed");
    }

    @Test
    void leavesWhatWasSolvedLongAgoAsItsHistoryTells() {
        RequestId id = bring(source(), brought("D-1", after(1, "pavel", new Happening.Solved())));
        assertThat(
                        jdbc.sql("select closes_at is null from requests.request where id = ?")
                                .param(id.value())
                                .query(Boolean.class)
                                .single())
                .isTrue();
    }

    @Test
    void numbersByTimeAndKeepsTextsWhole() throws Exception {
        String source = source();
        String text = "Табуляция\tи \\ и\nстрока \\N";
        List<BroughtRequest> given = new ArrayList<>();
        for (int i = 5; i > 0; i--) {
            given.add(
                    new BroughtRequest(
                            "E-" + i,
                            Kind.ORDER,
                            "Тема " + i,
                            text,
                            cast.id("irina"),
                            cast.unit("accounting"),
                            cast.unit("it"),
                            null,
                            null,
                            calendar,
                            null,
                            hour(i),
                            List.of()));
        }
        Map<String, RequestId> numbers = requests.bringHistory(source, given).requests();
        for (int i = 1; i < 5; i++) {
            assertThat(number(numbers, "E-" + i)).isLessThan(number(numbers, "E-" + (i + 1)));
        }
        assertThat(
                        rest.get("irina", "/requests/" + number(numbers, "E-1"))
                                .json()
                                .get("body")
                                .asString())
                .isEqualTo(text);
    }

    @Test
    void readsPagesOfQueuesByIndex() {
        String source = source();
        List<BroughtRequest> many = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            BroughtRequest open = brought("F-" + i);
            many.add(
                    i % 30 == 0
                            ? open
                            : brought("F-" + i, after(1, "pavel", new Happening.Closed())));
        }
        requests.bringHistory(source, many);
        jdbc.sql("analyze requests.request").update();
        String plan =
                String.join(
                        "\n",
                        jdbc.sql(
                                        """
                                        explain select %s from requests.request r
                                        where r.unit = :unit and %s
                                          and (r.due, r.id) > ('2026-01-01Z', 0)
                                        order by r.due, r.id limit 21
                                        """
                                                .formatted(
                                                        RequestLine.COLUMNS,
                                                        Stage.OPEN.condition()))
                                .param("unit", cast.unit("it").value())
                                .query(String.class)
                                .list());
        assertThat(plan).contains("Index Scan using request_queue").doesNotContain("Sort");
    }

    private long number(Map<String, RequestId> numbers, String external) {
        return Objects.requireNonNull(numbers.get(external)).value();
    }

    private RequestId bring(String source, BroughtRequest request) {
        return Objects.requireNonNull(
                requests.bringHistory(source, List.of(request))
                        .requests()
                        .get(request.externalId()));
    }

    private BroughtRequest brought(String external, BroughtEntry... entries) {
        return new BroughtRequest(
                external,
                Kind.QUESTION,
                "Из другой системы",
                "",
                cast.id("irina"),
                cast.unit("accounting"),
                cast.unit("it"),
                null,
                null,
                calendar,
                null,
                MONDAY,
                List.of(entries));
    }

    private BroughtEntry after(
            int hours, @org.jspecify.annotations.Nullable String login, Happening what) {
        PersonId author = login == null ? null : cast.id(login);
        return new BroughtEntry(hour(hours), author, null, what, "");
    }

    private static Instant hour(int hours) {
        return MONDAY.plus(Duration.ofHours(hours));
    }

    private static String source() {
        return "test-" + UUID.randomUUID();
    }
}
