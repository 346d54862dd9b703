package io.kollega.waves;

import io.kollega.answers.Sums;
import io.kollega.organization.Unit;
import io.kollega.organization.UnitId;
import io.kollega.surveys.KeyGroup;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kollega.measurement.disclosure.Atom;
import kollega.measurement.disclosure.AtomPartition;
import kollega.measurement.disclosure.Reason;
import kollega.measurement.disclosure.UnitCount;

/**
 * Which units' answers to one question may be shown: groups of people with too few answers are
 * joined along the tree once and for all, and what is shown is always whole joints. So no sum or
 * difference of anything shown rests on fewer people than promised (method: {@link AtomPartition}).
 */
final class Groups {
    private final List<KeyGroup> groups;
    private final Map<String, Sums> sums;
    private final int threshold;

    /**
     * Of each group the groups with which it is joined, itself included; none if it is not shown.
     */
    private final Map<String, Set<String>> joints = new HashMap<>();

    /**
     * Joins.
     *
     * @param units the tree as it stands
     * @param sums of one question, by groups
     * @param threshold of how many people everything shown consists
     */
    Groups(List<KeyGroup> groups, List<Unit> units, Map<String, Sums> sums, int threshold) {
        this.groups = groups;
        this.sums = sums;
        this.threshold = threshold;
        Map<UnitId, KeyGroup> standsFor = new HashMap<>();
        groups.forEach(group -> standsFor.put(representative(group), group));
        AtomPartition.of(counts(units, standsFor), threshold)
                .atoms()
                .forEach(atom -> join(atom, standsFor));
    }

    private static UnitId representative(KeyGroup group) {
        return group.units().stream().min(Comparator.comparing(UnitId::value)).orElseThrow();
    }

    private List<UnitCount<UnitId>> counts(List<Unit> units, Map<UnitId, KeyGroup> standsFor) {
        Map<UnitId, Optional<UnitId>> parents = new HashMap<>();
        Set<UnitId> existing = units.stream().map(Unit::id).collect(Collectors.toSet());
        units.forEach(unit ->
                parents.put(
                        unit.id(), Optional.ofNullable(unit.parent()).filter(existing::contains)));
        // A unit that was closed meanwhile stands by itself.
        standsFor.keySet().forEach(unit -> parents.putIfAbsent(unit, Optional.empty()));
        return parents.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().value()))
                .map(entry -> {
                    KeyGroup group = standsFor.get(entry.getKey());
                    return new UnitCount<>(
                            entry.getKey(),
                            entry.getValue().orElse(null),
                            group == null ? 0 : group.invited(),
                            group == null ? 0 : (int) of(group).n());
                })
                .toList();
    }

    private void join(Atom<UnitId> atom, Map<UnitId, KeyGroup> standsFor) {
        Set<String> joint = new LinkedHashSet<>();
        for (UnitId unit : atom.units()) {
            KeyGroup group = standsFor.get(unit);
            if (group != null) {
                joint.add(group.id());
            }
        }
        joint.forEach(id -> joints.put(id, joint));
    }

    private Sums of(KeyGroup group) {
        return sums.getOrDefault(group.id(), Sums.NONE);
    }

    /** What may be shown of some units: their sums, or why not. */
    sealed interface Shown {
        record Together(Sums sums) implements Shown {}

        record Hidden(Reason reason) implements Shown {}
    }

    /** The whole campaign. */
    Shown all() {
        return shown(groups);
    }

    /**
     * The own people of these units together.
     *
     * @param units a unit with all units below it
     */
    Shown of(Set<UnitId> units) {
        List<KeyGroup> touched =
                groups.stream()
                        .filter(group -> group.units().stream().anyMatch(units::contains))
                        .toList();
        return touched.stream().allMatch(group -> units.containsAll(group.units()))
                ? shown(touched)
                : new Shown.Hidden(new Reason.CouldBeWorkedOut(threshold));
    }

    private Shown shown(List<KeyGroup> wanted) {
        Sums together = wanted.stream().map(this::of).reduce(Sums.NONE, Sums::plus);
        if (together.n() < threshold) {
            return new Shown.Hidden(new Reason.TooFewRaters(threshold));
        }
        Set<String> ids = wanted.stream().map(KeyGroup::id).collect(Collectors.toSet());
        boolean whole =
                wanted.stream()
                        .filter(group -> of(group).n() > 0)
                        .map(group -> joints.getOrDefault(group.id(), Set.of()))
                        .allMatch(joint -> !joint.isEmpty() && ids.containsAll(joint));
        return whole
                ? new Shown.Together(together)
                : new Shown.Hidden(new Reason.CouldBeWorkedOut(threshold));
    }
}
