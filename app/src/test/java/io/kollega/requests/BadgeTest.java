package io.kollega.requests;

import static org.assertj.core.api.Assertions.assertThat;

import io.kollega.organization.PersonId;
import io.kollega.promises.Deadlines;
import io.kollega.promises.Deadlines.Standing;
import io.kollega.promises.PauseReason;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadgeTest {
    private static final Instant RESPONSE = Instant.parse("2026-03-02T10:00:00Z");
    private static final Instant SOLUTION = Instant.parse("2026-03-04T10:00:00Z");
    private static final PersonId PAVEL = new PersonId(2);
    private static final State QUEUED = new State.Queued();
    private static final State WORKING = new State.Working(PAVEL);

    /** The response is spoken of until it is given, or until the solution is late as well. */
    @ParameterizedTest
    @CsvSource({
        "RUNNING,  RUNNING,  requests.badge.in-time,  teal,   response",
        "DUE_SOON, RUNNING,  requests.badge.due-soon, yellow, response",
        "OVERDUE,  RUNNING,  requests.badge.overdue,  red,    response",
        "OVERDUE,  DUE_SOON, requests.badge.overdue,  red,    response",
        "OVERDUE,  OVERDUE,  requests.badge.overdue,  red,    solution",
        "KEPT,     RUNNING,  requests.badge.in-time,  teal,   solution",
        "KEPT,     DUE_SOON, requests.badge.due-soon, yellow, solution",
        "MISSED,   OVERDUE,  requests.badge.overdue,  red,    solution",
        "MISSED,   PAUSED,   requests.badge.in-time,  teal,   solution",
    })
    void speaksOfTheNextPromise(
            Standing response, Standing solution, String key, String colour, String due) {
        Badge badge = Badge.of(WORKING, deadlines(response, solution));
        assertThat(badge.key()).isEqualTo(key);
        assertThat(badge.colour()).isEqualTo(colour);
        assertThat(badge.dueKey()).isEqualTo("requests.due." + due);
        assertThat(badge.due()).isEqualTo(due.equals("response") ? RESPONSE : SOLUTION);
        assertThat(Badge.of(QUEUED, deadlines(response, solution))).isEqualTo(badge);
    }

    @Test
    void saysForWhatItWaitsOnceItWasAnswered() {
        State paused = new State.Paused(PauseReason.WAITING_OUTSIDE, PAVEL);
        assertThat(Badge.of(paused, deadlines(Standing.KEPT, Standing.PAUSED)))
                .isEqualTo(badge("requests.pause.waiting-outside", "orange"));
        assertThat(Badge.of(paused, deadlines(Standing.RUNNING, Standing.PAUSED)).key())
                .isEqualTo("requests.badge.in-time");
    }

    @Test
    void saysTheStateWhereNothingIsPromised() {
        assertThat(Badge.of(QUEUED, null)).isEqualTo(badge("requests.state.queued", "secondary"));
        assertThat(Badge.of(WORKING, deadlines(Standing.KEPT, Standing.CANCELLED)))
                .isEqualTo(badge("requests.state.working", "secondary"));
    }

    @Test
    void saysHowItEndedWhateverWasPromised() {
        Deadlines late = deadlines(Standing.MISSED, Standing.MISSED);
        assertThat(Badge.of(new State.Solved(PAVEL, SOLUTION), late))
                .isEqualTo(badge("requests.badge.solved", "blue"));
        assertThat(Badge.of(new State.Closed(PAVEL, SOLUTION), late))
                .isEqualTo(badge("requests.badge.closed", "secondary"));
        assertThat(Badge.of(new State.Withdrawn(null, SOLUTION), late))
                .isEqualTo(badge("requests.badge.withdrawn", "secondary"));
        assertThat(Badge.of(new State.Declined(PAVEL, SOLUTION), late))
                .isEqualTo(badge("requests.badge.declined", "secondary"));
    }

    @Test
    void tellsClientsWhatWaitsForThem() {
        State asked = new State.Paused(PauseReason.WAITING_CLIENT, PAVEL);
        State solved = new State.Solved(PAVEL, SOLUTION);
        assertThat(Badge.of(asked, null).forClient(asked))
                .isEqualTo(badge("requests.badge.to-answer", "orange"));
        assertThat(Badge.of(solved, null).forClient(solved))
                .isEqualTo(badge("requests.badge.to-confirm", "blue"));
        State elsewhere = new State.Paused(PauseReason.WAITING_OUTSIDE, PAVEL);
        for (State state : new State[] {QUEUED, WORKING, elsewhere}) {
            Badge badge = Badge.of(state, deadlines(Standing.RUNNING, Standing.RUNNING));
            assertThat(badge.forClient(state)).isSameAs(badge);
        }
    }

    private static Badge badge(String key, String colour) {
        return new Badge(key, colour, null, null);
    }

    private static Deadlines deadlines(Standing response, Standing solution) {
        @Nullable PauseReason none = null;
        return new Deadlines(
                response, RESPONSE, Duration.ZERO, solution, SOLUTION, Duration.ZERO, none);
    }
}
