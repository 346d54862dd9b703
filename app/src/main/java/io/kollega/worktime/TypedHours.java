package io.kollega.worktime;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kollega.measurement.worktime.LocalInterval;
import org.jspecify.annotations.Nullable;

/** The hours of a day as people type them: {@code 9:00-13:00, 14-18}; nothing is a day off. */
final class TypedHours {
    private static final Pattern INTERVAL =
            Pattern.compile("(\\d{1,2})(?::(\\d{2}))?\\s*[-–—]\\s*(\\d{1,2})(?::(\\d{2}))?");
    private static final int DAY = 24 * 60;

    private TypedHours() {}

    /** The intervals; empty if they can't be read, overlap or are out of order. */
    static Optional<List<LocalInterval>> parse(String typed) {
        List<LocalInterval> intervals = new ArrayList<>();
        int reached = -1;
        for (String part : typed.strip().split("[,;]\\s*")) {
            if (part.isBlank()) {
                continue;
            }
            Matcher interval = INTERVAL.matcher(part.strip());
            if (!interval.matches()) {
                return Optional.empty();
            }
            int from = minutes(interval.group(1), interval.group(2));
            int to = minutes(interval.group(3), interval.group(4));
            if (from < 0 || to > DAY || from >= to || from <= reached) {
                return Optional.empty();
            }
            intervals.add(new LocalInterval(time(from), time(to)));
            reached = to;
        }
        return Optional.of(List.copyOf(intervals));
    }

    /** The same as they would be typed. */
    static String typed(List<LocalInterval> intervals) {
        return intervals.stream()
                .map(interval ->
                        interval.from()
                                + "-"
                                + (interval.to().equals(LocalTime.MIDNIGHT)
                                        ? "24:00"
                                        : interval.to()))
                .collect(Collectors.joining(", "));
    }

    private static int minutes(String hours, @Nullable String minutes) {
        int minute = minutes == null ? 0 : Integer.parseInt(minutes);
        return minute < 60 ? Integer.parseInt(hours) * 60 + minute : DAY + 1;
    }

    private static LocalTime time(int minutes) {
        return LocalTime.ofSecondOfDay(minutes % DAY * 60L);
    }
}
