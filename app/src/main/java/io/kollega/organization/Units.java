package io.kollega.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads units as they stood on a day. */
@Component
final class Units {
    /**
     * Each unit by its state on a day; before its first day by the first, after its end by the
     * last.
     */
    private static final String NEAREST =
            """
            select u.id, u.code, s.name, s.english, s.parent
            from organization.unit u
            join lateral (
                select * from organization.unit_state s
                where s.unit = u.id
                order by s.from_day <= :day desc, case when s.from_day <= :day then s.from_day end desc, s.from_day
                limit 1) s on true
            """;

    private final JdbcClient jdbc;

    Units(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Unit> unit(UnitId id, LocalDate day) {
        return jdbc.sql(NEAREST + "where u.id = :id")
                .param("day", day)
                .param("id", id.value())
                .query(Units::unit)
                .optional();
    }

    Optional<Unit> unit(String code, LocalDate day) {
        return jdbc.sql(NEAREST + "where u.code = :code")
                .param("day", day)
                .param("code", code)
                .query(Units::unit)
                .optional();
    }

    /** The unit and those above it, the nearest first. */
    List<UnitId> upwards(UnitId unit, LocalDate day) {
        return jdbc
                .sql(
                        """
                        with recursive upwards (unit, step) as (
                            select :unit, 0
                            union all
                            select s.parent, step + 1 from upwards
                            cross join lateral (
                                select * from organization.unit_state s
                                where s.unit = upwards.unit
                                order by s.from_day <= :day desc,
                                    case when s.from_day <= :day then s.from_day end desc,
                                    s.from_day
                                limit 1) s
                            where s.parent is not null)
                        cycle unit set seen using path
                        select unit from upwards where not seen order by step
                        """)
                .param("unit", unit.value())
                .param("day", day)
                .query((row, _) -> new UnitId(row.getLong(1)))
                .list()
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    List<Unit> on(LocalDate day) {
        return jdbc
                .sql(
                        """
                        select u.id, u.code, s.name, s.english, s.parent
                        from organization.unit u
                        join organization.unit_state s on s.unit = u.id
                        where s.from_day <= :day and s.until_day > :day
                        order by s.name collate "ru-x-icu", u.id
                        """)
                .param("day", day)
                .query(Units::unit)
                .list()
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    static Unit unit(ResultSet row, int number) throws SQLException {
        long parent = row.getLong("parent");
        UnitId above = row.wasNull() ? null : new UnitId(parent);
        return new Unit(
                new UnitId(row.getLong("id")),
                row.getString("code"),
                new Name(row.getString("name"), row.getString("english")),
                above);
    }
}
