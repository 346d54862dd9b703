package io.kollega.organization;

import io.kollega.organization.RosterChange.What;
import io.kollega.organization.RosterColumns.Column;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads files of units: code, name, and if given English name, code of the unit above, day. */
@Component
final class UnitRosters {
    private static final Set<Column> WANTED =
            EnumSet.of(Column.CODE, Column.NAME, Column.ENGLISH, Column.PARENT, Column.FROM);
    private static final Set<Column> NEEDED = EnumSet.of(Column.CODE, Column.NAME);

    private final UnitEditions units;

    UnitRosters(UnitEditions units) {
        this.units = units;
    }

    private record Read(RosterReading.Row row, NewUnit unit) {}

    Roster read(InputStream csv, LocalDate today) throws IOException {
        RosterReading reading = new RosterReading(today);
        List<Read> rows = new ArrayList<>();
        UnitsToday standing = units.of(today);
        Collection<Unit> known = standing.ever().values();
        Map<String, Unit> byCode =
                known.stream().collect(Collectors.toMap(Unit::code, Function.identity()));
        Map<UnitId, String> codes = known.stream().collect(Collectors.toMap(Unit::id, Unit::code));
        reading.read(csv, WANTED, NEEDED, row -> rows.add(new Read(row, unit(row, byCode, codes))));
        checkParents(rows, standing);
        if (!reading.sound()) {
            return new Roster.Unsound(reading.problems());
        }
        return new Roster.OfUnits(
                rows.stream().map(Read::unit).toList(),
                rows.stream()
                        .map(read -> change(read.unit(), byCode.get(read.unit().code()), codes))
                        .toList(),
                reading.encoding());
    }

    /** The unit of a row; what its file does not speak of, it has as it stands. */
    private static NewUnit unit(
            RosterReading.Row row, Map<String, Unit> byCode, Map<UnitId, String> codes) {
        String english = row.cell(Column.ENGLISH);
        if (english.length() > RosterReading.LONGEST_NAME) {
            row.wrong(
                    Column.ENGLISH,
                    english,
                    "organization.expected-shorter",
                    Integer.toString(RosterReading.LONGEST_NAME));
        }
        String code = row.code();
        @Nullable Unit before = byCode.get(code);
        @Nullable String parent = filled(row.cell(Column.PARENT));
        if (before != null && !row.has(Column.PARENT)) {
            parent = before.parent() == null ? null : codes.get(before.parent());
        }
        return new NewUnit(
                code,
                new Name(
                        row.name(Column.NAME),
                        before != null && !row.has(Column.ENGLISH)
                                ? before.name().english()
                                : filled(english)),
                parent,
                row.day());
    }

    private static @Nullable String filled(String cell) {
        return cell.isEmpty() ? null : cell;
    }

    /** Every unit above must exist, in the file or already, and nobody may be above themselves. */
    private static void checkParents(List<Read> rows, UnitsToday units) {
        Map<String, String> above = new HashMap<>();
        Collection<Unit> known = units.ever().values();
        Map<UnitId, String> codes = known.stream().collect(Collectors.toMap(Unit::id, Unit::code));
        Set<String> existing =
                units.existing().stream().map(Unit::code).collect(Collectors.toSet());
        for (Unit unit : known) {
            if (unit.parent() != null) {
                above.put(unit.code(), Objects.requireNonNull(codes.get(unit.parent())));
            }
        }
        for (Read read : rows) {
            existing.add(read.unit().code());
            above.remove(read.unit().code());
            if (read.unit().parentCode() != null) {
                above.put(read.unit().code(), read.unit().parentCode());
            }
        }
        for (Read read : rows) {
            String parent = read.unit().parentCode();
            if (parent != null && !existing.contains(parent)) {
                read.row().wrong(Column.PARENT, parent, "organization.expected-unit");
            } else if (parent != null && circle(read.unit().code(), above)) {
                read.row().wrong(Column.PARENT, parent, "organization.expected-no-circle");
            }
        }
    }

    private static boolean circle(String code, Map<String, String> above) {
        Set<String> seen = new HashSet<>();
        String current = above.get(code);
        while (current != null && seen.add(current)) {
            if (current.equals(code)) {
                return true;
            }
            current = above.get(current);
        }
        return false;
    }

    private static RosterChange change(
            NewUnit unit, @Nullable Unit before, Map<UnitId, String> codes) {
        What what;
        if (before == null) {
            what = What.NEW;
        } else {
            String parent = before.parent() == null ? null : codes.get(before.parent());
            what =
                    !Objects.equals(parent, unit.parentCode())
                            ? What.MOVED
                            : before.name().equals(unit.name()) ? What.SAME : What.RENAMED;
        }
        return new RosterChange(
                unit.code(),
                unit.name().text(),
                Objects.requireNonNullElse(unit.parentCode(), ""),
                what);
    }
}
