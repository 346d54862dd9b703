package io.kollega.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads people with the unit they belonged to on a day. */
@Component
final class People {
    /** The membership of a day; of who has left, the last; of who is to come, the first. */
    private static final String MEMBERSHIP =
            """
            join lateral (
                select * from organization.membership m
                where m.person = p.id
                order by m.from_day <= :day desc, case when m.from_day <= :day then m.from_day end desc, m.from_day
                limit 1) m on true
            """;

    private static final String NEAREST =
            """
            select p.id, p.code, p.given_name, p.family_name, m.unit,
                m.head and m.until_day > :day as head
            from organization.person p
            """
                    + MEMBERSHIP;

    private static final String ON_DAY =
            """
            select person as id, code, given_name, family_name, unit, head
            from organization.colleague
            where from_day <= :day and until_day > :day
            """;

    private static final String BY_NAME =
            " order by family_name collate \"ru-x-icu\", given_name collate \"ru-x-icu\", id";

    private static final int MOST_TO_CHOOSE = 12;

    private final JdbcClient jdbc;

    People(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Person> byIds(Collection<PersonId> ids, LocalDate day) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return list(
                jdbc.sql(NEAREST + "where p.id = any(:ids)" + BY_NAME)
                        .param("day", day)
                        .param("ids", ids.stream().map(PersonId::value).toArray(Long[]::new)));
    }

    /** These people and those of a unit by one statement. */
    PeopleToday withUnit(Collection<PersonId> ids, UnitId unit, LocalDate day) {
        Map<PersonId, Person> all = new LinkedHashMap<>();
        List<Person> ofUnit = new ArrayList<>();
        jdbc.sql(
                        """
                        select p.id, p.code, p.given_name, p.family_name, m.unit,
                            m.head and m.until_day > :day as head,
                            m.unit = :unit and m.from_day <= :day and m.until_day > :day as of_unit
                        from organization.person p
                        """
                                + MEMBERSHIP
                                + """
                                where p.id in (
                                    select unnest(:ids::bigint[])
                                    union
                                    select person from organization.membership
                                    where unit = :unit and from_day <= :day and until_day > :day)
                                """
                                + BY_NAME)
                .param("day", day)
                .param("unit", unit.value())
                .param("ids", ids.stream().map(PersonId::value).toArray(Long[]::new))
                .query(row -> {
                    Person person = person(row, row.getRow());
                    all.put(person.id(), person);
                    if (row.getBoolean("of_unit")) {
                        ofUnit.add(person);
                    }
                });
        return new PeopleToday(all, List.copyOf(ofUnit));
    }

    List<Person> byCodes(Collection<String> codes, LocalDate day) {
        return list(
                jdbc.sql(NEAREST + "where p.code = any(:codes)")
                        .param("day", day)
                        .param("codes", codes.toArray(String[]::new)));
    }

    /** The mail addresses of those among these who have one, by code. */
    Map<String, String> emails(Collection<String> codes) {
        Map<String, String> emails = new HashMap<>();
        jdbc.sql(
                        """
                        select code, email from organization.person
                        where code = any(:codes) and email is not null
                        """)
                .param("codes", codes.toArray(String[]::new))
                .query(row -> {
                    emails.put(row.getString("code"), row.getString("email"));
                });
        return emails;
    }

    /** The mail addresses of those among these who have one. */
    Map<PersonId, String> emailsOf(Collection<PersonId> people) {
        Map<PersonId, String> emails = new HashMap<>();
        jdbc.sql(
                        """
                        select id, email from organization.person
                        where id = any(:people) and email is not null
                        """)
                .param("people", people.stream().map(PersonId::value).toArray(Long[]::new))
                .query(row -> {
                    emails.put(new PersonId(row.getLong("id")), row.getString("email"));
                });
        return emails;
    }

    Optional<Person> byCode(String code, LocalDate day) {
        return jdbc.sql(NEAREST + "where p.code = :code")
                .param("day", day)
                .param("code", code)
                .query(People::person)
                .optional();
    }

    List<Person> of(UnitId unit, LocalDate day) {
        return list(
                jdbc.sql(ON_DAY + "and unit = :unit" + BY_NAME)
                        .param("day", day)
                        .param("unit", unit.value()));
    }

    List<Person> on(LocalDate day) {
        return list(jdbc.sql(ON_DAY + BY_NAME).param("day", day));
    }

    List<Person> search(String words, LocalDate day, int limit) {
        String pattern = pattern(words);
        if (pattern.isEmpty()) {
            return List.of();
        }
        return list(
                jdbc.sql(
                                ON_DAY
                                        + """
                                        and person in (
                                            select id from organization.person where search like :pattern)
                                        """
                                        + BY_NAME
                                        + " limit :limit")
                        .param("day", day)
                        .param("pattern", pattern)
                        .param("limit", limit));
    }

    /** People by id from after one on, of a unit or of the company. */
    List<Person> after(long id, @Nullable Long unit, LocalDate day, int limit) {
        return list(
                jdbc.sql(
                                ON_DAY
                                        + """
                                        and person > :after and (:unit::bigint is null or unit = :unit)
                                        order by person limit :limit
                                        """)
                        .param("day", day)
                        .param("after", id)
                        .param("unit", unit)
                        .param("limit", limit));
    }

    PersonChoice choose(String typed, LocalDate day) {
        String text = typed.strip();
        int open = text.lastIndexOf('(');
        String code =
                open > 0 && text.endsWith(")") ? text.substring(open + 1, text.length() - 1) : text;
        Optional<Person> exact =
                byCode(code, day).filter(person -> unitOf(person.id(), day).isPresent());
        if (exact.isPresent()) {
            return new PersonChoice.One(exact.get());
        }
        List<Person> found = search(text, day, MOST_TO_CHOOSE);
        return switch (found.size()) {
            case 0 -> new PersonChoice.Nobody();
            case 1 -> new PersonChoice.One(found.getFirst());
            default -> new PersonChoice.Several(found);
        };
    }

    /** Words of a name in either order, each from its beginning. */
    static String pattern(String words) {
        String plain =
                Normalizer.normalize(words, Normalizer.Form.NFC)
                        .strip()
                        .toLowerCase(Locale.ROOT)
                        .replace('ё', 'е')
                        .replaceAll("[\\\\%_]", "")
                        .replaceAll("\\s+", "% ");
        return plain.isEmpty() ? "" : "% " + plain + "%";
    }

    Optional<UnitId> unitOf(PersonId person, LocalDate day) {
        return jdbc.sql(
                        """
                        select unit from organization.membership
                        where person = :person and from_day <= :day and until_day > :day
                        """)
                .param("person", person.value())
                .param("day", day)
                .query((row, _) -> new UnitId(row.getLong(1)))
                .optional();
    }

    Optional<PersonId> headOf(UnitId unit, LocalDate day) {
        return jdbc.sql(
                        """
                        select person from organization.membership
                        where unit = :unit and head and from_day <= :day and until_day > :day
                        order by from_day desc limit 1
                        """)
                .param("unit", unit.value())
                .param("day", day)
                .query((row, _) -> new PersonId(row.getLong(1)))
                .optional();
    }

    private static List<Person> list(JdbcClient.StatementSpec statement) {
        return statement.query(People::person).list().stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    static Person person(ResultSet row, int number) throws SQLException {
        return new Person(
                new PersonId(row.getLong("id")),
                row.getString("code"),
                row.getString("given_name"),
                row.getString("family_name"),
                new UnitId(row.getLong("unit")),
                row.getBoolean("head"));
    }
}
