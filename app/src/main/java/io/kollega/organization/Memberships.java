package io.kollega.organization;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes people and who belongs where: what is given from a day on replaces what was said from then
 * on.
 */
@Component
final class Memberships {
    /** The given rows with ids for codes. */
    private static final String GIVEN =
            """
            with given as (
                select p.id as person, g.code, g.unit as unit_code, u.id as unit, g.head, g.day
                from unnest(:codes::text[], :units::text[], :heads::boolean[], :days::date[])
                    as g (code, unit, head, day)
                join organization.person p on p.code = g.code
                left join organization.unit u on u.code = g.unit)
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;

    Memberships(
            JdbcClient jdbc, TransactionTemplate transactions, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.events = events;
    }

    Map<String, PersonId> bring(List<NewPerson> people, long by) {
        return people.isEmpty()
                ? Map.of()
                : Objects.requireNonNull(transactions.execute(_ -> write(people, by)));
    }

    private Map<String, PersonId> write(List<NewPerson> people, long by) {
        writePeople(people);
        refuseUnknownUnits(people);
        List<NewPerson> changed = changed(people);
        if (!changed.isEmpty()) {
            List<PersonMoved> moves = moves(changed);
            replace(changed);
            List<PersonMoved> relieved = relieveFormerHeads(changed);
            moves.forEach(events::publishEvent);
            relieved.forEach(events::publishEvent);
            heads(changed, by).forEach(events::publishEvent);
        }
        return ids(people);
    }

    private void writePeople(List<NewPerson> people) {
        jdbc.sql(
                        """
                        insert into organization.person (code, given_name, family_name, email)
                        select code, given_name, family_name, email
                        from unnest(:codes::text[], :given::text[], :family::text[], :emails::text[])
                            with ordinality as g (code, given_name, family_name, email, place)
                        order by place
                        on conflict (code) do update set given_name = excluded.given_name,
                            family_name = excluded.family_name, email = excluded.email
                        """)
                .param("codes", texts(people, NewPerson::code))
                .param("given", texts(people, NewPerson::givenName))
                .param("family", texts(people, NewPerson::familyName))
                .param("emails", texts(people, NewPerson::email))
                .update();
    }

    private void refuseUnknownUnits(List<NewPerson> people) {
        given(people, "select unit_code from given where unit is null limit 1")
                .query((row, _) -> row.getString(1))
                .optional()
                .ifPresent(code -> {
                    throw new IllegalArgumentException("There is no unit " + code);
                });
    }

    private List<NewPerson> changed(List<NewPerson> people) {
        Set<@Nullable String> codes =
                new HashSet<>(
                        given(
                                        people,
                                        """
                                        select code from given g where not exists (
                                            select from organization.membership m
                                            where m.person = g.person and m.from_day <= g.day
                                                and m.until_day = 'infinity'
                                                and m.unit = g.unit and m.head = g.head)
                                        """)
                                .query((row, _) -> row.getString(1))
                                .list());
        return people.stream().filter(person -> codes.contains(person.code())).toList();
    }

    /** Those who leave a unit, or its head's place. */
    private List<PersonMoved> moves(List<NewPerson> people) {
        return given(
                        people,
                        """
                        select g.person, m.unit as before, g.unit as after, g.day from given g
                        join organization.membership m
                            on m.person = g.person and m.from_day <= g.day and m.until_day > g.day
                        where m.unit <> g.unit or m.head and not g.head
                        order by g.person
                        """)
                .query((row, _) ->
                        new PersonMoved(
                                new PersonId(row.getLong("person")),
                                new UnitId(row.getLong("before")),
                                new UnitId(row.getLong("after")),
                                row.getObject("day", LocalDate.class)))
                .list()
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    private List<HeadNamed> heads(List<NewPerson> people, long by) {
        return given(people, "select person, unit, day from given where head order by person")
                .query((row, _) ->
                        new HeadNamed(
                                new PersonId(row.getLong("person")),
                                new UnitId(row.getLong("unit")),
                                row.getObject("day", LocalDate.class),
                                by))
                .list()
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    private void replace(List<NewPerson> people) {
        given(
                        people,
                        """
                        delete from organization.membership m using given g
                        where m.person = g.person and m.from_day >= g.day
                        """)
                .update();
        given(
                        people,
                        """
                        update organization.membership m set until_day = g.day from given g
                        where m.person = g.person and m.until_day > g.day
                        """)
                .update();
        given(
                        people,
                        """
                        insert into organization.membership (person, from_day, unit, head)
                        select person, day, unit, head from given
                        """)
                .update();
    }

    /** A unit has one head: who headed it before the given one goes on as a member. */
    private List<PersonMoved> relieveFormerHeads(List<NewPerson> people) {
        record Former(long person, LocalDate from, LocalDate until, long unit, LocalDate day) {}
        List<Former> formers =
                given(
                                people,
                                """
                                select m.person, m.from_day, m.until_day, m.unit, g.day from given g
                                join organization.membership m on m.unit = g.unit and m.until_day > g.day
                                where g.head and m.head and m.person <> g.person
                                    and m.person not in (select person from given where head)
                                order by m.person, m.from_day
                                """)
                        .query((row, _) ->
                                new Former(
                                        row.getLong("person"),
                                        row.getObject("from_day", LocalDate.class),
                                        row.getObject("until_day", LocalDate.class),
                                        row.getLong("unit"),
                                        row.getObject("day", LocalDate.class)))
                        .list()
                        .stream()
                        .map(Objects::requireNonNull)
                        .toList();
        for (Former former : formers) {
            if (former.from().isBefore(former.day())) {
                jdbc.sql(
                                """
                                update organization.membership set until_day = ?
                                where person = ? and from_day = ?
                                """)
                        .params(former.day(), former.person(), former.from())
                        .update();
                jdbc.sql(
                                """
                                insert into organization.membership (person, from_day, until_day, unit)
                                values (?, ?, ?, ?)
                                """)
                        .params(former.person(), former.day(), former.until(), former.unit())
                        .update();
            } else {
                jdbc.sql(
                                """
                                update organization.membership set head = false
                                where person = ? and from_day = ?
                                """)
                        .params(former.person(), former.from())
                        .update();
            }
        }
        return formers.stream()
                .map(former ->
                        new PersonMoved(
                                new PersonId(former.person()),
                                new UnitId(former.unit()),
                                new UnitId(former.unit()),
                                former.day()))
                .toList();
    }

    private Map<String, PersonId> ids(List<NewPerson> people) {
        Map<String, PersonId> ids = new HashMap<>();
        jdbc.sql("select code, id from organization.person where code = any(:codes)")
                .param("codes", texts(people, NewPerson::code))
                .query((row, _) -> ids.put(row.getString(1), new PersonId(row.getLong(2))))
                .list();
        return ids;
    }

    private JdbcClient.StatementSpec given(List<NewPerson> people, String sql) {
        return jdbc.sql(GIVEN + sql)
                .param("codes", texts(people, NewPerson::code))
                .param("units", texts(people, NewPerson::unitCode))
                .param("heads", people.stream().map(NewPerson::head).toArray(Boolean[]::new))
                .param("days", texts(people, person -> person.from().toString()));
    }

    private static @Nullable String[] texts(
            List<NewPerson> people, Function<NewPerson, @Nullable String> column) {
        return people.stream().map(column).toArray(String[]::new);
    }
}
