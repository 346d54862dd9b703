package io.kollega.organization;

import io.kollega.organization.Placements.Place;
import io.kollega.organization.Timeline.Span;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes people, and reads and writes who belongs where from day to day. */
@Component
final class Memberships {
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;

    Memberships(
            JdbcClient jdbc, TransactionTemplate transactions, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.events = events;
    }

    /** Where these people belong, and those who have headed or will head one of these units. */
    Placements placements(Collection<String> people, Collection<String> headed) {
        Map<String, List<Span<Place>>> spans = new HashMap<>();
        jdbc.sql(
                        """
                        select p.code, m.from_day, m.until_day, u.code as unit, m.head
                        from organization.membership m
                        join organization.person p on p.id = m.person
                        join organization.unit u on u.id = m.unit
                        where m.person in (
                            select id from organization.person where code = any(:people)
                            union
                            select person from organization.membership
                            where head and unit in (
                                select id from organization.unit where code = any(:headed)))
                        order by m.from_day
                        """)
                .param("people", people.toArray(String[]::new))
                .param("headed", headed.toArray(String[]::new))
                .query((ResultSet row) -> {
                    spans.computeIfAbsent(row.getString("code"), _ -> new ArrayList<>())
                            .add(span(row));
                });
        return new Placements(
                spans.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        person -> new Timeline<>(person.getValue()))));
    }

    /** What is needed to see what bringing in these people would do. */
    Placements around(Collection<NewPerson> people) {
        return placements(
                people.stream().map(NewPerson::code).toList(),
                people.stream().filter(NewPerson::head).map(NewPerson::unitCode).toList());
    }

    private static Span<Place> span(ResultSet row) throws SQLException {
        return new Span<>(
                row.getObject("from_day", LocalDate.class),
                row.getObject("until_day", LocalDate.class),
                new Place(row.getString("unit"), row.getBoolean("head")));
    }

    Map<String, PersonId> bring(List<NewPerson> people, long by) {
        return people.isEmpty()
                ? Map.of()
                : Objects.requireNonNull(transactions.execute(_ -> write(people, by)));
    }

    private Map<String, PersonId> write(List<NewPerson> people, long by) {
        writePeople(people);
        Placements before = around(people);
        Placements after = before.with(people);
        Set<String> changed = new TreeSet<>(after.people().keySet());
        changed.removeIf(code -> after.person(code).equals(before.person(code)));
        Map<String, UnitId> units = units(people, before);
        replace(changed, after);
        Map<String, PersonId> ids = ids(people, changed);
        List<NewPerson> named =
                people.stream().filter(person -> changed.contains(person.code())).toList();
        new Moves(before, after, units, ids).of(named, changed).forEach(events::publishEvent);
        named.stream()
                .filter(NewPerson::head)
                .forEach(person ->
                        events.publishEvent(
                                new HeadNamed(
                                        Objects.requireNonNull(ids.get(person.code())),
                                        Objects.requireNonNull(units.get(person.unitCode())),
                                        person.from(),
                                        by)));
        ids.keySet().retainAll(people.stream().map(NewPerson::code).collect(Collectors.toSet()));
        return ids;
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

    /** Every unit that is spoken of. */
    private Map<String, UnitId> units(List<NewPerson> people, Placements before) {
        Set<String> codes = new HashSet<>();
        people.forEach(person -> codes.add(person.unitCode()));
        before.people()
                .values()
                .forEach(person -> person.spans().forEach(span -> codes.add(span.state().unit())));
        Map<String, UnitId> units = new HashMap<>();
        jdbc.sql("select code, id from organization.unit where code = any(:codes)")
                .param("codes", codes.toArray(String[]::new))
                .query((ResultSet row) -> {
                    units.put(row.getString(1), new UnitId(row.getLong(2)));
                });
        codes.stream()
                .filter(code -> !units.containsKey(code))
                .findFirst()
                .ifPresent(code -> {
                    throw new IllegalArgumentException("There is no unit " + code);
                });
        return units;
    }

    private void replace(Set<String> codes, Placements placements) {
        record Line(String code, Span<Place> span) {}
        List<Line> lines =
                codes.stream()
                        .flatMap(code ->
                                placements.person(code).spans().stream()
                                        .map(span -> new Line(code, span)))
                        .toList();
        if (lines.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        delete from organization.membership
                        where person in (select id from organization.person where code = any(:codes))
                        """)
                .param("codes", codes.toArray(String[]::new))
                .update();
        jdbc.sql(
                        """
                        insert into organization.membership (person, from_day, until_day, unit, head)
                        select p.id, g.from_day, g.until_day, u.id, g.head
                        from unnest(:codes::text[], :froms::date[], :untils::date[], :units::text[],
                                :heads::boolean[])
                            as g (code, from_day, until_day, unit, head)
                        join organization.person p on p.code = g.code
                        join organization.unit u on u.code = g.unit
                        """)
                .param("codes", texts(lines, Line::code))
                .param("froms", texts(lines, it -> Timeline.written(it.span().from())))
                .param("untils", texts(lines, it -> Timeline.written(it.span().until())))
                .param("units", texts(lines, it -> it.span().state().unit()))
                .param(
                        "heads",
                        lines.stream().map(it -> it.span().state().head()).toArray(Boolean[]::new))
                .update();
    }

    private Map<String, PersonId> ids(List<NewPerson> people, Set<String> others) {
        Set<String> codes = new HashSet<>(others);
        people.forEach(person -> codes.add(person.code()));
        Map<String, PersonId> ids = new HashMap<>();
        jdbc.sql("select code, id from organization.person where code = any(:codes)")
                .param("codes", codes.toArray(String[]::new))
                .query((ResultSet row) -> {
                    ids.put(row.getString(1), new PersonId(row.getLong(2)));
                });
        return ids;
    }

    private static <T> @Nullable String[] texts(
            Collection<T> all, Function<T, @Nullable String> column) {
        return all.stream().map(column).toArray(String[]::new);
    }
}
