package io.kollega.organization;

import io.kollega.shell.CleanText;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Who works here, in which unit, on which date, and who stands in for whom. Lists of units and
 * people come sorted by name in Russian order.
 */
@Component
public final class Organization {
    private final Units units;
    private final UnitEditions editions;
    private final People people;
    private final StandIns standIns;
    private final UnitHistory unitHistory;
    private final Memberships memberships;
    private final CompanyZone zone;
    private final Clock clock;

    Organization(
            Units units,
            UnitEditions editions,
            People people,
            StandIns standIns,
            UnitHistory unitHistory,
            Memberships memberships,
            CompanyZone zone,
            Clock clock) {
        this.units = units;
        this.editions = editions;
        this.people = people;
        this.standIns = standIns;
        this.unitHistory = unitHistory;
        this.memberships = memberships;
        this.zone = zone;
        this.clock = clock;
    }

    /** The zone in which the company's days begin and end. */
    public ZoneId zone() {
        return zone.id();
    }

    /** The company's day now. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone.id());
    }

    /** The unit as it stands today, also when it has been closed. */
    public Optional<Unit> unit(UnitId id) {
        return Optional.ofNullable(everyUnit().get(id));
    }

    public Optional<Unit> unit(String code) {
        return units.unit(CleanText.key(code), today());
    }

    /** The unit and those above it as the tree stands today, the nearest first. */
    public List<UnitId> upwards(UnitId unit) {
        return units.upwards(unit, today());
    }

    /** The units that exist on this date. */
    public List<Unit> units(LocalDate on) {
        LocalDate today = today();
        return on.equals(today) ? editions.of(today).existing() : units.on(on);
    }

    /** Every unit there has ever been, for naming what figures and histories refer to. */
    public Map<UnitId, Unit> everyUnit() {
        return unitsToday().ever();
    }

    /** Every unit, and which of them exist: for pages that need both. */
    public UnitsToday unitsToday() {
        return editions.of(today());
    }

    public Optional<Person> person(PersonId id) {
        return Optional.ofNullable(people(List.of(id)).get(id));
    }

    public Optional<Person> person(String code) {
        return people.byCode(CleanText.key(code), today());
    }

    public Map<PersonId, Person> people(Collection<PersonId> ids) {
        Map<PersonId, Person> found = new LinkedHashMap<>();
        people.byIds(ids, today()).forEach(person -> found.put(person.id(), person));
        return found;
    }

    /** The mail addresses of those among these who have one; to write to them, never to show. */
    public Map<PersonId, String> emails(Collection<PersonId> ids) {
        return people.emailsOf(ids);
    }

    /** These people and those of a unit as they stand today: for pages that need both. */
    public PeopleToday people(Collection<PersonId> ids, UnitId unit) {
        return people.withUnit(ids, unit, today());
    }

    /** Those who belong to the unit itself (not to units below it) on this date. */
    public List<Person> peopleOf(UnitId unit, LocalDate on) {
        return people.of(unit, on);
    }

    /** Everybody who works here on this date. */
    public List<Person> everyone(LocalDate on) {
        return people.on(on);
    }

    /** Those who work here today and whose name or code has words that begin like these. */
    public List<Person> search(String words, int limit) {
        return people.search(words, today(), limit);
    }

    /**
     * What {@code organization.colleague.search} is like for people whose name or code has words
     * that begin like these; empty if there are no words.
     */
    public static String pattern(String words) {
        return People.pattern(words);
    }

    /** Whom among those who work here today somebody meant: by code, by name, or by both. */
    public PersonChoice choose(String typed) {
        return people.choose(CleanText.key(typed), today());
    }

    /** The unit the person belonged to on this date. */
    public Optional<UnitId> unitOf(PersonId person, LocalDate on) {
        return people.unitOf(person, on);
    }

    public Optional<PersonId> headOf(UnitId unit, LocalDate on) {
        return people.headOf(unit, on);
    }

    /** Those who stand in for this person on this date. */
    public List<PersonId> standInsFor(PersonId person, LocalDate on) {
        return standIns.of(person, on);
    }

    /** Those for whom this person stands in on this date. */
    public List<PersonId> standingInFor(PersonId person, LocalDate on) {
        return standIns.standingInFor(person, on);
    }

    /**
     * Brings in units by code, parents by their codes: those that exist are renamed or moved from
     * their date on, until the day for which something else is planned already; the others are
     * created. Set-based; for imports and the demo company.
     *
     * @throws IllegalArgumentException if a parent is unknown or the tree would have a circle
     */
    public Map<String, UnitId> bringUnits(List<NewUnit> units) {
        return unitHistory.bring(units);
    }

    /**
     * Brings in people by code, with their units by code: those that exist are renamed, or moved
     * from their date on, until the day for which something else is planned already. A new head of
     * a unit replaces the one before. Set-based; for imports and the demo company.
     *
     * @throws IllegalArgumentException if a unit is unknown
     */
    public Map<String, PersonId> bringPeople(List<NewPerson> people) {
        return bringPeople(people, 0);
    }

    /** The same as the deed of somebody; 0 for the system itself. */
    Map<String, PersonId> bringPeople(List<NewPerson> people, long by) {
        return memberships.bring(people, by);
    }
}
