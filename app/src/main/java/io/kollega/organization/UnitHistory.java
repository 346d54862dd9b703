package io.kollega.organization;

import io.kollega.organization.Timeline.Span;
import io.kollega.organization.Tree.Standing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads and writes names and places of units from day to day. */
@Component
final class UnitHistory {
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;

    UnitHistory(
            JdbcClient jdbc, TransactionTemplate transactions, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.events = events;
    }

    Tree tree() {
        Map<String, List<Span<Standing>>> spans = new HashMap<>();
        jdbc.sql(
                        """
                        select u.code, s.from_day, s.until_day, s.name, s.english, p.code as parent
                        from organization.unit_state s
                        join organization.unit u on u.id = s.unit
                        left join organization.unit p on p.id = s.parent
                        order by s.from_day
                        """)
                .query((ResultSet row) -> {
                    spans.computeIfAbsent(row.getString("code"), _ -> new ArrayList<>())
                            .add(span(row));
                });
        return new Tree(
                spans.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        unit -> new Timeline<>(unit.getValue()))));
    }

    private static Span<Standing> span(ResultSet row) throws SQLException {
        return new Span<>(
                row.getObject("from_day", LocalDate.class),
                row.getObject("until_day", LocalDate.class),
                new Standing(
                        new Name(row.getString("name"), row.getString("english")),
                        row.getString("parent")));
    }

    Map<String, UnitId> bring(List<NewUnit> units) {
        return units.isEmpty()
                ? Map.of()
                : Objects.requireNonNull(transactions.execute(_ -> write(units)));
    }

    private Map<String, UnitId> write(List<NewUnit> units) {
        lock();
        createUnknown(units);
        Map<String, UnitId> ids = ids();
        refuseUnknownParents(units, ids);
        Tree before = tree();
        Tree after = before.with(units);
        List<NewUnit> changed =
                units.stream()
                        .filter(it -> !after.unit(it.code()).equals(before.unit(it.code())))
                        .toList();
        if (!changed.isEmpty()) {
            refuseCircles(changed, after);
            replace(changed.stream().map(NewUnit::code).collect(Collectors.toSet()), after);
            moves(changed, before, after, ids).forEach(events::publishEvent);
        }
        ids.keySet().retainAll(units.stream().map(NewUnit::code).collect(Collectors.toSet()));
        return ids;
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

    private static void refuseUnknownParents(List<NewUnit> units, Map<String, UnitId> known) {
        for (NewUnit unit : units) {
            if (unit.parentCode() != null && !known.containsKey(unit.parentCode())) {
                throw new IllegalArgumentException("There is no unit " + unit.parentCode());
            }
        }
    }

    private static void refuseCircles(List<NewUnit> changed, Tree after) {
        LocalDate first =
                changed.stream().map(NewUnit::from).min(LocalDate::compareTo).orElseThrow();
        after.circles(first).stream()
                .sorted()
                .findFirst()
                .ifPresent(code -> {
                    throw new CircleInTree(code);
                });
    }

    private static List<UnitReorganized> moves(
            List<NewUnit> changed, Tree before, Tree after, Map<String, UnitId> ids) {
        List<UnitReorganized> moves = new ArrayList<>();
        for (NewUnit unit : changed) {
            Standing was = before.unit(unit.code()).on(unit.from()).orElse(null);
            Standing is = after.unit(unit.code()).on(unit.from()).orElseThrow();
            if (was != null && !Objects.equals(was.parent(), is.parent())) {
                moves.add(
                        new UnitReorganized(
                                Objects.requireNonNull(ids.get(unit.code())),
                                was.parent() == null ? null : ids.get(was.parent()),
                                is.parent() == null ? null : ids.get(is.parent()),
                                unit.from()));
            }
        }
        return moves;
    }

    private void replace(Set<String> codes, Tree tree) {
        record Line(String code, Span<Standing> span) {}
        List<Line> lines =
                codes.stream()
                        .flatMap(code ->
                                tree.unit(code).spans().stream().map(span -> new Line(code, span)))
                        .toList();
        jdbc.sql(
                        """
                        delete from organization.unit_state
                        where unit in (select id from organization.unit where code = any(:codes))
                        """)
                .param("codes", codes.toArray(String[]::new))
                .update();
        jdbc.sql(
                        """
                        insert into organization.unit_state (unit, from_day, until_day, name, english, parent)
                        select u.id, g.from_day, g.until_day, g.name, g.english, p.id
                        from unnest(:codes::text[], :froms::date[], :untils::date[], :names::text[],
                                :englishes::text[], :parents::text[])
                            as g (code, from_day, until_day, name, english, parent)
                        join organization.unit u on u.code = g.code
                        left join organization.unit p on p.code = g.parent
                        """)
                .param("codes", texts(lines, Line::code))
                .param("froms", texts(lines, it -> Timeline.written(it.span().from())))
                .param("untils", texts(lines, it -> Timeline.written(it.span().until())))
                .param("names", texts(lines, it -> it.span().state().name().text()))
                .param("englishes", texts(lines, it -> it.span().state().name().english()))
                .param("parents", texts(lines, it -> it.span().state().parent()))
                .update();
    }

    private Map<String, UnitId> ids() {
        Map<String, UnitId> ids = new HashMap<>();
        jdbc.sql("select code, id from organization.unit")
                .query((ResultSet row) -> {
                    ids.put(row.getString(1), new UnitId(row.getLong(2)));
                });
        return ids;
    }

    private static <T> @Nullable String[] texts(
            Collection<T> all, Function<T, @Nullable String> column) {
        return all.stream().map(column).toArray(String[]::new);
    }
}
