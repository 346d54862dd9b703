package io.kollega.demo;

import io.kollega.catalog.ServiceId;
import io.kollega.catalog.Standard;
import io.kollega.organization.PersonId;
import io.kollega.organization.UnitId;
import io.kollega.worktime.CalendarId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The company as its history finds it: everything with its id.
 *
 * @param units ids by code, of every unit there has been
 * @param services ids by code
 * @param standards of the services by their code, and of units that are just asked by theirs
 */
record Company(
        Scenery scenery,
        Timetable times,
        CalendarId calendar,
        Map<String, UnitId> units,
        Map<String, ServiceId> services,
        Map<String, Standard> standards,
        List<Colleague> people,
        Map<String, List<Colleague>> everIn) {

    static Company of(
            Scenery scenery,
            Timetable times,
            CalendarId calendar,
            Map<String, UnitId> units,
            Map<String, ServiceId> services,
            Map<String, Standard> standards,
            List<Hired> hired,
            Map<String, PersonId> ids,
            Chance chance) {
        List<Colleague> people = new ArrayList<>(hired.size());
        Map<String, List<Colleague>> everIn = new LinkedHashMap<>();
        for (Hired one : hired) {
            Colleague colleague =
                    Colleague.of(Objects.requireNonNull(ids.get(one.code())), one, chance);
            people.add(colleague);
            one.stints().stream()
                    .map(Hired.Stint::unit)
                    .distinct()
                    .forEach(unit ->
                            everIn.computeIfAbsent(unit, _ -> new ArrayList<>()).add(colleague));
        }
        return new Company(
                scenery,
                times,
                calendar,
                Map.copyOf(units),
                new HashMap<>(services),
                new HashMap<>(standards),
                List.copyOf(people),
                everIn);
    }

    UnitId unit(String code) {
        return Objects.requireNonNull(units.get(code), code);
    }

    /** Whether the unit was there on a day. */
    boolean exists(String unit, LocalDate day) {
        boolean before = day.isBefore(times.reorganized());
        return switch (unit) {
            case "payroll" -> before;
            case "transport" -> !before;
            default -> true;
        };
    }

    /** Who served in a unit on a day. */
    List<Colleague> desk(String unit, LocalDate day) {
        List<Colleague> desk = new ArrayList<>();
        for (Colleague one : everIn.getOrDefault(unit, List.of())) {
            if (one.hired().desk() && one.belongs(unit, day)) {
                desk.add(one);
            }
        }
        return desk;
    }

    List<Colleague> members(String unit, LocalDate day) {
        List<Colleague> members = new ArrayList<>();
        for (Colleague one : everIn.getOrDefault(unit, List.of())) {
            if (one.belongs(unit, day)) {
                members.add(one);
            }
        }
        return members;
    }

    Colleague member(Cast cast) {
        return people.stream()
                .filter(one -> one.hired().login().equals(cast.login()))
                .findFirst()
                .orElseThrow();
    }

    /** Who serves under this service on a day. */
    String provider(ServicePlan service, LocalDate day) {
        String before = service.before();
        return before != null && day.isBefore(times.reorganized()) ? before : service.unit();
    }
}
