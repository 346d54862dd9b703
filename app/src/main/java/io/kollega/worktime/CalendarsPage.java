package io.kollega.worktime;

import io.kollega.access.CurrentPerson;
import io.kollega.organization.Organization;
import io.kollega.permissions.Permission;
import io.kollega.permissions.Requires;
import io.kollega.shell.Door;
import io.kollega.shell.NavEntry;
import io.kollega.shell.Rendered;
import io.kollega.worktime.CalendarView.Typed;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Every calendar; adds one. */
@Controller
@RequestMapping("/calendars")
@Requires(Permission.ADMINISTER)
final class CalendarsPage {
    private final CalendarTables tables;
    private final CalendarDesk desk;
    private final Organization organization;

    CalendarsPage(CalendarTables tables, CalendarDesk desk, Organization organization) {
        this.tables = tables;
        this.desk = desk;
        this.organization = organization;
    }

    @Bean
    static NavEntry calendarsEntry() {
        return new NavEntry(
                Door.ADMINISTRATION,
                40,
                "worktime.title",
                "/calendars",
                Set.of(Permission.ADMINISTER));
    }

    @Bean
    static NavEntry holidaysEntry() {
        return new NavEntry(
                Door.ADMINISTRATION,
                45,
                "worktime.holidays",
                "/holidays",
                Set.of(Permission.ADMINISTER));
    }

    @GetMapping
    Rendered calendars() {
        int coming = organization.today().getYear() + 1;
        boolean known = tables.holidays(HolidayList.RUSSIAN).orElseThrow().years().contains(coming);
        return Rendered.of(
                "worktime/calendars", new CalendarsView(tables.lines(), known ? 0 : coming));
    }

    @GetMapping("/new")
    Rendered added() {
        Map<DayOfWeek, String> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, day.compareTo(DayOfWeek.FRIDAY) > 0 ? "" : "09:00-13:00, 14:00-18:00");
        }
        return Rendered.of(
                "worktime/calendar",
                view(new CalendarForm("", "", "", "Europe/Moscow", week, true), Map.of()));
    }

    @PostMapping
    Object add(CurrentPerson person, @RequestParam MultiValueMap<String, String> sent) {
        CalendarForm form = CalendarForm.read(sent);
        Map<String, String> problems = form.problems();
        if (problems.isEmpty() && !desk.add(form, person.id().value())) {
            problems.put("code", "worktime.problem.code-taken");
        }
        return problems.isEmpty()
                ? "redirect:/calendars/" + form.code() + "?done=worktime.done.added"
                : Rendered.refused("worktime/calendar", view(form, problems));
    }

    private static CalendarView view(CalendarForm form, Map<String, String> problems) {
        return new CalendarView(
                null,
                form,
                new TreeMap<>(),
                Typed.NOTHING,
                problems,
                List.of(),
                List.of(),
                new TreeSet<>(ZoneId.getAvailableZoneIds()));
    }
}
