package kollega.measurement.worktime;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;

/**
 * A half-open interval of one local day, {@code [from, to)}, by the clock on the wall.
 *
 * @param from first moment inside
 * @param to first moment after it; {@link LocalTime#MIDNIGHT} means the end of the day, so that
 *     {@code (00:00, 00:00)} is the whole day
 */
public record LocalInterval(LocalTime from, LocalTime to) {

    /** The whole day. */
    public static final LocalInterval WHOLE_DAY =
            new LocalInterval(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    /**
     * @throws IllegalArgumentException if the interval is empty or runs backwards, or is finer than
     *     a second
     */
    public LocalInterval {
        if (from.getNano() != 0 || to.getNano() != 0) {
            throw new IllegalArgumentException(
                    "interval " + from + "-" + to + " is finer than a second; use whole seconds");
        }
        if (!to.equals(LocalTime.MIDNIGHT) && !from.isBefore(to)) {
            throw new IllegalArgumentException(
                    "interval "
                            + from
                            + "-"
                            + to
                            + " is empty or runs backwards; the end must be later than the start"
                            + " (00:00 as an end means the end of the day); split an interval over"
                            + " midnight into two days");
        }
    }

    /**
     * Reads two times of the day, such as {@code of("09:00", "13:00")}.
     *
     * @throws IllegalArgumentException if one is not a time of the day, and as the constructor does
     */
    public static LocalInterval of(String from, String to) {
        return new LocalInterval(time("from", from), time("to", to));
    }

    private static LocalTime time(String name, String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    name + " is \"" + text + "\"; a time of the day is allowed, such as 09:00", e);
        }
    }

    boolean endsWithTheDay() {
        return to.equals(LocalTime.MIDNIGHT);
    }

    boolean startsBeforeEndOf(LocalInterval earlier) {
        return earlier.endsWithTheDay() || from.isBefore(earlier.to);
    }
}
