package kollega.measurement.disclosure;

import static kollega.measurement.Argument.atLeast;
import static kollega.measurement.Argument.require;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Units with their children, checked to be a tree or several trees. */
final class UnitTree<U> {

    private final Map<U, UnitCount<U>> counts = new LinkedHashMap<>();
    private final Map<U, List<U>> children = new LinkedHashMap<>();
    private final List<U> tops = new ArrayList<>();
    private final List<U> childrenFirst;

    UnitTree(List<UnitCount<U>> units) {
        atLeast("number of units", 1, units.size());
        for (UnitCount<U> count : units) {
            require(
                    counts.put(count.unit(), count) == null,
                    "unit",
                    count.unit(),
                    "each unit once");
            children.put(count.unit(), new ArrayList<>());
        }
        for (UnitCount<U> count : units) {
            U parent = count.parent();
            if (parent == null) {
                tops.add(count.unit());
                continue;
            }
            List<U> siblings = children.get(parent);
            if (siblings == null) {
                throw new IllegalArgumentException(
                        "parent of " + count.unit() + " is " + parent + ", which is no unit here");
            }
            siblings.add(count.unit());
        }
        List<U> parentsFirst = new ArrayList<>(tops);
        for (int i = 0; i < parentsFirst.size(); i++) {
            parentsFirst.addAll(below(parentsFirst.get(i)));
        }
        childrenFirst = parentsFirst.reversed();
        for (U unit : counts.keySet()) {
            if (childrenFirst.size() < counts.size() && !childrenFirst.contains(unit)) {
                throw new IllegalArgumentException(
                        "unit " + unit + " lies in a cycle of parents; one of them must be a top");
            }
        }
    }

    List<U> tops() {
        return tops;
    }

    /** All units, each after the units below it. */
    List<U> childrenFirst() {
        return childrenFirst;
    }

    UnitCount<U> count(U unit) {
        UnitCount<U> count = counts.get(unit);
        if (count == null) {
            throw new IllegalArgumentException("unit is " + unit + ", which is not in this wave");
        }
        return count;
    }

    /** The units right below a unit. */
    List<U> below(U unit) {
        return children.getOrDefault(unit, List.of());
    }

    /** A unit and all units below it, at any depth. */
    List<U> branch(U unit) {
        List<U> branch = new ArrayList<>();
        branch.add(count(unit).unit());
        for (int i = 0; i < branch.size(); i++) {
            branch.addAll(below(branch.get(i)));
        }
        return branch;
    }
}
