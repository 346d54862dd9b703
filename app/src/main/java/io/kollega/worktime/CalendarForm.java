package io.kollega.worktime;

import io.kollega.organization.Name;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import kollega.measurement.worktime.LocalInterval;
import org.springframework.util.MultiValueMap;

/**
 * A calendar as it is typed. Everything is kept as it was, so that a refused form loses nothing.
 */
record CalendarForm(
        String code,
        String name,
        String english,
        String zone,
        Map<DayOfWeek, String> week,
        boolean holidays) {
    private static final int LONGEST_NAME = 80;

    static CalendarForm of(WorkCalendar calendar, CalendarRules rules) {
        Map<DayOfWeek, String> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, TypedHours.typed(rules.week().getOrDefault(day, List.of())));
        }
        return new CalendarForm(
                calendar.code(),
                calendar.name().text(),
                Optional.ofNullable(calendar.name().english()).orElse(""),
                rules.zone().getId(),
                week,
                rules.holidays() != null);
    }

    static CalendarForm read(MultiValueMap<String, String> sent) {
        Map<DayOfWeek, String> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, value(sent, "day-" + day.getValue()));
        }
        return new CalendarForm(
                value(sent, "code"),
                value(sent, "name"),
                value(sent, "english"),
                value(sent, "zone"),
                week,
                sent.containsKey("holidays"));
    }

    /** What is wrong with it: name of an input to message key. Empty if nothing is. */
    Map<String, String> problems() {
        Map<String, String> problems = new LinkedHashMap<>();
        if (!code.matches("[a-z0-9][a-z0-9-]{0,39}")) {
            problems.put("code", "worktime.problem.code");
        }
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            problems.put("name", "worktime.problem.name");
        }
        if (english.length() > LONGEST_NAME) {
            problems.put("english", "worktime.problem.name");
        }
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            problems.put("zone", "worktime.problem.zone");
        }
        week.forEach((day, hours) -> {
            if (TypedHours.parse(hours).isEmpty()) {
                problems.put("day-" + day.getValue(), "worktime.problem.hours");
            }
        });
        if (week.values().stream().allMatch(String::isBlank)) {
            problems.put("day-1", "worktime.problem.no-hours");
        }
        return problems;
    }

    Name fullName() {
        return new Name(name, english.isEmpty() ? null : english);
    }

    /** What it says, with these exceptions; only for a form without problems. */
    CalendarRules rules(SortedMap<LocalDate, List<LocalInterval>> exceptions) {
        Map<DayOfWeek, List<LocalInterval>> days = new EnumMap<>(DayOfWeek.class);
        week.forEach((day, hours) -> {
            List<LocalInterval> intervals = TypedHours.parse(hours).orElseThrow();
            if (!intervals.isEmpty()) {
                days.put(day, intervals);
            }
        });
        return new CalendarRules(
                ZoneId.of(zone), days, holidays ? HolidayList.RUSSIAN : null, exceptions);
    }

    private static String value(MultiValueMap<String, String> sent, String name) {
        return Optional.ofNullable(sent.getFirst(name)).orElse("").strip();
    }
}
