package io.kollega.organization;

import io.kollega.audit.Audit;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Changes of units, people and stand-ins one at a time, with their histories: for administration,
 * and for those who name their own stand-in. Each change and its audit line are one transaction;
 * {@code by} is who makes it.
 */
@Component
public final class Staffing {
    /** As in files. */
    private static final int LONGEST_CODE = RosterReading.LONGEST_CODE;

    private static final int LONGEST_NAME = RosterReading.LONGEST_NAME;

    private final Organization organization;
    private final Histories histories;
    private final Departures departures;
    private final StandIns standIns;
    private final Audit audit;
    private final TransactionTemplate transactions;

    Staffing(
            Organization organization,
            Histories histories,
            Departures departures,
            StandIns standIns,
            Audit audit,
            TransactionTemplate transactions) {
        this.organization = organization;
        this.histories = histories;
        this.departures = departures;
        this.standIns = standIns;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** All names and places of the unit, the newest first. */
    public List<UnitPeriod> history(UnitId unit) {
        return histories.of(unit);
    }

    /** Where the person has belonged and will belong, the newest first. */
    public List<Membership> history(PersonId person) {
        return histories.of(person);
    }

    /** The address at which the person gets mail, which colleagues are not shown. */
    public Optional<String> email(PersonId person) {
        return histories.email(person);
    }

    /** Creates the unit, or gives the one of this code another name or place from its day on. */
    public Staffed keep(NewUnit unit, PersonId by) {
        if (unfit(unit.code(), LONGEST_CODE)
                || unfit(unit.name().text(), LONGEST_NAME)
                || unit.name().english() != null && unfit(unit.name().english(), LONGEST_NAME)) {
            return new Staffed.Refused(Staffed.Reason.NAME_UNFIT);
        }
        if (unit.code().equals(unit.parentCode())) {
            return new Staffed.Refused(Staffed.Reason.CIRCLE);
        }
        if (unit.parentCode() != null && !exists(unit.parentCode(), unit.from())) {
            return new Staffed.Refused(Staffed.Reason.NO_SUCH_UNIT);
        }
        return audited(
                by,
                "unit.kept",
                "unit:" + unit.code(),
                Map.of("from", unit.from().toString()),
                () -> {
                    try {
                        organization.bringUnits(List.of(unit));
                        return new Staffed.Done();
                    } catch (CircleInTree _) {
                        return new Staffed.Refused(Staffed.Reason.CIRCLE);
                    }
                });
    }

    /**
     * Ends the unit from a day on. A single successor goes on with its history; several have
     * divided it among them.
     */
    public Staffed close(UnitId unit, Set<UnitId> successors, LocalDate on, PersonId by) {
        return audited(
                by,
                "unit.closed",
                "unit:" + unit.value(),
                closing(successors, on),
                () -> departures.close(unit, successors, on));
    }

    private Map<String, Object> closing(Set<UnitId> successors, LocalDate on) {
        Map<String, Object> details = new TreeMap<>(Map.of("on", on.toString()));
        if (successors.size() == 1) {
            details.put("successor", successors.iterator().next().value());
        } else if (!successors.isEmpty()) {
            details.put(
                    "successors",
                    successors.stream()
                            .map(organization.everyUnit()::get)
                            .filter(Objects::nonNull)
                            .map(Unit::code)
                            .sorted()
                            .collect(Collectors.joining(" ")));
        }
        return details;
    }

    /** Takes the person on, renames them, or moves them to another unit from their day on. */
    public Staffed keep(NewPerson person, PersonId by) {
        if (unfit(person.code(), LONGEST_CODE)
                || unfit(person.givenName(), LONGEST_NAME)
                || unfit(person.familyName(), LONGEST_NAME)) {
            return new Staffed.Refused(Staffed.Reason.NAME_UNFIT);
        }
        if (person.email() != null && !RosterReading.isEmail(person.email())) {
            return new Staffed.Refused(Staffed.Reason.EMAIL_UNFIT);
        }
        if (!exists(person.unitCode(), person.from())) {
            return new Staffed.Refused(Staffed.Reason.NO_SUCH_UNIT);
        }
        return audited(
                by,
                "person.kept",
                "person:" + person.code(),
                Map.of("unit", person.unitCode(), "from", person.from().toString()),
                () -> {
                    organization.bringPeople(List.of(person), by.value());
                    return new Staffed.Done();
                });
    }

    /** The person works here no more from a day on; corrects the day, if one was said before. */
    public Staffed leave(PersonId person, LocalDate on, PersonId by) {
        return audited(
                by,
                "person.left",
                "person:" + person.value(),
                Map.of("on", on.toString()),
                () -> departures.leave(person, on));
    }

    /** The person does not leave after all, or comes back as if they had never left. */
    public Staffed stay(PersonId person, PersonId by) {
        return audited(
                by,
                "person.stayed",
                "person:" + person.value(),
                Map.of(),
                () -> departures.stay(person));
    }

    /** Stand-ins of the person and of those they stand in for, that are or will be. */
    public List<StandIn> standIns(PersonId person) {
        return standIns.around(person, organization.today());
    }

    public Staffed nameStandIn(
            PersonId person, PersonId standIn, LocalDate first, LocalDate last, PersonId by) {
        return audited(
                by,
                "stand-in.named",
                "person:" + person.value(),
                Map.of(
                        "standIn", standIn.value(),
                        "first", first.toString(),
                        "last", last.toString()),
                () -> standIns.name(person, standIn, first, last, by));
    }

    public Staffed withdrawStandIn(PersonId person, long id, PersonId by) {
        return audited(
                by,
                "stand-in.withdrawn",
                "person:" + person.value(),
                Map.of("entry", id),
                () -> standIns.withdraw(person, id, by));
    }

    private static boolean unfit(String text, int longest) {
        return text.isBlank() || text.length() > longest;
    }

    private boolean exists(String unitCode, LocalDate on) {
        return organization.units(on).stream().anyMatch(unit -> unit.code().equals(unitCode));
    }

    private interface Change {
        Staffed make();
    }

    private Staffed audited(
            PersonId by, String deed, String subject, Map<String, ?> details, Change change) {
        return java.util.Objects.requireNonNull(
                transactions.execute(status -> {
                    Staffed staffed = change.make();
                    switch (staffed) {
                        case Staffed.Done() -> audit.record(by.value(), deed, subject, details);
                        case Staffed.Refused _ -> status.setRollbackOnly();
                    }
                    return staffed;
                }));
    }
}
