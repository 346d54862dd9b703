package io.kollega.catalog;

import io.kollega.organization.Unit;
import io.kollega.organization.UnitId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The catalogue, or what was found in it.
 *
 * @param text what was searched for
 * @param units in Russian order; while searching, the best matches first
 * @param others units that offer nothing and can still be asked; none while searching
 */
record CatalogueView(String text, List<UnitServices> units, List<Unit> others) {
    record UnitServices(Unit unit, List<Line> services) {}

    record Line(OfferedService service, Duration solution) {}

    static CatalogueView of(
            String text,
            List<OfferedService> services,
            Map<ServiceId, Standard> inForce,
            List<Unit> units) {
        Map<UnitId, Unit> byId = new LinkedHashMap<>();
        units.forEach(unit -> byId.put(unit.id(), unit));
        Map<UnitId, List<Line>> lines = new LinkedHashMap<>();
        if (text.isEmpty()) {
            byId.keySet().forEach(unit -> lines.put(unit, new ArrayList<>()));
        }
        for (OfferedService service : services) {
            Standard standard = Objects.requireNonNull(inForce.get(service.id()));
            lines.computeIfAbsent(service.unit(), _ -> new ArrayList<>())
                    .add(new Line(service, standard.solution()));
        }
        List<UnitServices> offering = new ArrayList<>();
        List<Unit> others = new ArrayList<>();
        lines.forEach((id, offered) -> {
            Unit unit = byId.get(id);
            if (unit == null) {
                return;
            }
            if (offered.isEmpty()) {
                others.add(unit);
            } else {
                offering.add(new UnitServices(unit, List.copyOf(offered)));
            }
        });
        return new CatalogueView(text, List.copyOf(offering), List.copyOf(others));
    }

    int found() {
        return units.stream().mapToInt(unit -> unit.services().size()).sum();
    }
}
