package io.kollega.demo;

import io.kollega.access.Accounts;
import io.kollega.access.NewAccount;
import io.kollega.access.Role;
import io.kollega.catalog.Catalog;
import io.kollega.catalog.NewService;
import io.kollega.catalog.ServiceId;
import io.kollega.catalog.Standard;
import io.kollega.organization.NewPerson;
import io.kollega.organization.NewUnit;
import io.kollega.organization.Organization;
import io.kollega.organization.PersonId;
import io.kollega.organization.Staffed;
import io.kollega.organization.Staffing;
import io.kollega.organization.UnitId;
import io.kollega.worktime.WorkCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Founds the demo company: units, people, accounts, services. */
@Component
final class Founding {
    private static final String MAIL = "@ventar.example";

    /** Units whose head is away today. */
    private static final Set<String> STOOD_IN_FOR =
            Set.of("it", "accounting", "warehouse", "legal", "sales");

    private final Organization organization;
    private final Staffing staffing;
    private final Accounts accounts;
    private final Catalog catalog;

    Founding(Organization organization, Staffing staffing, Accounts accounts, Catalog catalog) {
        this.organization = organization;
        this.staffing = staffing;
        this.accounts = accounts;
        this.catalog = catalog;
    }

    Company found(Scenery scenery, LocalDate today, WorkCalendar calendar, Chance chance) {
        Timetable times = new Timetable(today, calendar.hours());
        Map<String, UnitId> units = units(scenery, times);
        List<Hired> hired = Staff.of(scenery, times, chance.own());
        Map<String, PersonId> people = people(hired);
        open(hired, people);
        reorganize(scenery, times, hired, units, people);
        Map<String, ServiceId> services = services(scenery, units);
        return Company.of(
                scenery,
                times,
                calendar.id(),
                units,
                services,
                standards(scenery, units, services),
                hired,
                people,
                chance.own());
    }

    /** As it was in the beginning, and then as it was reorganized. */
    private Map<String, UnitId> units(Scenery scenery, Timetable times) {
        List<NewUnit> before = new ArrayList<>();
        List<NewUnit> after = new ArrayList<>();
        for (UnitPlan unit : scenery.units()) {
            NewUnit since = new NewUnit(unit.code(), unit.name(), unit.parent(), Timetable.FOUNDED);
            switch (unit.code()) {
                case "transport" -> after.add(from(since, unit.parent(), times.reorganized()));
                case "safety" -> {
                    before.add(from(since, "operations", Timetable.FOUNDED));
                    after.add(from(since, unit.parent(), times.reorganized()));
                }
                default -> before.add(since);
            }
        }
        UnitPlan former = scenery.former();
        before.add(new NewUnit(former.code(), former.name(), former.parent(), Timetable.FOUNDED));
        Map<String, UnitId> ids = new HashMap<>(organization.bringUnits(before));
        ids.putAll(organization.bringUnits(after));
        return ids;
    }

    private static NewUnit from(NewUnit unit, @Nullable String parent, LocalDate day) {
        return new NewUnit(unit.code(), unit.name(), parent, day);
    }

    /** First where everybody began, then where they went next, and so on. */
    private Map<String, PersonId> people(List<Hired> hired) {
        Map<String, PersonId> ids = new HashMap<>();
        int most = hired.stream().mapToInt(one -> one.stints().size()).max().orElse(0);
        for (int step = 0; step < most; step++) {
            List<NewPerson> persons = new ArrayList<>();
            for (Hired one : hired) {
                if (one.stints().size() > step) {
                    Hired.Stint stint = one.stints().get(step);
                    persons.add(
                            new NewPerson(
                                    one.code(),
                                    one.given(),
                                    one.family(),
                                    one.login() + MAIL,
                                    stint.unit(),
                                    stint.head(),
                                    stint.from()));
                }
            }
            ids.putAll(organization.bringPeople(persons));
        }
        return ids;
    }

    private void open(List<Hired> hired, Map<String, PersonId> people) {
        accounts.open(
                hired.stream()
                        .filter(one -> one.left() == null)
                        .map(one ->
                                new NewAccount(
                                        Objects.requireNonNull(people.get(one.code())),
                                        one.login(),
                                        null,
                                        roles(one)))
                        .toList());
    }

    private static Set<Role> roles(Hired one) {
        Set<Role> roles = EnumSet.of(Role.EMPLOYEE);
        if (one.desk()) {
            roles.add(Role.SPECIALIST);
        }
        if (one.last().head()) {
            roles.add(Role.UNIT_HEAD);
        }
        for (Cast member : Cast.values()) {
            if (member.login().equals(one.login())) {
                switch (member) {
                    case ANALYST -> roles.add(Role.ANALYST);
                    case ADMIN -> roles.add(Role.ADMINISTRATOR);
                    case AUDITOR -> roles.add(Role.AUDITOR);
                    case CLIENT, SPECIALIST, HEAD -> {}
                }
            }
        }
        return roles;
    }

    /** Closes the unit that was merged, lets people leave, and has heads stood in for. */
    private void reorganize(
            Scenery scenery,
            Timetable times,
            List<Hired> hired,
            Map<String, UnitId> units,
            Map<String, PersonId> people) {
        PersonId by = id(hired, people, Cast.ADMIN.login());
        UnitId former = Objects.requireNonNull(units.get(scenery.former().code()));
        UnitId successor = Objects.requireNonNull(units.get("accounting"));
        done(staffing.close(former, Set.of(successor), times.reorganized(), by));
        Map<String, PersonId> heads = new HashMap<>();
        for (Hired one : hired) {
            PersonId person = Objects.requireNonNull(people.get(one.code()));
            if (one.left() != null) {
                done(staffing.leave(person, one.left(), by));
            } else if (one.last().head()) {
                heads.put(one.last().unit(), person);
            } else if (one.desk() && STOOD_IN_FOR.contains(one.last().unit())) {
                PersonId head = heads.remove(one.last().unit());
                if (head != null) {
                    LocalDate today = times.today();
                    done(staffing.nameStandIn(head, person, today, today.plusDays(9), head));
                }
            }
        }
    }

    private static void done(Staffed staffed) {
        switch (staffed) {
            case Staffed.Done() -> {}
            case Staffed.Refused(Staffed.Reason reason) ->
                    throw new IllegalStateException("The demo company can't be: " + reason);
        }
    }

    private static PersonId id(List<Hired> hired, Map<String, PersonId> people, String login) {
        return hired.stream()
                .filter(one -> one.login().equals(login))
                .findFirst()
                .map(one -> Objects.requireNonNull(people.get(one.code())))
                .orElseThrow();
    }

    private Map<String, ServiceId> services(Scenery scenery, Map<String, UnitId> units) {
        List<NewService> offered =
                scenery.services().stream()
                        .map(service ->
                                service.offered(Objects.requireNonNull(units.get(service.unit()))))
                        .toList();
        return catalog.bring(offered);
    }

    private Map<String, Standard> standards(
            Scenery scenery, Map<String, UnitId> units, Map<String, ServiceId> services) {
        Map<String, Standard> standards = new HashMap<>();
        services.forEach((code, id) -> standards.put(code, catalog.standard(id)));
        scenery.topics()
                .keySet()
                .forEach(code ->
                        standards.put(
                                code, catalog.standard(Objects.requireNonNull(units.get(code)))));
        return standards;
    }

    /** Marks the company as a demonstration and offers its cast. */
    void offer(Company company) {
        accounts.offerToVisitors(
                Arrays.stream(Cast.values()).map(member -> company.member(member).id()).toList());
    }
}
