package io.kollega.worktime;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.Year;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import kollega.measurement.worktime.BusinessCalendar;
import kollega.measurement.worktime.DayKind;
import kollega.measurement.worktime.LocalInterval;
import kollega.measurement.worktime.ProductionCalendar;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator says of a calendar.
 *
 * @param week the hours of each day of the week; a day that is missing is free
 * @param holidays code of the list of holidays it follows, or null
 * @param exceptions the hours of single dates, before which nothing else counts
 */
record CalendarRules(
        ZoneId zone,
        Map<DayOfWeek, List<LocalInterval>> week,
        @Nullable String holidays,
        SortedMap<LocalDate, List<LocalInterval>> exceptions) {

    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2199;
    private static final Duration FALLS_AWAY = Duration.ofHours(1);

    /** The calendar to count by, with the list of holidays as it is given. */
    BusinessCalendar hours(@Nullable ProductionCalendar list) {
        Map<LocalDate, List<LocalInterval>> dates = new HashMap<>();
        if (list != null) {
            putStatutory(list, dates);
            list.days().forEach((date, kind) -> dates.put(date, hours(date, kind)));
        }
        dates.putAll(exceptions);
        return BusinessCalendar.of(zone, week, dates);
    }

    private static void putStatutory(
            ProductionCalendar list, Map<LocalDate, List<LocalInterval>> dates) {
        for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
            if (!list.knows(Year.of(year))) {
                for (MonthDay holiday : list.statutory()) {
                    dates.put(holiday.atYear(year), List.of());
                }
            }
        }
    }

    private List<LocalInterval> hours(LocalDate date, DayKind kind) {
        List<LocalInterval> usual = week.getOrDefault(date.getDayOfWeek(), List.of());
        List<LocalInterval> working = usual.isEmpty() ? firstWorkingDay() : usual;
        return switch (kind) {
            case OFF -> List.of();
            case SHORTENED -> shortened(working);
            case WORKING -> working;
        };
    }

    /** A weekend that is worked has the hours of the first working day of the week. */
    private List<LocalInterval> firstWorkingDay() {
        for (DayOfWeek day : DayOfWeek.values()) {
            List<LocalInterval> intervals = week.getOrDefault(day, List.of());
            if (!intervals.isEmpty()) {
                return intervals;
            }
        }
        return List.of();
    }

    /** The last working hour falls away, wherever the breaks are. */
    static List<LocalInterval> shortened(List<LocalInterval> intervals) {
        List<LocalInterval> kept = new ArrayList<>(intervals);
        long left = FALLS_AWAY.toSeconds();
        while (left > 0 && !kept.isEmpty()) {
            LocalInterval last = kept.removeLast();
            long from = last.from().toSecondOfDay();
            long to = last.to().equals(LocalTime.MIDNIGHT) ? 86_400 : last.to().toSecondOfDay();
            if (to - from > left) {
                kept.add(new LocalInterval(last.from(), LocalTime.ofSecondOfDay(to - left)));
            }
            left -= to - from;
        }
        return List.copyOf(kept);
    }
}
