package io.kollega.organization;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes that a unit or a person is here no more. */
@Component
final class Departures {
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    Departures(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    Staffed close(UnitId unit, @Nullable UnitId successor, LocalDate on) {
        if (some("organization.membership where unit = ? and until_day > ?", unit, on)) {
            return new Staffed.Refused(Staffed.Reason.HAS_PEOPLE);
        }
        if (some("organization.unit_state where parent = ? and until_day > ?", unit, on)) {
            return new Staffed.Refused(Staffed.Reason.HAS_UNITS);
        }
        if (successor != null
                && (successor.equals(unit)
                        || !some(
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
        if (successor != null) {
            jdbc.sql(
                            """
                            insert into organization.unit_succession (unit, successor, on_day) values (?, ?, ?)
                            on conflict (unit, successor) do update set on_day = excluded.on_day
                            """)
                    .params(unit.value(), successor.value(), on)
                    .update();
        }
        events.publishEvent(new UnitClosed(unit, successor, on));
        return new Staffed.Done();
    }

    Staffed leave(PersonId person, LocalDate on) {
        Optional<UnitId> left =
                jdbc.sql(
                                """
                                update organization.membership set until_day = ?
                                where person = ? and from_day < ? and until_day > ? returning unit
                                """)
                        .params(on, person.value(), on, on)
                        .query((row, _) -> new UnitId(row.getLong(1)))
                        .optional();
        int future =
                jdbc.sql("delete from organization.membership where person = ? and from_day >= ?")
                        .params(person.value(), on)
                        .update();
        if (left.isEmpty() && future == 0) {
            return new Staffed.Refused(Staffed.Reason.NO_SUCH_PERSON);
        }
        left.ifPresent(unit -> events.publishEvent(new PersonLeft(person, unit, on)));
        return new Staffed.Done();
    }

    private boolean some(String fromWhere, UnitId unit, LocalDate on) {
        return jdbc.sql("select exists (select from " + fromWhere + ")")
                .params(unit.value(), on)
                .query((row, _) -> row.getBoolean(1))
                .single();
    }
}
