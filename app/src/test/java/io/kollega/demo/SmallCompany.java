package io.kollega.demo;

import io.kollega.catalog.ServiceId;
import io.kollega.catalog.Standard;
import io.kollega.catalog.StandardId;
import io.kollega.organization.PersonId;
import io.kollega.organization.UnitId;
import io.kollega.worktime.CalendarId;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kollega.measurement.worktime.ProductionCalendar;

/** The demo company with a short history and ids of its own, without a database. */
final class SmallCompany {
    static final LocalDate TODAY = LocalDate.of(2026, 6, 17);
    private static final int BATCH = 1_000;

    final Company company;
    final List<Hired> hired;
    final List<Told> told = new ArrayList<>();

    private SmallCompany(Company company, List<Hired> hired) {
        this.company = company;
        this.hired = hired;
    }

    static SmallCompany of(long seed, int requests) {
        Chance chance = Chance.of(seed);
        Scenery scenery = Scenery.read();
        Timetable times =
                new Timetable(
                        TODAY, ProductionCalendar.russian().calendar(ZoneId.of("Europe/Moscow")));
        List<Hired> hired = Staff.of(scenery, times, chance.own());
        Map<String, UnitId> units = new LinkedHashMap<>();
        scenery.units().forEach(unit -> units.put(unit.code(), new UnitId(units.size() + 1)));
        units.put(scenery.former().code(), new UnitId(units.size() + 1));
        Map<String, PersonId> people = new HashMap<>();
        hired.forEach(one -> people.put(one.code(), new PersonId(people.size() + 1)));
        Map<String, ServiceId> services = new LinkedHashMap<>();
        Map<String, Standard> standards = new HashMap<>();
        for (ServicePlan service : scenery.services()) {
            services.put(service.code(), new ServiceId(services.size() + 1));
            standards.put(
                    service.code(),
                    standard(
                            standards.size() + 1,
                            Objects.requireNonNull(units.get(service.unit())),
                            service.response(),
                            service.solution()));
        }
        scenery.topics()
                .keySet()
                .forEach(code ->
                        standards.put(
                                code,
                                standard(
                                        standards.size() + 1,
                                        Objects.requireNonNull(units.get(code)),
                                        8,
                                        Story.UNIT_HOURS)));
        SmallCompany small =
                new SmallCompany(
                        Company.of(
                                scenery,
                                times,
                                new CalendarId(1),
                                units,
                                services,
                                standards,
                                hired,
                                people,
                                chance.own()),
                        hired);
        new DemoHistory(small.company, chance.own()).tell(requests, BATCH, small.told::addAll);
        return small;
    }

    private static Standard standard(int id, UnitId unit, int response, int solution) {
        return new Standard(
                new StandardId(id),
                unit,
                null,
                1,
                Duration.ofHours(response),
                Duration.ofHours(solution),
                List.of(),
                List.of(),
                List.of());
    }
}
