package io.kollega.administration;

import io.kollega.organization.Organization;
import io.kollega.organization.Person;
import io.kollega.organization.Unit;
import io.kollega.organization.UnitId;
import io.kollega.permissions.Permission;
import io.kollega.permissions.Requires;
import io.kollega.shell.Rendered;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The tree of units as it stands today. */
@Controller
@Requires(Permission.ADMINISTER)
class UnitsPage {
    private final Organization organization;

    UnitsPage(Organization organization) {
        this.organization = organization;
    }

    @GetMapping("/administration/units")
    Rendered tree() {
        List<Unit> units = organization.units(organization.today());
        Map<UnitId, List<Person>> people =
                organization.everyone(organization.today()).stream()
                        .collect(Collectors.groupingBy(Person::unit));
        Set<UnitId> known = new HashSet<>();
        units.forEach(unit -> known.add(unit.id()));
        Map<@Nullable UnitId, List<Unit>> below = new HashMap<>();
        for (Unit unit : units) {
            UnitId above =
                    unit.parent() != null && known.contains(unit.parent()) ? unit.parent() : null;
            below.computeIfAbsent(above, _ -> new java.util.ArrayList<>()).add(unit);
        }
        return Rendered.of("administration/units", new UnitsView(nodes(null, below, people)));
    }

    private static List<UnitsView.Node> nodes(
            @Nullable UnitId above,
            Map<@Nullable UnitId, List<Unit>> below,
            Map<UnitId, List<Person>> people) {
        return below.getOrDefault(above, List.of()).stream()
                .map(unit -> {
                    List<Person> members = people.getOrDefault(unit.id(), List.of());
                    String head =
                            members.stream()
                                    .filter(Person::head)
                                    .map(Person::fullName)
                                    .findFirst()
                                    .orElse("");
                    return new UnitsView.Node(
                            unit, head, members.size(), nodes(unit.id(), below, people));
                })
                .toList();
    }
}
