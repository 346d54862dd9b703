package io.kollega.promises;

import io.kollega.worktime.WorkCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * The explained deadline: lines from which the same deadline can be recomputed by hand.
 *
 * @param calendar by which it is counted
 * @param provisional whether it lies in a year whose holidays are not known yet
 * @param promised the business time of the standard
 * @param lines in time order: counted working time sums to {@code promised}; skipped time says why
 */
public record Explanation(
        WorkCalendar calendar,
        boolean provisional,
        Instant start,
        Duration promised,
        Instant due,
        List<Line> lines) {
    /** The zone whose clock the calendar follows. */
    public ZoneId zone() {
        return calendar.hours().zone();
    }

    /** One stretch between two instants. */
    public sealed interface Line {
        Instant from();

        Instant to();
    }

    /** Working time that counts. */
    public record Counted(Instant from, Instant to, Duration counted, Duration sum)
            implements Line {}

    /** Time that does not count: closed hours, a day off, a holiday. */
    public record Closed(Instant from, Instant to, boolean dayOff) implements Line {}

    /**
     * Time that does not count because the clock stood.
     *
     * @param ending what ended it; a pause that lasts is counted as ending now
     */
    public record Paused(Instant from, Instant to, PauseReason reason, Ending ending)
            implements Line {}

    /** Time that does not count because the work was solved, until it was reopened. */
    public record Solved(Instant from, Instant to) implements Line {}

    /** What ended a pause. */
    public enum Ending {
        RESUMED,
        /** The pause had lasted as long as it may. */
        CAPPED,
        STILL_PAUSED
    }
}
