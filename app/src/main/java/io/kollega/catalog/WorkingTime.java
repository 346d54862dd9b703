package io.kollega.catalog;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Working time as people type it: hours, such as 8, 1,5 or 1:30. */
final class WorkingTime {
    private static final Pattern CLOCK = Pattern.compile("(\\d{1,5}):([0-5]\\d)");
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,5}([.,]\\d{1,2})?");
    private static final Duration MOST = Duration.ofHours(10_000);

    private WorkingTime() {}

    /** The time, in whole minutes; empty if it can't be read, is 0 or more than 10,000 hours. */
    static Optional<Duration> parse(String typed) {
        String text = typed.strip();
        Matcher clock = CLOCK.matcher(text);
        Duration time;
        if (clock.matches()) {
            time =
                    Duration.ofHours(Long.parseLong(clock.group(1)))
                            .plusMinutes(Long.parseLong(clock.group(2)));
        } else if (DECIMAL.matcher(text).matches()) {
            time = Duration.ofMinutes(Math.round(60 * Double.parseDouble(text.replace(',', '.'))));
        } else {
            return Optional.empty();
        }
        return Optional.of(time).filter(it -> it.isPositive() && it.compareTo(MOST) <= 0);
    }

    /** The same as it would be typed. */
    static String typed(Duration time) {
        return time.toMinutesPart() == 0
                ? String.valueOf(time.toHours())
                : "%d:%02d".formatted(time.toHours(), time.toMinutesPart());
    }
}
