package io.kollega.worktime;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.IntStream;
import kollega.measurement.worktime.DayKind;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the days of a year.
 *
 * @param known whether anything is; else only the statutory holidays are off
 * @param years of which something is known
 * @param sent the list as it was sent, or null
 * @param wrong what of it can't be read, or null
 */
record HolidaysView(
        int year,
        boolean known,
        Map<LocalDate, DayKind> days,
        SortedSet<Integer> years,
        @Nullable String sent,
        @Nullable String wrong) {

    /** The list as it can be edited, or as it was sent. */
    String typed(Locale locale) {
        return sent == null ? TypedHolidays.typed(days, locale) : sent;
    }

    List<YearMonth> months() {
        return IntStream.rangeClosed(1, 12).mapToObj(month -> YearMonth.of(year, month)).toList();
    }

    /** The weeks of a month, Monday first, with the days of other months that fall into them. */
    static List<List<LocalDate>> weeks(YearMonth month) {
        LocalDate first = month.atDay(1);
        LocalDate monday = first.minusDays(first.getDayOfWeek().getValue() - 1L);
        return monday.datesUntil(month.atEndOfMonth().plusDays(1), Period.ofWeeks(1))
                .map(week -> IntStream.range(0, 7).mapToObj(week::plusDays).toList())
                .toList();
    }

    String slug(LocalDate day) {
        return kind(day).name().toLowerCase(Locale.ROOT);
    }

    /** What a day is: off, shortened or working. */
    DayKind kind(LocalDate day) {
        DayKind kind = days.get(day);
        if (kind != null) {
            return kind;
        }
        return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0 ? DayKind.OFF : DayKind.WORKING;
    }

    /** Whether the day differs from what its day of the week is. */
    boolean special(LocalDate day) {
        boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
        return switch (kind(day)) {
            case OFF -> !weekend;
            case SHORTENED -> true;
            case WORKING -> weekend;
        };
    }

    long workingDays() {
        return days(DayKind.WORKING) + days(DayKind.SHORTENED);
    }

    /** Working hours at forty hours a week. */
    long workingHours() {
        return 8 * workingDays() - days(DayKind.SHORTENED);
    }

    private long days(DayKind kind) {
        return LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(day -> kind(day) == kind)
                .count();
    }
}
