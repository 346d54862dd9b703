package io.kollega.worktime;

import io.kollega.access.CurrentPerson;
import io.kollega.organization.Organization;
import io.kollega.organization.Unit;
import io.kollega.organization.UnitId;
import io.kollega.permissions.Permission;
import io.kollega.permissions.Requires;
import io.kollega.shell.Days;
import io.kollega.shell.Rendered;
import io.kollega.worktime.CalendarView.Typed;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import kollega.measurement.worktime.LocalInterval;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** One calendar: its hours, its exceptions by date, the units that work by it. */
@Controller
@RequestMapping("/calendars/{code}")
@Requires(Permission.ADMINISTER)
final class CalendarPage {
    private final CalendarTables tables;
    private final CalendarDesk desk;
    private final Organization organization;

    CalendarPage(CalendarTables tables, CalendarDesk desk, Organization organization) {
        this.tables = tables;
        this.desk = desk;
        this.organization = organization;
    }

    @GetMapping
    Rendered calendar(@PathVariable String code) {
        CalendarLine line = find(code);
        return Rendered.of("worktime/calendar", view(line, form(line), Typed.NOTHING, Map.of()));
    }

    @PostMapping
    Object revise(
            CurrentPerson person,
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> sent) {
        CalendarLine line = find(code);
        sent.set("code", code);
        CalendarForm form = CalendarForm.read(sent);
        Map<String, String> problems = form.problems();
        if (!problems.isEmpty()) {
            return Rendered.refused("worktime/calendar", view(line, form, Typed.NOTHING, problems));
        }
        desk.revise(line.calendar(), form, person.id().value());
        return done(code, "worktime.done.revised");
    }

    @PostMapping("/exceptions")
    Object except(
            CurrentPerson person,
            @PathVariable String code,
            @RequestParam(defaultValue = "") String date,
            @RequestParam(defaultValue = "") String hours) {
        CalendarLine line = find(code);
        Optional<LocalDate> day = Days.read(date);
        Optional<List<LocalInterval>> intervals = TypedHours.parse(hours);
        Map<String, String> problems = new LinkedHashMap<>();
        if (day.isEmpty()) {
            problems.put("date", "worktime.problem.date");
        }
        if (intervals.isEmpty()) {
            problems.put("hours", "worktime.problem.hours");
        }
        if (day.isEmpty() || intervals.isEmpty()) {
            return Rendered.refused(
                    "worktime/calendar", view(line, form(line), new Typed(date, hours), problems));
        }
        desk.except(line.calendar(), day.get(), intervals.get(), person.id().value());
        return done(code, "worktime.done.excepted");
    }

    @PostMapping("/exceptions/{date}/removal")
    String dropException(
            CurrentPerson person, @PathVariable String code, @PathVariable LocalDate date) {
        desk.dropException(find(code).calendar(), date, person.id().value());
        return done(code, "worktime.done.exception-dropped");
    }

    @PostMapping("/company")
    String makeCompanys(CurrentPerson person, @PathVariable String code) {
        desk.makeCompanys(find(code).calendar(), person.id().value());
        return done(code, "worktime.done.company");
    }

    @PostMapping("/units")
    String assign(CurrentPerson person, @PathVariable String code, @RequestParam long unit) {
        UnitId assigned =
                organization.unit(new UnitId(unit)).map(Unit::id).orElseThrow(CalendarPage::none);
        desk.assign(find(code).calendar(), assigned, person.id().value());
        return done(code, "worktime.done.assigned");
    }

    @PostMapping("/units/{unit}/removal")
    String unassign(CurrentPerson person, @PathVariable String code, @PathVariable long unit) {
        desk.unassign(find(code).calendar(), new UnitId(unit), person.id().value());
        return done(code, "worktime.done.unassigned");
    }

    private CalendarForm form(CalendarLine line) {
        return CalendarForm.of(line.calendar(), tables.rules(line.calendar().id()));
    }

    private CalendarView view(
            CalendarLine line, CalendarForm form, Typed typed, Map<String, String> problems) {
        List<Unit> units = organization.units(organization.today());
        return new CalendarView(
                line,
                form,
                tables.rules(line.calendar().id()).exceptions(),
                typed,
                problems,
                units.stream().filter(unit -> line.units().contains(unit.id())).toList(),
                units.stream().filter(unit -> !line.units().contains(unit.id())).toList(),
                new TreeSet<>(ZoneId.getAvailableZoneIds()));
    }

    private CalendarLine find(String code) {
        return tables.lines().stream()
                .filter(line -> line.calendar().code().equals(code))
                .findFirst()
                .orElseThrow(CalendarPage::none);
    }

    private static String done(String code, String message) {
        return "redirect:/calendars/" + code + "?done=" + message;
    }

    private static ResponseStatusException none() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
