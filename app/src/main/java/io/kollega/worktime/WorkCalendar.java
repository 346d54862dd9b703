package io.kollega.worktime;

import io.kollega.organization.Name;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kollega.measurement.worktime.BusinessCalendar;
import kollega.measurement.worktime.LocalInterval;
import org.jspecify.annotations.Nullable;

/**
 * One version of a calendar, with its hours ready to count by.
 *
 * @param week the usual hours of each day of the week, for telling people; a free day is missing
 * @param years of which its list of holidays knows; null if it follows none
 */
public record WorkCalendar(
        CalendarId id,
        String code,
        Name name,
        Map<DayOfWeek, List<LocalInterval>> week,
        @Nullable Set<Integer> years,
        BusinessCalendar hours) {

    /**
     * Whether time between these moments is counted by holidays that are not known yet, so that
     * days may still be moved by decree.
     */
    public boolean provisional(Instant from, Instant to) {
        int last = to.atZone(hours.zone()).getYear();
        for (int year = from.atZone(hours.zone()).getYear(); year <= last; year++) {
            if (years != null && !years.contains(year)) {
                return true;
            }
        }
        return false;
    }

    /** Days of the week that follow one another and have the same hours. */
    public record Stretch(DayOfWeek first, DayOfWeek last, List<LocalInterval> hours) {}

    /** The working week, told as briefly as it can be. */
    public List<Stretch> stretches() {
        List<Stretch> stretches = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            List<LocalInterval> today = week.getOrDefault(day, List.of());
            if (today.isEmpty()) {
                continue;
            }
            Stretch before = stretches.isEmpty() ? null : stretches.getLast();
            if (before != null && before.last().plus(1) == day && before.hours().equals(today)) {
                stretches.removeLast();
                stretches.add(new Stretch(before.first(), day, today));
            } else {
                stretches.add(new Stretch(day, day, today));
            }
        }
        return List.copyOf(stretches);
    }
}
