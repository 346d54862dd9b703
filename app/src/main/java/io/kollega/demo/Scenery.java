package io.kollega.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that is written down of the demo company, in files beside the classes.
 *
 * @param units those of today
 * @param former the unit that was merged into accounting
 * @param topics what a unit is asked about besides its services, by the unit's code
 */
record Scenery(
        List<UnitPlan> units,
        UnitPlan former,
        List<ServicePlan> services,
        Map<String, List<String>> topics,
        Sheet phrases) {

    static Scenery read() {
        Sheet company = Sheet.read("company.yml");
        List<UnitPlan> units = company.sheets("units").stream().map(UnitPlan::of).toList();
        UnitPlan former = UnitPlan.of(company.sheets("former").getFirst());
        List<ServicePlan> services = new ArrayList<>();
        Map<String, List<String>> topics = new LinkedHashMap<>();
        List<UnitPlan> ever = new ArrayList<>(units);
        ever.add(former);
        for (UnitPlan unit : ever) {
            if (unit.desk() > 0) {
                Sheet file = Sheet.read("services/" + unit.code() + ".yml");
                String today = file.has("offeredBy") ? file.text("offeredBy") : unit.code();
                file.sheets("services")
                        .forEach(service -> services.add(ServicePlan.of(service, file, today)));
                topics.put(unit.code(), file.texts("topics"));
            }
        }
        return new Scenery(units, former, services, topics, Sheet.read("phrases.yml"));
    }
}
