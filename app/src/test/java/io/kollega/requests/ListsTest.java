package io.kollega.requests;

import static org.assertj.core.api.Assertions.assertThat;

import io.kollega.Cast;
import io.kollega.KollegaTest;
import io.kollega.Statements;
import io.kollega.TestClock;
import io.kollega.organization.PersonId;
import io.kollega.organization.UnitId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@KollegaTest
class ListsTest {
    @Autowired MockMvc mvc;
    @Autowired Cast cast;
    @Autowired TestClock clock;
    @Autowired Lists lists;
    UnitId it;
    PersonId pavel;

    @BeforeEach
    void fillQueue() throws Exception {
        clock.set(TestClock.START);
        it = cast.unit("it");
        pavel = cast.id("pavel");
        Rest rest = new Rest(mvc, cast);
        for (int i = 0; i < 3; i++) {
            asked(rest);
            assigned(rest);
            rest.put("pavel", assigned(rest) + "/pause", "{\"reason\":\"waiting-outside\"}");
        }
        clock.advance(Duration.ofDays(30));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 100_000})
    void countsBesideEachViewWhatTheViewHolds(int most) {
        Lists.Counters counters = lists.counters(it, pavel, most);
        assertThat(counters)
                .isEqualTo(
                        new Lists.Counters(
                                count("open", "", false, most),
                                count("open", "me", false, most),
                                count("open", "none", false, most),
                                count("paused", "", false, most),
                                count("open", "", true, most)));
        assertThat(counters.paused()).isGreaterThanOrEqualTo(Math.min(most, 3));
    }

    @Test
    void countsSeveralViewsByOneStatementAsEachByItself() throws Exception {
        Rest rest = new Rest(mvc, cast);
        asked(rest);
        assigned(rest);
        List<Filter> views =
                List.of(
                        filter("open", "me", "Counted", false),
                        filter("open", "none", "Counted", false),
                        filter("open", "", "#1", true),
                        filter("paused", "", "", false));
        List<Integer> together = lists.counts(views, 1000);
        assertThat(together)
                .isEqualTo(
                        views.stream()
                                .map(it -> lists.counts(List.of(it), 1000).getFirst())
                                .toList());
        assertThat(together.getFirst()).isPositive();
        assertThat(Statements.of(() -> lists.counts(views, 1000)).all()).hasSize(1);
        assertThat(lists.counts(List.of(), 1000)).isEmpty();
    }

    /** Digits of a code, and whose a request is, in either writing. */
    @Test
    void findsByPartsOfCodesAndByNames() throws Exception {
        Rest rest = new Rest(mvc, cast);
        String code = "{\"unit\":%d,\"subject\":\"Болт ЩЩ-0691 нужен\"}".formatted(it.value());
        long id = rest.post("irina", "/requests", code).id();
        for (String typed : List.of("0691", "ЩЩ-0691", "щщ", "болты")) {
            assertThat(found(typed)).as(typed).contains(id);
        }
        assertThat(found("691")).doesNotContain(id);
        assertThat(found("котова")).as("the client").contains(id);
        assertThat(found("ирина кот")).contains(id);
        assertThat(found("Зябликова")).isEmpty();
        assertThat(
                        lists.page(
                                        new Filter(
                                                new Filter.Scope.Asked(cast.id("irina")),
                                                Stage.ALL,
                                                new Assignee.Anyone(),
                                                "котова",
                                                false),
                                        Optional.empty(),
                                        50)
                                .lines())
                .as("names are for queues")
                .isEmpty();
    }

    private List<Long> found(String text) {
        return lists.page(filter("all", "", text, false), Optional.empty(), 200).lines().stream()
                .map(line -> line.id().value())
                .toList();
    }

    private String asked(Rest rest) throws Exception {
        String request = "{\"unit\":%d,\"subject\":\"Counted\"}".formatted(it.value());
        return "/requests/" + rest.post("irina", "/requests", request).id();
    }

    private String assigned(Rest rest) throws Exception {
        String request = asked(rest);
        rest.put("pavel", request + "/assignment", "{\"person\":%d}".formatted(pavel.value()));
        return request;
    }

    private int count(String state, String assignee, boolean overdue, int most) {
        return lists.counts(List.of(filter(state, assignee, "", overdue)), most).getFirst();
    }

    private Filter filter(String state, String assignee, String text, boolean overdue) {
        return new QueueQuery(it, state, assignee, text, overdue).filter(pavel);
    }
}
