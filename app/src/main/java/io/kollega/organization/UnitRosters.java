package io.kollega.organization;

import io.kollega.organization.RosterChange.What;
import io.kollega.organization.RosterColumns.Column;
import io.kollega.organization.Tree.Standing;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads files of units: code, name, and if given English name, code of the unit above, day. */
@Component
final class UnitRosters {
    private static final Set<Column> WANTED =
            EnumSet.of(Column.CODE, Column.NAME, Column.ENGLISH, Column.PARENT, Column.FROM);
    private static final Set<Column> NEEDED = EnumSet.of(Column.CODE, Column.NAME);

    private final UnitHistory history;

    UnitRosters(UnitHistory history) {
        this.history = history;
    }

    static List<Rosters.Heading> headings() {
        return WANTED.stream().map(column -> column.heading(NEEDED)).toList();
    }

    private record Read(RosterReading.Row row, NewUnit unit) {}

    Roster read(InputStream csv, LocalDate today) throws IOException {
        RosterReading reading = new RosterReading(today);
        List<Read> rows = new ArrayList<>();
        Tree before = history.tree();
        reading.read(csv, WANTED, NEEDED, row -> rows.add(new Read(row, unit(row, before))));
        List<NewUnit> units = rows.stream().map(Read::unit).toList();
        Tree after = before.with(units);
        checkParents(rows, before, after);
        if (!reading.sound()) {
            return new Roster.Unsound(reading.problems());
        }
        return new Roster.OfUnits(
                units,
                units.stream().map(it -> change(it, before, after)).toList(),
                reading.writtenIn());
    }

    /** The unit of a row; what its file does not speak of, it has as on the day of the row. */
    private static NewUnit unit(RosterReading.Row row, Tree tree) {
        String english = row.cell(Column.ENGLISH);
        if (english.length() > RosterReading.LONGEST_NAME) {
            row.wrong(
                    Column.ENGLISH,
                    english,
                    "organization.expected-shorter",
                    Integer.toString(RosterReading.LONGEST_NAME));
        }
        String code = row.code();
        LocalDate from = row.day();
        @Nullable Standing standing = tree.unit(code).nearest(from).orElse(null);
        return new NewUnit(
                code,
                new Name(
                        row.name(Column.NAME),
                        standing != null && !row.has(Column.ENGLISH)
                                ? standing.name().english()
                                : filled(english)),
                standing != null && !row.has(Column.PARENT)
                        ? standing.parent()
                        : filled(row.cell(Column.PARENT)),
                from);
    }

    private static @Nullable String filled(String cell) {
        return cell.isEmpty() ? null : cell;
    }

    /** Every unit above must exist, in the file or already, and nobody may be above themselves. */
    private static void checkParents(List<Read> rows, Tree before, Tree after) {
        Map<String, LocalDate> given =
                rows.stream()
                        .map(Read::unit)
                        .collect(Collectors.toMap(NewUnit::code, NewUnit::from, (one, _) -> one));
        Optional<LocalDate> first = given.values().stream().min(LocalDate::compareTo);
        Set<String> circles =
                first.isEmpty() || after.equals(before) ? Set.of() : after.circles(first.get());
        for (Read read : rows) {
            NewUnit unit = read.unit();
            String parent = unit.parentCode();
            if (parent != null
                    && !given.containsKey(parent)
                    && !before.exists(parent, unit.from())) {
                read.row().wrong(Column.PARENT, parent, "organization.expected-unit");
            } else if (circles.contains(unit.code())) {
                read.row()
                        .wrong(
                                Column.PARENT,
                                Objects.requireNonNullElse(parent, ""),
                                "organization.expected-no-circle");
            }
        }
    }

    private static RosterChange change(NewUnit unit, Tree before, Tree after) {
        Optional<Standing> was = before.unit(unit.code()).on(unit.from());
        What what = what(unit, before.unit(unit.code()).spans().isEmpty(), was);
        return new RosterChange(
                unit.code(),
                unit.name().text(),
                Objects.requireNonNullElse(unit.parentCode(), ""),
                unit.from(),
                what == What.SAME
                        ? null
                        : after.unit(unit.code()).nextAfter(unit.from()).orElse(null),
                what);
    }

    private static What what(NewUnit unit, boolean unknown, Optional<Standing> was) {
        if (unknown) {
            return What.NEW;
        }
        if (was.isEmpty()) {
            return What.PRESENT;
        }
        if (!Objects.equals(was.get().parent(), unit.parentCode())) {
            return What.MOVED;
        }
        return was.get().name().equals(unit.name()) ? What.SAME : What.RENAMED;
    }
}
