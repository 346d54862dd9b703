package io.kollega.surveys;

import io.kollega.organization.Organization;
import io.kollega.organization.Person;
import io.kollega.organization.PersonId;
import io.kollega.organization.Unit;
import io.kollega.organization.UnitId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kollega.measurement.disclosure.Atom;
import kollega.measurement.disclosure.AtomPartition;
import kollega.measurement.disclosure.UnitCount;
import org.springframework.stereotype.Component;

/** Who is meant by units and people, and who among them may be told apart. */
@Component
class Audience {
    /** So many people share a key at least: two more than a figure rests on. */
    static final int FEWEST_OF_A_KEY = 7;

    private final Organization organization;

    Audience(Organization organization) {
        this.organization = organization;
    }

    /**
     * Everybody who works here today and is named, or belongs to a unit named or below one.
     *
     * @param units with all units below them
     */
    List<Person> people(Collection<UnitId> units, Collection<PersonId> named) {
        Set<UnitId> within = new HashSet<>(units);
        Map<UnitId, List<UnitId>> below = new HashMap<>();
        for (Unit unit : organization.units(organization.today())) {
            UnitId parent = unit.parent();
            if (parent != null) {
                below.computeIfAbsent(parent, _ -> new ArrayList<>()).add(unit.id());
            }
        }
        List<UnitId> open = new ArrayList<>(units);
        for (int i = 0; i < open.size(); i++) {
            below.getOrDefault(open.get(i), List.of()).stream()
                    .filter(within::add)
                    .forEach(open::add);
        }
        Set<PersonId> wanted = new HashSet<>(named);
        return organization.everyone(organization.today()).stream()
                .filter(person -> within.contains(person.unit()) || wanted.contains(person.id()))
                .toList();
    }

    /**
     * The units of people cut into groups of at least {@link #FEWEST_OF_A_KEY}, along the tree;
     * none if there are fewer people in all.
     */
    List<Set<UnitId>> groups(List<Person> people) {
        Map<UnitId, Long> invited =
                people.stream().collect(Collectors.groupingBy(Person::unit, Collectors.counting()));
        List<Unit> units = organization.units(organization.today());
        Set<UnitId> existing = units.stream().map(Unit::id).collect(Collectors.toSet());
        // The group as such must be large enough; how many of it will answer is not known yet, so
        // the library's second rule, on those who are asked, is met by the first.
        List<UnitCount<UnitId>> counts =
                units.stream()
                        .map(unit -> {
                            int n = invited.getOrDefault(unit.id(), 0L).intValue();
                            UnitId parent = unit.parent();
                            return new UnitCount<>(
                                    unit.id(),
                                    parent != null && existing.contains(parent) ? parent : null,
                                    2 * n,
                                    n);
                        })
                        .toList();
        return AtomPartition.of(counts, FEWEST_OF_A_KEY).atoms().stream().map(Atom::units).toList();
    }
}
