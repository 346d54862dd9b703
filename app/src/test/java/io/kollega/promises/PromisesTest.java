package io.kollega.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.kollega.Cast;
import io.kollega.KollegaTest;
import io.kollega.Statements;
import io.kollega.TestClock;
import io.kollega.catalog.Catalog;
import io.kollega.insights.Observations;
import io.kollega.organization.PersonId;
import io.kollega.organization.UnitId;
import io.kollega.promises.Deadlines.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import kollega.measurement.change.Attainment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.annotation.Transactional;

/** Work of this test has numbers that no request reaches. */
@KollegaTest
@Transactional
@RecordApplicationEvents
class PromisesTest {
    private static final AtomicLong NUMBERS = new AtomicLong(1L << 40);

    /** Tuesday, 10:00 in Moscow. */
    private static final Instant TEN = TestClock.START;

    @Autowired Promises promises;
    @Autowired PromiseSweep sweep;
    @Autowired Catalog catalog;
    @Autowired Cast cast;
    @Autowired TestClock clock;
    @Autowired JdbcClient jdbc;
    @Autowired Observations observations;
    @Autowired ApplicationEvents events;

    private final WorkId work = new WorkId(NUMBERS.incrementAndGet());

    @AfterEach
    void setClockBack() {
        clock.set(TEN);
    }

    @Test
    void promisesWhatUnitPromisesToWhoeverJustAsks() {
        Deadlines started = start();
        assertThat(started.response()).isEqualTo(Standing.RUNNING);
        assertThat(started.responseDue()).isEqualTo(Instant.parse("2026-03-04T07:00:00Z"));
        assertThat(started.solutionDue()).isEqualTo(Instant.parse("2026-03-11T07:00:00Z"));
        assertThat(promises.deadlines(work, TEN)).isEqualTo(started);
    }

    @Test
    void remembersPauseAndMovesSolution() {
        start();
        promises.pause(work, PauseReason.WAITING_CLIENT, hours(1));
        Deadlines paused = Objects.requireNonNull(promises.deadlines(work, hours(3)));
        assertThat(paused.solution()).isEqualTo(Standing.PAUSED);
        assertThat(paused.paused()).isEqualTo(PauseReason.WAITING_CLIENT);
        assertThat(paused.solutionDue()).isEqualTo(Instant.parse("2026-03-11T09:00:00Z"));
        assertThat(promises.resume(work, hours(3)).solutionDue()).isEqualTo(paused.solutionDue());
        assertThat(promises.spans(List.of(work)).get(work))
                .containsExactly(
                        new HeldSpan(new Holder.OfUnit(cast.unit("it")), TEN, hours(1)),
                        new HeldSpan(new Holder.Client(), hours(1), hours(3)),
                        new HeldSpan(new Holder.OfUnit(cast.unit("it")), hours(3), null));
    }

    @Test
    void explainsAndDividesWhatItRemembers() {
        start();
        promises.pause(work, PauseReason.WAITING_OUTSIDE, hours(1));
        promises.resume(work, hours(2));
        promises.handOver(work, cast.unit("procurement"), hours(2));
        Explanation explained =
                Objects.requireNonNull(promises.explain(work, Promised.SOLUTION, hours(2)));
        assertThat(explained.calendar().code()).isEqualTo("ru");
        assertThat(explained.provisional()).isFalse();
        assertThat(explained.due()).isEqualTo(Instant.parse("2026-03-11T08:00:00Z"));
        assertThat(explained.lines()).last().isInstanceOf(Explanation.Counted.class);
        Ledger ledger = Objects.requireNonNull(promises.ledger(work, hours(8)));
        assertThat(ledger.whole()).isEqualTo(Duration.ofHours(8));
        assertThat(ledger.lines())
                .containsExactly(
                        line(new Holder.OfUnit(cast.unit("it")), false, 60),
                        line(new Holder.Outside(), false, 60),
                        line(new Holder.OfUnit(cast.unit("procurement")), false, 300),
                        line(new Holder.OfUnit(cast.unit("procurement")), true, 60));
    }

    @Test
    void reckonsByOneStatementWhatItTellsPieceByPiece() throws Exception {
        start();
        promises.pause(work, PauseReason.WAITING_OUTSIDE, hours(1));
        promises.resume(work, hours(2));
        promises.handOver(work, cast.unit("procurement"), hours(3));
        assertThat(promises.reckon(work, hours(8)))
                .isEqualTo(
                        new Reckoning(
                                promises.deadlines(work, hours(8)),
                                promises.explain(work, Promised.SOLUTION, hours(8)),
                                Objects.requireNonNull(promises.ledger(work, hours(8)))));
        assertThat(Statements.of(() -> promises.reckon(work, hours(8))).all()).hasSize(1);
        assertThat(promises.reckon(new WorkId(-1), hours(8))).isNull();
    }

    @Test
    void saysThatDeadlineRestsOnHolidaysNotYetKnown() {
        Instant december = Instant.parse("2026-12-30T07:00:00Z");
        promises.start(work, null, cast.unit("it"), catalog.standard(cast.unit("it")), december);
        assertThat(
                        Objects.requireNonNull(promises.explain(work, Promised.SOLUTION, december))
                                .provisional())
                .isTrue();
    }

    @Test
    void letsLastWordHoldWhenReopenedWorkIsLate() {
        start();
        promises.stop(work, hours(2));
        assertThat(observed("on-time")).isEqualTo(1);
        promises.reopen(work, hours(24));
        promises.stop(work, hours(24 * 30));
        assertThat(observed("on-time")).isEqualTo(0);
    }

    @Test
    void tellsOnceWhatTheClockHasDone() {
        start();
        sweepAt(Instant.parse("2026-03-04T07:00:01Z"));
        sweepAt(Instant.parse("2026-03-04T07:00:05Z"));
        assertThat(news())
                .containsExactly(
                        new Missed(
                                work,
                                cast.unit("it"),
                                Promised.RESPONSE,
                                Instant.parse("2026-03-04T07:00:00Z"),
                                Instant.parse("2026-03-04T07:00:00Z")));
        assertThat(observed("response-on-time")).isEqualTo(0);
    }

    @Test
    void warnsBeforeItBreaks() {
        start();
        promises.respond(work, hours(1));
        sweepAt(Instant.parse("2026-03-10T07:00:01Z"));
        assertThat(news())
                .last()
                .isEqualTo(
                        new DueSoon(
                                work,
                                cast.unit("it"),
                                Promised.SOLUTION,
                                Instant.parse("2026-03-11T07:00:00Z"),
                                Instant.parse("2026-03-10T07:00:00Z")));
        assertThat(Objects.requireNonNull(promises.deadlines(work, clock.instant())).solution())
                .isEqualTo(Standing.DUE_SOON);
    }

    @Test
    void resumesByItselfWhenPauseHasLastedTooLong() {
        start();
        promises.respond(work, TEN);
        promises.pause(work, PauseReason.WAITING_APPROVAL, hours(1));
        sweepAt(Instant.parse("2026-03-11T08:00:01Z"));
        assertThat(news()).last().isInstanceOf(PauseEnded.class);
        assertThat(Objects.requireNonNull(promises.deadlines(work, clock.instant())).solutionDue())
                .isEqualTo(Instant.parse("2026-03-18T07:00:00Z"));
        assertThat(
                        Objects.requireNonNull(
                                        promises.explain(work, Promised.SOLUTION, clock.instant()))
                                .lines())
                .anyMatch(l ->
                        l instanceof Explanation.Paused p
                                && p.ending() == Explanation.Ending.CAPPED);
    }

    @Test
    void keepsPromiseAndObservesIt() {
        start();
        promises.stop(work, hours(2));
        assertThat(news()).hasSize(2).allMatch(Kept.class::isInstance);
        assertThat(observed("on-time")).isEqualTo(1);
        assertThat(observed("response-on-time")).isEqualTo(1);
        assertThat(Objects.requireNonNull(promises.deadlines(work, hours(900))).solution())
                .isEqualTo(Standing.KEPT);
    }

    @Test
    void countsOpenOverdueAmongAllThatWereDue() {
        Instant later = Instant.parse("2026-03-20T07:00:00Z");
        sweepAt(later);
        Attainment before = attainment();
        start();
        sweepAt(later);
        assertThat(attainment()).isEqualTo(before.merge(new Attainment(0, 0, 1)));
        promises.stop(work, later);
        assertThat(attainment()).isEqualTo(before.merge(new Attainment(0, 1, 0)));
    }

    private Attainment attainment() {
        return promises.attainment(
                cast.unit("it"), Promised.SOLUTION, TEN, Instant.parse("2026-03-12T00:00:00Z"));
    }

    @Test
    void answersForManyAtOnce() {
        start();
        WorkId unknown = new WorkId(work.value() + (1L << 20));
        assertThat(promises.deadlines(List.of(work, unknown), TEN)).containsOnlyKeys(work);
        assertThat(promises.deadlines(unknown, TEN)).isNull();
        assertThat(promises.explain(unknown, Promised.SOLUTION, TEN)).isNull();
        assertThat(promises.ledger(unknown, TEN)).isNull();
        assertThat(promises.spans(List.of(unknown))).isEqualTo(Map.of());
    }

    @Test
    void tellsFiguresWhoAskedByKeyAlone() {
        PersonId irina = cast.id("irina");
        UnitId it = cast.unit("it");
        Asker asker = new Asker(cast.unit("accounting"), irina);
        promises.start(work, asker, it, catalog.standard(it), TEN);
        promises.handOver(work, cast.unit("procurement"), hours(1));
        promises.stop(work, hours(2));
        assertThat(askers())
                .containsOnly(observations.raterKey(irina))
                .doesNotContain(irina.value());
    }

    @Test
    void tellsFiguresOfNobodyWhereNobodyIsKnown() {
        start();
        promises.stop(work, hours(2));
        assertThat(askers()).containsOnly(0L);
    }

    private List<Long> askers() {
        List<Long> askers =
                jdbc.sql("select rater from insights.observation where source like ?")
                        .param("promise:" + work.value() + ":%")
                        .query(Long.class)
                        .list();
        assertThat(askers).hasSize(2);
        return askers;
    }

    private Deadlines start() {
        return promises.start(
                work,
                new Asker(cast.unit("accounting"), null),
                cast.unit("it"),
                catalog.standard(cast.unit("it")),
                TEN);
    }

    private void sweepAt(Instant at) {
        clock.set(at);
        sweep.everything();
    }

    private List<PromiseEvent> news() {
        return events.stream(PromiseEvent.class).filter(e -> e.work().equals(work)).toList();
    }

    private int observed(String measure) {
        return jdbc.sql(
                        """
                        select value from insights.observation
                        where measure = :measure and source like :source
                        order by turn desc limit 1
                        """)
                .param("measure", measure)
                .param("source", "promise:" + work.value() + ":%")
                .query(Integer.class)
                .single();
    }

    private static Ledger.Line line(Holder holder, boolean closed, int minutes) {
        return new Ledger.Line(holder, closed, Duration.ofMinutes(minutes));
    }

    private static Instant hours(int hours) {
        return TEN.plus(Duration.ofHours(hours));
    }
}
