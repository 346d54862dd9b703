package io.kollega.organization;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes that a unit or a person is here no more. */
@Component
final class Departures {
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final List<DepartureVeto> vetoes;

    Departures(JdbcClient jdbc, ApplicationEventPublisher events, List<DepartureVeto> vetoes) {
        this.jdbc = jdbc;
        this.events = events;
        this.vetoes = vetoes;
    }

    Staffed close(UnitId unit, Set<UnitId> successors, LocalDate on) {
        if (some("organization.membership where unit = ? and until_day > ?", unit, on)) {
            return new Staffed.Refused(Staffed.Reason.HAS_PEOPLE);
        }
        if (some("organization.unit_state where parent = ? and until_day > ?", unit, on)) {
            return new Staffed.Refused(Staffed.Reason.HAS_UNITS);
        }
        if (successors.contains(unit)
                || successors.stream()
                        .anyMatch(successor ->
                                !some(
                                        "organization.unit_state where unit = ? and until_day > ?",
                                        successor,
                                        on))) {
            return new Staffed.Refused(Staffed.Reason.NO_SUCH_UNIT);
        }
        int ended =
                jdbc.sql(
                                """
                                update organization.unit_state set until_day = ?
                                where unit = ? and from_day < ? and until_day > ?
                                """)
                        .params(on, unit.value(), on, on)
                        .update();
        if (ended == 0) {
            return new Staffed.Refused(Staffed.Reason.NO_SUCH_UNIT);
        }
        jdbc.sql("delete from organization.unit_state where unit = ? and from_day >= ?")
                .params(unit.value(), on)
                .update();
        jdbc.sql("delete from organization.unit_succession where unit = ?")
                .param(unit.value())
                .update();
        jdbc.sql(
                        """
                        insert into organization.unit_succession (unit, successor, on_day)
                        select :unit, successor, :on from unnest(:successors::bigint[]) as successor
                        """)
                .param("unit", unit.value())
                .param("on", on)
                .param("successors", successors.stream().map(UnitId::value).toArray(Long[]::new))
                .update();
        events.publishEvent(new UnitClosed(unit, successors, on));
        return new Staffed.Done();
    }

    /** Also corrects the day of one who leaves, or has left. */
    Staffed leave(PersonId person, LocalDate on) {
        Optional<LocalDate> first =
                jdbc.sql("select min(from_day) from organization.membership where person = ?")
                        .param(person.value())
                        .query((row, _) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                        .single();
        if (first.isEmpty()) {
            return new Staffed.Refused(Staffed.Reason.NO_SUCH_PERSON);
        }
        if (!on.isAfter(first.get())) {
            return new Staffed.Refused(Staffed.Reason.BEFORE_FIRST_DAY);
        }
        if (vetoes.stream().anyMatch(veto -> veto.keeps(person, on))) {
            return new Staffed.Refused(Staffed.Reason.LAST_ADMINISTRATOR);
        }
        Optional<LocalDate> before = leaving(person);
        jdbc.sql("delete from organization.membership where person = ? and from_day >= ?")
                .params(person.value(), on)
                .update();
        UnitId unit = endLast(person, on);
        if (!stands(unit, on)) {
            return new Staffed.Refused(Staffed.Reason.NO_SUCH_UNIT);
        }
        if (before.isPresent() && before.get().isBefore(on)) {
            events.publishEvent(new PersonStays(person, unit, before.get(), on));
        }
        events.publishEvent(new PersonLeft(person, unit, on));
        return new Staffed.Done();
    }

    /** The person goes on in their last unit. */
    Staffed stay(PersonId person) {
        Optional<LocalDate> before = leaving(person);
        if (before.isEmpty()) {
            return new Staffed.Refused(Staffed.Reason.NOT_LEAVING);
        }
        UnitId unit = endLast(person, null);
        if (!stands(unit, null)) {
            return new Staffed.Refused(Staffed.Reason.NO_SUCH_UNIT);
        }
        events.publishEvent(new PersonStays(person, unit, before.get(), null));
        return new Staffed.Done();
    }

    /** Whether the unit exists until that day, or has no end. */
    private boolean stands(UnitId unit, @Nullable LocalDate until) {
        return jdbc.sql(
                        """
                        select exists (select from organization.unit_state
                            where unit = :unit and until_day >= coalesce(:until::date, 'infinity'))
                        """)
                .param("unit", unit.value())
                .param("until", until)
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    /** From which day on they work here no more; empty if nothing is said of it. */
    private Optional<LocalDate> leaving(PersonId person) {
        return jdbc.sql(
                        """
                        select max(until_day) as until_day from organization.membership
                        where person = ? having max(until_day) < 'infinity'
                        """)
                .param(person.value())
                .query((row, _) -> row.getObject(1, LocalDate.class))
                .optional();
    }

    private UnitId endLast(PersonId person, @Nullable LocalDate on) {
        return jdbc.sql(
                        """
                        update organization.membership m set until_day = coalesce(:on::date, 'infinity')
                        where m.person = :person and m.from_day = (
                            select max(from_day) from organization.membership where person = :person)
                        returning unit
                        """)
                .param("on", on)
                .param("person", person.value())
                .query((row, _) -> new UnitId(row.getLong(1)))
                .single();
    }

    private boolean some(String fromWhere, UnitId unit, LocalDate on) {
        return jdbc.sql("select exists (select from " + fromWhere + ")")
                .params(unit.value(), on)
                .query((row, _) -> row.getBoolean(1))
                .single();
    }
}
