package io.kollega.organization;

import io.kollega.organization.Placements.Place;
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
import java.util.Optional;
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

    private final UnitHistory units;
    private final Memberships memberships;
    private final People people;

    PeopleRosters(UnitHistory units, Memberships memberships, People people) {
        this.units = units;
        this.memberships = memberships;
        this.people = people;
    }

    static List<Rosters.Heading> headings() {
        return WANTED.stream().map(column -> column.heading(NEEDED)).toList();
    }

    Roster read(InputStream csv, LocalDate today) throws IOException {
        RosterReading reading = new RosterReading(today);
        List<NewPerson> read = new ArrayList<>();
        Set<Column> spoken = EnumSet.noneOf(Column.class);
        Tree tree = units.tree();
        Map<String, Long> heads = new HashMap<>();
        reading.read(
                csv,
                WANTED,
                NEEDED,
                row -> {
                    NewPerson person = person(row);
                    read.add(person);
                    WANTED.stream().filter(row::has).forEach(spoken::add);
                    if (!tree.exists(person.unitCode(), person.from())) {
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
        return reading.sound()
                ? checked(read, spoken, today, reading.writtenIn())
                : new Roster.Unsound(reading.problems());
    }

    private Roster checked(
            List<NewPerson> read, Set<Column> spoken, LocalDate today, String writtenIn) {
        List<String> codes = read.stream().map(NewPerson::code).toList();
        Map<String, Person> known =
                people.byCodes(codes, today).stream()
                        .collect(Collectors.toMap(Person::code, Function.identity()));
        Map<String, String> emails = people.emails(known.keySet());
        Placements standing = memberships.placements(codes, List.of());
        List<NewPerson> rows =
                read.stream().map(it -> completed(it, spoken, standing, emails)).toList();
        Placements before = memberships.around(rows);
        Placements after = before.with(rows);
        return new Roster.OfPeople(
                rows,
                rows.stream()
                        .map(it ->
                                change(
                                        it,
                                        what(
                                                it,
                                                before,
                                                known.get(it.code()),
                                                emails.get(it.code())),
                                        after))
                        .toList(),
                writtenIn);
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

    /** The person with what the file does not speak of as on the day of the row. */
    private static NewPerson completed(
            NewPerson person, Set<Column> spoken, Placements standing, Map<String, String> emails) {
        return new NewPerson(
                person.code(),
                person.givenName(),
                person.familyName(),
                spoken.contains(Column.EMAIL) ? person.email() : emails.get(person.code()),
                person.unitCode(),
                spoken.contains(Column.HEAD)
                        ? person.head()
                        : standing.person(person.code())
                                .on(person.from())
                                .filter(new Place(person.unitCode(), true)::equals)
                                .isPresent(),
                person.from());
    }

    private static RosterChange change(NewPerson person, What what, Placements after) {
        return new RosterChange(
                person.code(),
                person.givenName() + " " + person.familyName(),
                person.unitCode(),
                person.from(),
                what == What.MOVED || what == What.PRESENT
                        ? after.person(person.code()).nextAfter(person.from()).orElse(null)
                        : null,
                what);
    }

    private static What what(
            NewPerson person, Placements before, @Nullable Person known, @Nullable String email) {
        if (known == null) {
            return What.NEW;
        }
        Optional<Place> was = before.person(person.code()).on(person.from());
        if (was.isEmpty()) {
            return What.PRESENT;
        }
        if (!was.get().equals(new Place(person.unitCode(), person.head()))) {
            return What.MOVED;
        }
        boolean named =
                known.givenName().equals(person.givenName())
                        && known.familyName().equals(person.familyName());
        if (!named) {
            return What.RENAMED;
        }
        return Objects.equals(email, person.email()) ? What.SAME : What.CHANGED;
    }
}
