package io.kollega.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps what was read of units for as long as it is true. The statement that would read it says
 * whether it still is, so no change is missed, whichever node or transaction made it.
 */
@Component
final class UnitEditions {
    private static final String READ =
            """
            select e.value as edition, u.* from organization.unit_edition e
            left join lateral (
                select u.id, u.code, s.name, s.english, s.parent,
                    s.from_day <= :day and s.until_day > :day as existing, next.successors, next.on_day
                from organization.unit u
                join lateral (
                    select * from organization.unit_state s
                    where s.unit = u.id
                    order by s.from_day <= :day desc, case when s.from_day <= :day then s.from_day end desc, s.from_day
                    limit 1) s on true
                cross join lateral (
                    select array_agg(successor order by successor) as successors, min(on_day) as on_day
                    from organization.unit_succession where unit = u.id and on_day <= :day) next
                where e.value is distinct from :known::uuid) u on true
            order by u.name collate "ru-x-icu", u.id
            """;

    private final JdbcClient jdbc;
    private volatile @Nullable Edition kept;

    UnitEditions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Edition(UUID value, LocalDate day, UnitsToday units) {}

    UnitsToday of(LocalDate day) {
        Edition known = kept;
        if (known != null && !known.day().equals(day)) {
            known = null;
        }
        Edition newest = read(day, known);
        kept = newest;
        return newest.units();
    }

    private Edition read(LocalDate day, @Nullable Edition known) {
        return jdbc.sql(READ)
                .param("day", day)
                .param("known", known == null ? null : known.value())
                .query((ResultSet rows) -> edition(rows, day, known));
    }

    private static Edition edition(ResultSet rows, LocalDate day, @Nullable Edition known)
            throws SQLException {
        Map<UnitId, Unit> ever = new LinkedHashMap<>();
        List<Unit> existing = new ArrayList<>();
        Map<UnitId, Succession> successions = new LinkedHashMap<>();
        UUID edition = null;
        while (rows.next()) {
            edition = rows.getObject("edition", UUID.class);
            if (known != null && known.value().equals(edition)) {
                return known;
            }
            if (rows.getObject("id") != null) {
                Unit unit = Units.unit(rows, rows.getRow());
                ever.put(unit.id(), unit);
                if (rows.getBoolean("existing")) {
                    existing.add(unit);
                } else if (rows.getArray("successors") != null) {
                    successions.put(unit.id(), succession(rows));
                }
            }
        }
        return new Edition(
                Objects.requireNonNull(edition, "The row of the edition is gone."),
                day,
                new UnitsToday(
                        Collections.unmodifiableMap(ever),
                        List.copyOf(existing),
                        Collections.unmodifiableMap(successions)));
    }

    private static Succession succession(ResultSet row) throws SQLException {
        return new Succession(
                Arrays.stream((Long[]) row.getArray("successors").getArray())
                        .map(UnitId::new)
                        .collect(Collectors.toUnmodifiableSet()),
                row.getObject("on_day", LocalDate.class));
    }
}
