package io.kollega.requests;

import io.kollega.promises.Deadlines;
import io.kollega.promises.Deadlines.Standing;
import io.kollega.promises.PauseReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a request stands, in a word and a colour.
 *
 * @param key message key of the word
 * @param colour one of Tabler's names
 * @param dueKey message key of what is due, with the instant as its argument; null if nothing is
 * @param due when the next promise is due; null if none runs
 */
record Badge(String key, String colour, @Nullable String dueKey, @Nullable Instant due) {

    private static final Badge TO_CONFIRM = ended("requests.badge.to-confirm", "blue");
    private static final Badge TO_ANSWER = ended("requests.badge.to-answer", "orange");

    /** As the client reads a line: what waits for them says so. */
    static Badge forClient(LineView line) {
        return line.badge().forClient(line.line().state());
    }

    /** The same as the client reads it. */
    Badge forClient(State state) {
        return switch (state) {
            case State.Solved _ -> TO_CONFIRM;
            case State.Paused paused when paused.reason() == PauseReason.WAITING_CLIENT ->
                    TO_ANSWER;
            case State.Paused _, State.Queued _, State.Working _ -> this;
            case State.Closed _, State.Withdrawn _, State.Declined _ -> this;
        };
    }

    static Badge of(State state, @Nullable Deadlines deadlines) {
        return switch (state) {
            case State.Solved _ -> ended("requests.badge.solved", "blue");
            case State.Closed _ -> ended("requests.badge.closed", "secondary");
            case State.Withdrawn _ -> ended("requests.badge.withdrawn", "secondary");
            case State.Declined _ -> ended("requests.badge.declined", "secondary");
            case State.Queued _, State.Working _, State.Paused _ -> open(state, deadlines);
        };
    }

    private static Badge ended(String key, String colour) {
        return new Badge(key, colour, null, null);
    }

    private static Badge open(State state, @Nullable Deadlines deadlines) {
        if (deadlines == null) {
            return ended("requests.state." + state.slug(), "secondary");
        }
        // The response is the next promise until it is given, or broken and the solution too.
        boolean response =
                deadlines.response() == Standing.RUNNING
                        || deadlines.response() == Standing.DUE_SOON
                        || deadlines.response() == Standing.OVERDUE
                                && deadlines.solution() != Standing.OVERDUE;
        if (state instanceof State.Paused paused && !response) {
            return ended("requests.pause." + paused.reason().slug(), "orange");
        }
        String dueKey = response ? "requests.due.response" : "requests.due.solution";
        Instant due = response ? deadlines.responseDue() : deadlines.solutionDue();
        return switch (response ? deadlines.response() : deadlines.solution()) {
            case OVERDUE, MISSED -> new Badge("requests.badge.overdue", "red", dueKey, due);
            case DUE_SOON -> new Badge("requests.badge.due-soon", "yellow", dueKey, due);
            case RUNNING, PAUSED -> new Badge("requests.badge.in-time", "teal", dueKey, due);
            case KEPT, CANCELLED -> ended("requests.state." + state.slug(), "secondary");
        };
    }
}
