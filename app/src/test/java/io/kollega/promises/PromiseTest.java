package io.kollega.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kollega.catalog.Standard;
import io.kollega.catalog.StandardId;
import io.kollega.organization.UnitId;
import io.kollega.promises.Deadlines.Standing;
import io.kollega.promises.Explanation.Ending;
import io.kollega.worktime.CalendarId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PromiseTest {
    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private static final UnitId IT = new UnitId(7);
    private static final UnitId STORE = new UnitId(8);
    private static final Duration NO_CAP = Duration.ofHours(10_000);

    private final Promise promise = started("2026-11-23T14:12", 4, 16);

    @Test
    void countsWorkingHoursWithBreak() {
        assertThat(promise.response.due()).isEqualTo(at("2026-11-24T09:12"));
        assertThat(promise.solution.due()).isEqualTo(at("2026-11-25T14:12"));
    }

    @Test
    void movesSolutionButNotResponseByPause() {
        promise.pause(PauseReason.WAITING_APPROVAL, NO_CAP, at("2026-11-24T10:20"));
        Deadlines paused = deadlines("2026-11-24T16:20");
        assertThat(paused.solution()).isEqualTo(Standing.PAUSED);
        assertThat(paused.solutionDue()).isEqualTo(at("2026-11-26T10:12"));
        assertThat(paused.solutionLeft()).isEqualTo(Duration.ofMinutes(10 * 60 + 52));
        assertThat(paused.responseDue()).isEqualTo(at("2026-11-24T09:12"));
        assertThat(paused.response()).isEqualTo(Standing.OVERDUE);
        promise.resume(at("2026-11-24T16:20"));
        assertThat(promise.solution.due()).isEqualTo(at("2026-11-26T10:12"));
    }

    @Test
    void keepsPromiseAtVeryDeadlineAndMissesItOneSecondLater() {
        Promise late = started("2026-11-23T14:12", 4, 16);
        promise.stop(at("2026-11-25T14:12").plusMillis(999));
        late.stop(at("2026-11-25T14:12:01"));
        assertThat(promise.solution.state()).isEqualTo(TermState.KEPT);
        assertThat(late.solution.state()).isEqualTo(TermState.MISSED);
        assertThat(late.events)
                .contains(
                        new Missed(
                                late.work,
                                IT,
                                Promised.SOLUTION,
                                at("2026-11-25T14:12"),
                                at("2026-11-25T14:12")));
    }

    @Test
    void takesSolutionForFirstResponse() {
        promise.stop(at("2026-11-23T15:00"));
        assertThat(promise.respondedAt).isEqualTo(at("2026-11-23T15:00"));
        assertThat(promise.response.state()).isEqualTo(TermState.KEPT);
    }

    @Test
    void letsOnlyFirstAnswerCount() {
        promise.respond(at("2026-11-23T15:00"));
        promise.respond(at("2026-11-30T15:00"));
        assertThat(promise.respondedAt).isEqualTo(at("2026-11-23T15:00"));
    }

    @Test
    void endsPauseByItselfAtItsCap() {
        promise.pause(PauseReason.WAITING_CLIENT, Duration.ofHours(8), at("2026-11-23T15:12"));
        promise.advance(at("2026-11-24T15:11:59"));
        assertThat(promise.paused()).isEqualTo(PauseReason.WAITING_CLIENT);
        promise.events.clear();
        promise.advance(at("2026-11-24T15:12"));
        assertThat(promise.paused()).isNull();
        assertThat(promise.solution.due()).isEqualTo(at("2026-11-26T14:12"));
        assertThat(promise.events)
                .containsExactly(
                        new PauseEnded(
                                promise.work,
                                IT,
                                PauseReason.WAITING_CLIENT,
                                at("2026-11-26T14:12"),
                                at("2026-11-24T15:12")));
    }

    @Test
    void endsPauseAtItsCapHoweverLateItIsNoticed() {
        promise.pause(PauseReason.WAITING_CLIENT, Duration.ofHours(8), at("2026-11-23T15:12"));
        promise.resume(at("2026-11-25T11:00"));
        assertThat(promise.solution.due()).isEqualTo(at("2026-11-26T14:12"));
        Explanation explained = explanation("2026-11-25T11:00");
        assertThat(explained.lines())
                .contains(
                        new Explanation.Paused(
                                at("2026-11-23T15:12"),
                                at("2026-11-24T15:12"),
                                PauseReason.WAITING_CLIENT,
                                Ending.CAPPED));
    }

    @Test
    void goesOnWithSameClockAfterReopening() {
        promise.stop(at("2026-11-24T11:12"));
        promise.reopen(at("2026-11-26T11:12"));
        assertThat(promise.solution.state()).isEqualTo(TermState.RUNNING);
        assertThat(promise.solution.due()).isEqualTo(at("2026-11-27T14:12"));
        assertThat(ledger("2026-11-26T11:12").lines())
                .contains(new Ledger.Line(new Holder.Client(), false, Duration.ofHours(16)));
    }

    @Test
    void staysMissedWhenReopened() {
        promise.stop(at("2026-11-30T11:12"));
        promise.reopen(at("2026-12-01T11:12"));
        promise.events.clear();
        promise.stop(at("2026-12-01T11:13"));
        assertThat(promise.solution.state()).isEqualTo(TermState.MISSED);
        assertThat(promise.events).isEmpty();
    }

    @Test
    void breaksNoPromiseThatIsWithdrawnInTime() {
        promise.cancel(at("2026-11-23T16:00"));
        assertThat(deadlines("2026-12-23T16:00").solution()).isEqualTo(Standing.CANCELLED);
        assertThat(promise.nextAt()).isNull();
    }

    @Test
    void keepsMissOfWhatIsWithdrawnLate() {
        promise.cancel(at("2026-12-01T16:00"));
        assertThat(promise.solution.state()).isEqualTo(TermState.MISSED);
    }

    @Test
    void warnsOnceWithFifthOfTimeLeft() {
        promise.respond(at("2026-11-23T14:30"));
        promise.events.clear();
        promise.warn(at("2026-11-25T09:59:59"));
        assertThat(promise.events).isEmpty();
        promise.warn(at("2026-11-25T10:00"));
        promise.warn(at("2026-11-25T12:00"));
        assertThat(promise.events)
                .containsExactly(
                        new DueSoon(
                                promise.work,
                                IT,
                                Promised.SOLUTION,
                                at("2026-11-25T14:12"),
                                at("2026-11-25T10:00")));
    }

    @Test
    void blamesUnitThatHadItWhenPromiseBroke() {
        promise.handOver(STORE, new CalendarId(2), at("2026-11-30T10:00"));
        promise.stop(at("2026-11-30T11:00"));
        assertThat(promise.solution.by()).isEqualTo(IT);
    }

    @Test
    void saysByWhatClockEachUnitIsOpen() {
        promise.handOver(STORE, Calendars.ALWAYS.id(), at("2026-11-23T17:00"));
        promise.handOver(IT, Calendars.OFFICE.id(), at("2026-11-24T09:00"));
        Ledger ledger = ledger("2026-11-24T10:00");
        assertThat(ledger.whole()).isEqualTo(Duration.ofMinutes(19 * 60 + 48));
        assertThat(ledger.lines())
                .containsExactly(
                        new Ledger.Line(new Holder.OfUnit(IT), false, Duration.ofMinutes(228)),
                        new Ledger.Line(new Holder.OfUnit(STORE), false, Duration.ofHours(16)));
    }

    @Test
    void takesMomentBeforeLastChangeForThatChange() {
        promise.pause(PauseReason.WAITING_CLIENT, NO_CAP, at("2026-11-23T15:12"));
        assertThat(deadlines("2026-11-23T15:11")).isEqualTo(deadlines("2026-11-23T15:12"));
        assertThat(ledger("2026-11-23T15:11").whole()).isEqualTo(Duration.ofHours(1));
        promise.resume(at("2026-11-23T15:10"));
        assertThat(promise.solution.due()).isEqualTo(at("2026-11-25T14:12"));
    }

    @Test
    void refusesToPauseWhatHasEnded() {
        promise.stop(at("2026-11-23T15:00"));
        assertThatThrownBy(
                        () -> promise.pause(PauseReason.SCHEDULED, NO_CAP, at("2026-11-23T16:00")))
                .isInstanceOf(IllegalStateException.class);
    }

    private static Promise started(String local, int response, int solution) {
        Promise promise =
                new Promise(new WorkId(42), new UnitId(3), IT, Calendars.OFFICE, at(local));
        promise.promise(
                new Standard(
                        new StandardId(5),
                        IT,
                        null,
                        1,
                        Duration.ofHours(response),
                        Duration.ofHours(solution),
                        List.of(),
                        List.of(),
                        List.of()),
                0.2);
        promise.begin();
        return promise;
    }

    private Deadlines deadlines(String local) {
        promise.advance(at(local));
        return notNull(Standings.of(promise, at(local)));
    }

    private Explanation explanation(String local) {
        return notNull(Explanations.of(promise, Promised.SOLUTION, rows(), at(local)));
    }

    private Ledger ledger(String local) {
        return Ledgers.of(promise, rows(), Calendars::hours, at(local));
    }

    private List<SpanTable.Row> rows() {
        return SpanTable.applied(List.of(), promise.work, promise.spans);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(MOSCOW).toInstant();
    }

    private static <T> T notNull(@Nullable T value) {
        return Objects.requireNonNull(value);
    }
}
