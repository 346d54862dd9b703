package io.kollega.travel;

import io.kollega.organization.Organization;
import io.kollega.organization.Unit;
import io.kollega.organization.UnitId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which division each unit is shown under. When a unit gets another one above it, the requests it
 * had to do with are noted, so that they move in the cells as well.
 */
@Component
final class Groups {
    private final JdbcClient jdbc;
    private final Organization organization;

    Groups(JdbcClient jdbc, Organization organization) {
        this.jdbc = jdbc;
        this.organization = organization;
    }

    /** Brings the groups up to date. Only for the one who folds. */
    Map<UnitId, UnitId> update() {
        Map<UnitId, Unit> every = organization.everyUnit();
        Map<UnitId, UnitId> kept = kept();
        Map<UnitId, UnitId> groups = HashMap.newHashMap(every.size());
        List<Long> moved = new ArrayList<>();
        List<Long> units = new ArrayList<>();
        List<Long> unders = new ArrayList<>();
        for (Unit unit : every.values()) {
            UnitId under = under(unit, every);
            UnitId before = kept.get(unit.id());
            groups.put(unit.id(), under);
            if (!under.equals(before)) {
                units.add(unit.id().value());
                unders.add(under.value());
                if (before != null) {
                    moved.add(unit.id().value());
                }
            }
        }
        if (!units.isEmpty()) {
            jdbc.sql(
                            """
                            insert into travel.grouping
                            select * from unnest(:units::bigint[], :unders::bigint[])
                            on conflict (unit) do update set under = excluded.under\
                            """)
                    .param("units", units.toArray(Long[]::new))
                    .param("unders", unders.toArray(Long[]::new))
                    .update();
        }
        if (!moved.isEmpty()) {
            jdbc.sql(
                            """
                            insert into travel.noted
                            select distinct request from travel.part
                            where level = 'units' and unit = any (:moved)
                            on conflict do nothing\
                            """)
                    .param("moved", moved.toArray(Long[]::new))
                    .update();
        }
        return groups;
    }

    private Map<UnitId, UnitId> kept() {
        Map<UnitId, UnitId> kept = new HashMap<>();
        jdbc.sql("select unit, under from travel.grouping")
                .query(row -> {
                    kept.put(new UnitId(row.getLong(1)), new UnitId(row.getLong(2)));
                });
        return kept;
    }

    /** A division is what stands right above the unit, unless that is the top. */
    private static UnitId under(Unit unit, Map<UnitId, Unit> every) {
        Unit parent = unit.parent() == null ? null : every.get(unit.parent());
        return parent == null || parent.parent() == null ? unit.id() : parent.id();
    }
}
