package io.kollega.worktime;

import io.kollega.access.CurrentPerson;
import io.kollega.organization.Organization;
import io.kollega.permissions.Permission;
import io.kollega.permissions.Requires;
import io.kollega.shell.Rendered;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kollega.measurement.worktime.DayKind;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The production calendar, year by year. */
@Controller
@Requires(Permission.ADMINISTER)
final class HolidaysPage {
    private static final int FIRST = 2000;
    private static final int LAST = 2100;

    private final CalendarTables tables;
    private final CalendarDesk desk;
    private final Organization organization;

    HolidaysPage(CalendarTables tables, CalendarDesk desk, Organization organization) {
        this.tables = tables;
        this.desk = desk;
        this.organization = organization;
    }

    @GetMapping("/holidays")
    String thisYear() {
        return "redirect:/holidays/" + organization.today().getYear();
    }

    @GetMapping("/holidays/{year}")
    Rendered year(@PathVariable int year) {
        return Rendered.of("worktime/holidays", view(year, null, null));
    }

    @PostMapping("/holidays/{year}")
    Object put(CurrentPerson person, @PathVariable int year, @RequestParam String days) {
        require(year);
        return switch (TypedHolidays.parse(year, days)) {
            case TypedHolidays.Read.Wrong(String part) ->
                    Rendered.refused("worktime/holidays", view(year, days, part));
            case TypedHolidays.Read.Days(var read) -> {
                desk.putYear(year, read, person.id().value());
                yield "redirect:/holidays/" + year + "?done=worktime.done.holidays";
            }
        };
    }

    private HolidaysView view(int year, @Nullable String sent, @Nullable String wrong) {
        require(year);
        HolidayList list = tables.holidays(HolidayList.RUSSIAN).orElseThrow();
        Map<LocalDate, DayKind> days =
                list.days().entrySet().stream()
                        .filter(day -> day.getKey().getYear() == year)
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        boolean known = !days.isEmpty();
        Map<LocalDate, DayKind> shown = new HashMap<>(days);
        if (!known) {
            for (MonthDay holiday : list.statutory()) {
                shown.put(holiday.atYear(year), DayKind.OFF);
            }
        }
        return new HolidaysView(year, known, shown, new TreeSet<>(list.years()), sent, wrong);
    }

    private static void require(int year) {
        if (year < FIRST || year > LAST) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
