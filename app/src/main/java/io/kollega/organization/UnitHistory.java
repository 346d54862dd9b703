package io.kollega.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
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

/** Writes units: what is given from a day on replaces whatever was said from that day on. */
@Component
final class UnitHistory {
    /** The given rows with ids for codes. */
    private static final String GIVEN =
            """
            with given as (
                select u.id as unit, g.code, g.name, g.english, g.parent as parent_code, p.id as parent, g.day
                from unnest(:codes::text[], :names::text[], :englishes::text[], :parents::text[], :days::date[])
                    as g (code, name, english, parent, day)
                join organization.unit u on u.code = g.code
                left join organization.unit p on p.code = g.parent)
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;

    UnitHistory(
            JdbcClient jdbc, TransactionTemplate transactions, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.events = events;
    }

    Map<String, UnitId> bring(List<NewUnit> units) {
        return units.isEmpty()
                ? Map.of()
                : Objects.requireNonNull(transactions.execute(_ -> write(units)));
    }

    private Map<String, UnitId> write(List<NewUnit> units) {
        lock();
        createUnknown(units);
        refuseUnknownParents(units);
        List<NewUnit> changed = changed(units);
        if (!changed.isEmpty()) {
            List<UnitReorganized> moves = moves(changed);
            replace(changed);
            refuseCircles();
            moves.forEach(events::publishEvent);
        }
        return ids(units);
    }

    /** Held while the tree changes, so that two changes at once can't close a circle. */
    private void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('organization.tree'))")
                .query((_, _) -> 0)
                .list();
    }

    private void createUnknown(List<NewUnit> units) {
        jdbc.sql(
                        """
                        insert into organization.unit (code)
                        select g.code from unnest(:codes::text[]) with ordinality as g (code, place)
                        where not exists (select from organization.unit u where u.code = g.code)
                        order by place
                        """)
                .param("codes", texts(units, NewUnit::code))
                .update();
    }

    private void refuseUnknownParents(List<NewUnit> units) {
        given(
                        units,
                        "select parent_code from given where parent_code is not null and parent is null")
                .query((row, _) -> row.getString(1))
                .list()
                .forEach(code -> {
                    throw new IllegalArgumentException("There is no unit " + code);
                });
    }

    private List<NewUnit> changed(List<NewUnit> units) {
        Set<@Nullable String> codes =
                new HashSet<>(
                        given(
                                        units,
                                        """
                                        select code from given g where not exists (
                                            select from organization.unit_state s
                                            where s.unit = g.unit and s.from_day <= g.day and s.until_day = 'infinity'
                                                and (s.name, s.english, s.parent)
                                                    is not distinct from (g.name, g.english, g.parent))
                                        """)
                                .query((row, _) -> row.getString(1))
                                .list());
        return units.stream().filter(unit -> codes.contains(unit.code())).toList();
    }

    private List<UnitReorganized> moves(List<NewUnit> units) {
        return given(
                        units,
                        """
                        select g.unit, s.parent as before, g.parent as after, g.day from given g
                        join organization.unit_state s
                            on s.unit = g.unit and s.from_day <= g.day and s.until_day > g.day
                        where s.parent is distinct from g.parent
                        order by g.unit
                        """)
                .query((row, _) ->
                        new UnitReorganized(
                                new UnitId(row.getLong("unit")),
                                idOrNull(row, "before"),
                                idOrNull(row, "after"),
                                row.getObject("day", LocalDate.class)))
                .list()
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    private void replace(List<NewUnit> units) {
        given(
                        units,
                        """
                        delete from organization.unit_state s using given g
                        where s.unit = g.unit and s.from_day >= g.day
                        """)
                .update();
        given(
                        units,
                        """
                        update organization.unit_state s set until_day = g.day from given g
                        where s.unit = g.unit and s.until_day > g.day
                        """)
                .update();
        given(
                        units,
                        """
                        insert into organization.unit_state (unit, from_day, name, english, parent)
                        select unit, day, name, english, parent from given
                        """)
                .update();
    }

    /** Follows every unit upwards on every day on which something changed. */
    private void refuseCircles() {
        jdbc.sql(
                        """
                        with recursive above as (
                            select d.day, s.unit as start, s.parent
                            from (select distinct from_day as day from organization.unit_state) d
                            join organization.unit_state s on s.from_day <= d.day and s.until_day > d.day
                            where s.parent is not null
                            union
                            select a.day, a.start, s.parent from above a
                            join organization.unit_state s
                                on s.unit = a.parent and s.from_day <= a.day and s.until_day > a.day
                            where s.parent is not null and a.start <> a.parent)
                        select u.code from above a join organization.unit u on u.id = a.start
                        where a.start = a.parent limit 1
                        """)
                .query((row, _) -> row.getString(1))
                .optional()
                .ifPresent(code -> {
                    throw new CircleInTree(code);
                });
    }

    private Map<String, UnitId> ids(List<NewUnit> units) {
        Map<String, UnitId> ids = new HashMap<>();
        jdbc.sql("select code, id from organization.unit where code = any(:codes)")
                .param("codes", texts(units, NewUnit::code))
                .query((row, _) -> ids.put(row.getString(1), new UnitId(row.getLong(2))))
                .list();
        return ids;
    }

    private JdbcClient.StatementSpec given(List<NewUnit> units, String sql) {
        return jdbc.sql(GIVEN + sql)
                .param("codes", texts(units, NewUnit::code))
                .param("names", texts(units, unit -> unit.name().text()))
                .param("englishes", texts(units, unit -> unit.name().english()))
                .param("parents", texts(units, NewUnit::parentCode))
                .param("days", texts(units, unit -> unit.from().toString()));
    }

    private static @Nullable String[] texts(
            List<NewUnit> units, Function<NewUnit, @Nullable String> column) {
        return units.stream().map(column).toArray(String[]::new);
    }

    private static @Nullable UnitId idOrNull(ResultSet row, String column) throws SQLException {
        long id = row.getLong(column);
        return row.wasNull() ? null : new UnitId(id);
    }
}
