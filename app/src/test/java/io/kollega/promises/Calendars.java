package io.kollega.promises;

import io.kollega.organization.Name;
import io.kollega.worktime.CalendarId;
import io.kollega.worktime.WorkCalendar;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import kollega.measurement.worktime.BusinessCalendar;
import kollega.measurement.worktime.LocalInterval;
import kollega.measurement.worktime.ProductionCalendar;

/** Calendars to count by: an office with holidays, nights in which clocks change, every hour. */
final class Calendars {
    static final WorkCalendar OFFICE =
            calendar(1, ProductionCalendar.russian().calendar(ZoneId.of("Europe/Moscow")));
    static final WorkCalendar EAST =
            calendar(2, ProductionCalendar.russian().calendar(ZoneId.of("Asia/Vladivostok")));
    static final WorkCalendar NIGHT = calendar(3, nights());
    static final WorkCalendar ALWAYS = calendar(4, BusinessCalendar.always());
    static final List<WorkCalendar> ALL = List.of(OFFICE, EAST, NIGHT, ALWAYS);

    private Calendars() {}

    private static WorkCalendar calendar(long id, BusinessCalendar hours) {
        return new WorkCalendar(
                new CalendarId(id), "c" + id, Name.of("Календарь"), Map.of(), null, hours);
    }

    static BusinessCalendar hours(CalendarId id) {
        return ALL.stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow().hours();
    }

    /** Works while Berlin sets its clocks forward and back. */
    private static BusinessCalendar nights() {
        Map<DayOfWeek, List<LocalInterval>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(
                    day,
                    List.of(
                            LocalInterval.of("00:00", "02:30"),
                            LocalInterval.of("02:45", "06:10")));
        }
        return BusinessCalendar.of(ZoneId.of("Europe/Berlin"), week, Map.of());
    }
}
