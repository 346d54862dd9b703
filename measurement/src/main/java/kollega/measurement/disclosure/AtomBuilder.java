package kollega.measurement.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Merges groups from the bottom of the tree to its top. */
final class AtomBuilder<U> {

    private static final int MORE_ELIGIBLE = 2;

    private final UnitTree<U> tree;
    private final int k;
    private final Map<U, List<Group<U>>> atomsBelow = new HashMap<>();
    private final Map<U, List<Group<U>>> leftBelow = new HashMap<>();

    AtomBuilder(UnitTree<U> tree, int k) {
        this.tree = tree;
        this.k = k;
    }

    List<Atom<U>> build() {
        for (U unit : tree.childrenFirst()) {
            List<Group<U>> atoms = new ArrayList<>();
            List<Group<U>> small = new ArrayList<>();
            UnitCount<U> own = tree.count(unit);
            if (own.respondents() > 0) {
                small.add(new Group<>(own));
            }
            gather(tree.below(unit), atoms, small);
            settle(atoms, small);
            atomsBelow.put(unit, atoms);
            leftBelow.put(unit, small);
        }
        List<Group<U>> atoms = new ArrayList<>();
        List<Group<U>> small = new ArrayList<>();
        gather(tree.tops(), atoms, small);
        settle(atoms, small);
        return atoms.stream().map(Group::atom).toList();
    }

    private void gather(List<U> units, List<Group<U>> atoms, List<Group<U>> small) {
        for (U unit : units) {
            atoms.addAll(atomsBelow.getOrDefault(unit, List.of()));
            small.addAll(leftBelow.getOrDefault(unit, List.of()));
        }
    }

    private void settle(List<Group<U>> atoms, List<Group<U>> small) {
        small.stream().filter(this::suffices).forEach(atoms::add);
        small.removeIf(this::suffices);
        small.sort((a, b) -> Integer.compare(a.respondents, b.respondents));
        Group<U> merged = new Group<>();
        for (Group<U> group : small) {
            merged.add(group);
            if (suffices(merged)) {
                atoms.add(merged);
                merged = new Group<>();
            }
        }
        small.clear();
        if (merged.respondents > 0 && atoms.isEmpty()) {
            small.add(merged);
        } else if (merged.respondents > 0) {
            atoms.stream()
                    .min((a, b) -> Integer.compare(a.respondents, b.respondents))
                    .orElseThrow()
                    .add(merged);
        }
    }

    private boolean suffices(Group<U> group) {
        return group.respondents >= k && group.eligible >= k + MORE_ELIGIBLE;
    }

    /** People on their way into an atom. */
    private static final class Group<U> {
        private final Set<U> units = new LinkedHashSet<>();
        private int eligible;
        private int respondents;

        Group() {}

        Group(UnitCount<U> own) {
            units.add(own.unit());
            eligible = own.eligible();
            respondents = own.respondents();
        }

        void add(Group<U> other) {
            units.addAll(other.units);
            eligible += other.eligible;
            respondents += other.respondents;
        }

        Atom<U> atom() {
            return new Atom<>(units, eligible, respondents);
        }
    }
}
