package io.kollega.organization;

import io.kollega.organization.RosterChange.What;
import io.kollega.organization.RosterColumns.Column;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads files of people: code, names, unit, and if given mail address, headship, day. */
@Component
final class PeopleRosters {
    private static final Set<Column> WANTED =
            EnumSet.of(
                    Column.CODE,
                    Column.GIVEN_NAME,
                    Column.FAMILY_NAME,
                    Column.EMAIL,
                    Column.UNIT,
                    Column.HEAD,
                    Column.FROM);
    private static final Set<Column> NEEDED =
            EnumSet.of(Column.CODE, Column.GIVEN_NAME, Column.FAMILY_NAME, Column.UNIT);

    private final Units units;
    private final UnitEditions editions;
    private final People people;

    PeopleRosters(Units units, UnitEditions editions, People people) {
        this.units = units;
        this.editions = editions;
        this.people = people;
    }

    Roster read(InputStream csv, LocalDate today) throws IOException {
        RosterReading reading = new RosterReading(today);
        List<NewPerson> read = new ArrayList<>();
        Set<Column> spoken = EnumSet.noneOf(Column.class);
        Map<LocalDate, Set<String>> unitsOn = new HashMap<>();
        Map<String, Long> heads = new HashMap<>();
        reading.read(
                csv,
                WANTED,
                NEEDED,
                row -> {
                    NewPerson person = person(row);
                    read.add(person);
                    WANTED.stream().filter(row::has).forEach(spoken::add);
                    Set<String> existing =
                            unitsOn.computeIfAbsent(
                                    person.from(),
                                    day ->
                                            units.on(day).stream()
                                                    .map(Unit::code)
                                                    .collect(Collectors.toSet()));
                    if (!existing.contains(person.unitCode())) {
                        row.wrong(Column.UNIT, person.unitCode(), "organization.expected-unit");
                    }
                    Long before =
                            person.head() ? heads.putIfAbsent(person.unitCode(), row.line()) : null;
                    if (before != null) {
                        row.wrong(
                                Column.HEAD,
                                row.cell(Column.HEAD),
                                "organization.expected-one-head",
                                Long.toString(before));
                    }
                });
        if (!reading.sound()) {
            return new Roster.Unsound(reading.problems());
        }
        Map<String, Person> known =
                people.byCodes(read.stream().map(NewPerson::code).toList(), today).stream()
                        .collect(Collectors.toMap(Person::code, Function.identity()));
        Map<String, String> emails = people.emails(known.keySet());
        Map<UnitId, String> codes =
                editions.of(today).ever().values().stream()
                        .collect(Collectors.toMap(Unit::id, Unit::code));
        List<NewPerson> rows =
                read.stream()
                        .map(it -> completed(it, spoken, known.get(it.code()), emails, codes))
                        .toList();
        return new Roster.OfPeople(
                rows,
                rows.stream()
                        .map(it -> change(it, known.get(it.code()), emails.get(it.code()), codes))
                        .toList(),
                reading.encoding());
    }

    private static NewPerson person(RosterReading.Row row) {
        String email = row.cell(Column.EMAIL);
        if (!email.isEmpty() && !RosterReading.isEmail(email)) {
            row.wrong(Column.EMAIL, email, "organization.expected-email");
        }
        return new NewPerson(
                row.code(),
                row.name(Column.GIVEN_NAME),
                row.name(Column.FAMILY_NAME),
                email.isEmpty() ? null : email,
                row.cell(Column.UNIT),
                row.truth(Column.HEAD),
                row.day());
    }

    /** The person with what the file does not speak of as it stands. */
    private static NewPerson completed(
            NewPerson person,
            Set<Column> spoken,
            @Nullable Person before,
            Map<String, String> emails,
            Map<UnitId, String> codes) {
        if (before == null) {
            return person;
        }
        return new NewPerson(
                person.code(),
                person.givenName(),
                person.familyName(),
                spoken.contains(Column.EMAIL) ? person.email() : emails.get(person.code()),
                person.unitCode(),
                spoken.contains(Column.HEAD)
                        ? person.head()
                        : before.head() && person.unitCode().equals(codes.get(before.unit())),
                person.from());
    }

    private static RosterChange change(
            NewPerson person,
            @Nullable Person before,
            @Nullable String email,
            Map<UnitId, String> codes) {
        String name = person.givenName() + " " + person.familyName();
        What what;
        if (before == null) {
            what = What.NEW;
        } else if (!person.unitCode().equals(codes.get(before.unit()))
                || person.head() != before.head()) {
            what = What.MOVED;
        } else {
            what =
                    !before.fullName().equals(name)
                            ? What.RENAMED
                            : Objects.equals(email, person.email()) ? What.SAME : What.CHANGED;
        }
        return new RosterChange(person.code(), name, person.unitCode(), what);
    }
}
