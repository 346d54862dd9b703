package io.kollega.worktime;

import com.ibm.icu.text.TimeZoneNames;
import io.kollega.shell.Page;
import io.kollega.worktime.WorkCalendar.Stretch;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import kollega.measurement.worktime.LocalInterval;

/** Working hours and working time as people say them. */
public final class HoursInWords {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);

    private HoursInWords() {}

    /** The usual week, such as "Mon–Fri 9:00–13:00, 14:00–18:00". */
    public static String week(WorkCalendar calendar, Page page) {
        return calendar.stretches().stream()
                .map(stretch -> stretch(stretch, page))
                .collect(Collectors.joining("; "));
    }

    private static String stretch(Stretch stretch, Page page) {
        String days =
                stretch.first() == stretch.last()
                        ? day(stretch.first(), page)
                        : day(stretch.first(), page) + "–" + day(stretch.last(), page);
        return days + " " + intervals(stretch.hours(), page);
    }

    /** The hours of one day; a free day says so. */
    public static String intervals(List<LocalInterval> intervals, Page page) {
        if (intervals.isEmpty()) {
            return page.t("worktime.day-off");
        }
        if (intervals.equals(List.of(LocalInterval.WHOLE_DAY))) {
            return page.t("worktime.around-the-clock");
        }
        return intervals.stream()
                .map(interval -> TIME.format(interval.from()) + "–" + end(interval.to()))
                .collect(Collectors.joining(", "));
    }

    /** A day of the week, short. */
    public static String day(DayOfWeek day, Page page) {
        return day.getDisplayName(TextStyle.SHORT_STANDALONE, page.locale());
    }

    /** The place by whose clock the hours are, such as "Moscow". */
    public static String place(WorkCalendar calendar, Page page) {
        String zone = calendar.hours().zone().getId();
        String city = TimeZoneNames.getInstance(page.locale()).getExemplarLocationName(zone);
        return city == null ? zone : city;
    }

    /** So much working time, such as "16 working hours". */
    public static String time(Duration time, Page page) {
        if (time.toMinutesPart() == 0) {
            return page.t("worktime.hours", time.toHours());
        }
        return time.toHours() == 0
                ? page.t("worktime.minutes", time.toMinutes())
                : page.t("worktime.hours-minutes", time.toHours(), time.toMinutesPart());
    }

    private static String end(LocalTime time) {
        return time.equals(LocalTime.MIDNIGHT) ? "24:00" : TIME.format(time);
    }
}
