package io.kollega.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kollega.Cast;
import io.kollega.KollegaTest;
import io.kollega.TestClock;
import io.kollega.catalog.Catalog;
import io.kollega.catalog.Standard;
import io.kollega.promises.Deadlines.Standing;
import io.kollega.promises.WorkHistory.End;
import io.kollega.worktime.WorkCalendars;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.annotation.Transactional;

@KollegaTest
@Transactional
@RecordApplicationEvents
class PromiseHistoriesTest {
    private static final AtomicLong NUMBERS = new AtomicLong(1L << 41);

    /** Tuesday, 10:00 in Moscow. */
    private static final Instant TEN = TestClock.START.minus(Duration.ofDays(28));

    @Autowired Promises promises;
    @Autowired Catalog catalog;
    @Autowired WorkCalendars calendars;
    @Autowired Cast cast;
    @Autowired JdbcClient jdbc;
    @Autowired ApplicationEvents events;

    private final WorkId work = new WorkId(NUMBERS.incrementAndGet());

    @Test
    void endsAsLiveWorkWouldHaveEnded() {
        WorkId live = new WorkId(NUMBERS.incrementAndGet());
        Standard standard = catalog.standard(cast.unit("it"));
        promises.start(
                live, new Asker(cast.unit("accounting"), null), cast.unit("it"), standard, TEN);
        promises.respond(live, hours(1));
        promises.pause(live, PauseReason.WAITING_CLIENT, hours(2));
        promises.resume(live, hours(26));
        promises.handOver(live, cast.unit("procurement"), hours(27));
        promises.stop(live, hours(29));

        bring(
                standard,
                hours(1),
                End.SOLVED,
                null,
                List.of(
                        unit("it", 0, 2),
                        new HeldSpan(new Holder.Client(), hours(2), hours(26)),
                        unit("it", 26, 27),
                        unit("procurement", 27, 29)));

        assertThat(promises.deadlines(work, hours(30)))
                .isEqualTo(promises.deadlines(live, hours(30)));
        assertThat(promises.ledger(work, hours(30))).isEqualTo(promises.ledger(live, hours(30)));
        assertThat(promises.explain(work, Promised.SOLUTION, hours(30)))
                .isEqualTo(promises.explain(live, Promised.SOLUTION, hours(30)));
        assertThat(promises.spans(List.of(work)).get(work))
                .isEqualTo(promises.spans(List.of(live)).get(live));
    }

    @Test
    void believesSourceThatSaysPromiseWasBroken() {
        bring(
                catalog.standard(cast.unit("it")),
                null,
                End.SOLVED,
                false,
                List.of(unit("it", 0, 2)));
        assertThat(Objects.requireNonNull(promises.deadlines(work, hours(30))).solution())
                .isEqualTo(Standing.MISSED);
        assertThat(observed()).isEqualTo(0);
        assertThat(events.stream(PromiseEvent.class)).isEmpty();
    }

    @Test
    void promisesAnewWhenWorkWithoutPromiseIsReopened() {
        bring(null, null, End.SOLVED, null, List.of(unit("it", 0, 2)));
        assertThat(promises.deadlines(work, hours(3))).isNull();
        Deadlines reopened = promises.reopen(work, hours(24));
        assertThat(reopened.solution()).isEqualTo(Standing.RUNNING);
        assertThat(reopened.solutionLeft()).isEqualTo(Duration.ofHours(40));
        assertThat(Objects.requireNonNull(promises.ledger(work, hours(24))).whole())
                .isEqualTo(Duration.ofHours(24));
        assertThat(
                        Objects.requireNonNull(promises.explain(work, Promised.SOLUTION, hours(24)))
                                .start())
                .isEqualTo(hours(24));
    }

    @Test
    void countsWhatIsOpenAndOverdue() {
        bring(catalog.standard(cast.unit("it")), null, null, null, List.of(unit("it", 0, null)));
        assertThat(Objects.requireNonNull(promises.deadlines(work, TestClock.START)).solution())
                .isEqualTo(Standing.OVERDUE);
        assertThat(observed()).isEqualTo(0);
    }

    @Test
    void replacesWhatWasBroughtBefore() {
        Standard standard = catalog.standard(cast.unit("it"));
        bring(standard, null, End.SOLVED, null, List.of(unit("it", 0, 2), unit("logistics", 2, 3)));
        bring(standard, null, End.SOLVED, null, List.of(unit("it", 0, 2)));
        assertThat(promises.spans(List.of(work)).get(work)).containsExactly(unit("it", 0, 2));
    }

    @Test
    void refusesOpenWorkWithoutStandard() {
        assertThatThrownBy(() -> bring(null, null, null, null, List.of(unit("it", 0, null))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no standard");
    }

    @Test
    void refusesHistoryThatBeginsWithNoUnit() {
        HeldSpan client = new HeldSpan(new Holder.Client(), hours(0), hours(1));
        assertThatThrownBy(() -> bring(null, null, End.SOLVED, null, List.of(client)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void bring(
            @Nullable Standard standard,
            @Nullable Instant responded,
            @Nullable End end,
            @Nullable Boolean kept,
            List<HeldSpan> spans) {
        promises.bringHistory(
                List.of(
                        new WorkHistory(
                                work,
                                new Asker(cast.unit("accounting"), null),
                                calendars.named("ru").orElseThrow().id(),
                                standard,
                                spans,
                                responded,
                                end,
                                kept)));
    }

    private HeldSpan unit(String code, int from, @Nullable Integer to) {
        return new HeldSpan(
                new Holder.OfUnit(cast.unit(code)), hours(from), to == null ? null : hours(to));
    }

    private int observed() {
        return jdbc.sql(
                        """
                        select value from insights.observation
                        where measure = 'on-time' and source = :source
                        order by turn desc limit 1
                        """)
                .param("source", "promise:" + work.value() + ":solution")
                .query(Integer.class)
                .single();
    }

    private static Instant hours(int hours) {
        return TEN.plus(Duration.ofHours(hours));
    }
}
