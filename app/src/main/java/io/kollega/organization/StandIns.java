package io.kollega.organization;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who stands in for whom, between which days. */
@Component
final class StandIns {
    private final JdbcClient jdbc;
    private final CompanyZone zone;
    private final Clock clock;

    StandIns(JdbcClient jdbc, CompanyZone zone, Clock clock) {
        this.jdbc = jdbc;
        this.zone = zone;
        this.clock = clock;
    }

    List<PersonId> of(PersonId person, LocalDate day) {
        return ids(
                """
                select distinct stand_in from organization.stand_in
                where person = :person and first_day <= :day and last_day >= :day and withdrawn_at is null
                order by 1
                """,
                person,
                day);
    }

    List<PersonId> standingInFor(PersonId person, LocalDate day) {
        return ids(
                """
                select distinct person from organization.stand_in
                where stand_in = :person and first_day <= :day and last_day >= :day and withdrawn_at is null
                order by 1
                """,
                person,
                day);
    }

    /** Those of the person and those they are themselves, from this day on, the soonest first. */
    List<StandIn> around(PersonId person, LocalDate day) {
        return jdbc
                .sql(
                        """
                        select id, person, stand_in, first_day, last_day from organization.stand_in
                        where (person = :person or stand_in = :person) and last_day >= :day
                            and withdrawn_at is null
                        order by first_day, id
                        """)
                .param("person", person.value())
                .param("day", day)
                .query((row, _) ->
                        new StandIn(
                                row.getLong("id"),
                                new PersonId(row.getLong("person")),
                                new PersonId(row.getLong("stand_in")),
                                row.getObject("first_day", LocalDate.class),
                                row.getObject("last_day", LocalDate.class)))
                .list()
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    Staffed name(PersonId person, PersonId standIn, LocalDate first, LocalDate last, PersonId by) {
        if (person.equals(standIn)) {
            return new Staffed.Refused(Staffed.Reason.SELF);
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone.id());
        if (last.isBefore(first) || last.isBefore(today)) {
            return new Staffed.Refused(Staffed.Reason.NO_TIME);
        }
        int written =
                jdbc.sql(
                                """
                                insert into organization.stand_in
                                    (person, stand_in, first_day, last_day, named_by, named_at)
                                select :person, person, :first, :last, :by, :now from organization.colleague
                                where person = :standIn and from_day <= :first and until_day > :first
                                """)
                        .param("person", person.value())
                        .param("standIn", standIn.value())
                        .param("first", first)
                        .param("last", last)
                        .param("by", by.value())
                        .param("now", Timestamp.from(clock.instant()))
                        .update();
        return written == 1
                ? new Staffed.Done()
                : new Staffed.Refused(Staffed.Reason.NO_SUCH_PERSON);
    }

    Staffed withdraw(PersonId person, long id, PersonId by) {
        int withdrawn =
                jdbc.sql(
                                """
                                update organization.stand_in set withdrawn_by = ?, withdrawn_at = ?
                                where id = ? and person = ? and withdrawn_at is null
                                """)
                        .params(by.value(), Timestamp.from(clock.instant()), id, person.value())
                        .update();
        return withdrawn == 1 ? new Staffed.Done() : new Staffed.Refused(Staffed.Reason.GONE);
    }

    private List<PersonId> ids(String sql, PersonId person, LocalDate day) {
        return jdbc
                .sql(sql)
                .param("person", person.value())
                .param("day", day)
                .query((row, _) -> new PersonId(row.getLong(1)))
                .list()
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }
}
