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
        List<NewPerson> rows = new ArrayList<>();
        Map<LocalDate, Set<String>> unitsOn = new HashMap<>();
        Map<String, Long> heads = new HashMap<>();
        reading.read(
                csv,
                WANTED,
                NEEDED,
                row -> {
                    NewPerson person = person(row);
                    rows.add(person);
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
                people.byCodes(rows.stream().map(NewPerson::code).toList(), today).stream()
                        .collect(Collectors.toMap(Person::code, Function.identity()));
        Map<UnitId, String> codes =
                editions.of(today).ever().values().stream()
                        .collect(Collectors.toMap(Unit::id, Unit::code));
        return new Roster.OfPeople(
                rows, rows.stream().map(it -> change(it, known.get(it.code()), codes)).toList());
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

    private static RosterChange change(
            NewPerson person, @Nullable Person before, Map<UnitId, String> codes) {
        String name = person.givenName() + " " + person.familyName();
        What what;
        if (before == null) {
            what = What.NEW;
        } else if (!person.unitCode().equals(codes.get(before.unit()))
                || person.head() != before.head()) {
            what = What.MOVED;
        } else {
            what = before.fullName().equals(name) ? What.SAME : What.RENAMED;
        }
        return new RosterChange(person.code(), name, person.unitCode(), what);
    }
}
