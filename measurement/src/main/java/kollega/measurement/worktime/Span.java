package kollega.measurement.worktime;

import java.time.Duration;
import java.time.Instant;

/**
 * A half-open stretch of time, {@code [from, to)}. It may be empty, never open-ended.
 *
 * @param from first instant inside
 * @param to first instant after it, not before {@code from}
 */
public record Span(Instant from, Instant to) {

    /**
     * @throws IllegalArgumentException if {@code to} lies before {@code from}
     */
    public Span {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(
                    "span ends at " + to + ", before its start " + from + "; swap the two");
        }
    }

    /** The time on the clock between both ends, working or not. */
    public Duration duration() {
        return Duration.between(from, to);
    }
}
