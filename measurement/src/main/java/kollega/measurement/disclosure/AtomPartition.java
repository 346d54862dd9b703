package kollega.measurement.disclosure;

import static kollega.measurement.Argument.atLeast;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The respondents of a closed wave, split once and for all into atoms of at least k people, of whom
 * at least k + 2 were asked. A figure may be shown for a set of units if the set is a union of
 * atoms.
 *
 * <p>Why that suffices: whatever is published is then a function of the atoms' totals. If some
 * weighted sum of published figures concerned only the people of a set S, it would be a weighted
 * sum of atoms, so S would hold whole atoms, so at least k people or nobody. No number of filters,
 * differences or combinations changes that, and exchanging the answers of two people in an atom
 * changes nothing that is shown. (The argument is that of partitioning a statistical database: Chin
 * and Ozsoyoglu 1981, Statistical database design, ACM Transactions on Database Systems 6.)
 *
 * <p>Atoms follow the tree, from the bottom up: a unit with enough people of its own is an atom;
 * smaller groups below the same unit are merged, the smallest first, until there are enough; who is
 * left over joins the smallest atom below that unit, or, if there is none, is passed up.
 *
 * <p>It must be built from distinct respondents when the wave has closed, and not anew afterwards.
 * Tables by other traits of people need a {@link PublicationAuditor} besides.
 */
public final class AtomPartition<U> {

    private final UnitTree<U> tree;
    private final int k;
    private final List<Atom<U>> atoms;
    private final Map<U, Integer> atomOf = new HashMap<>();

    private AtomPartition(UnitTree<U> tree, int k, List<Atom<U>> atoms) {
        this.tree = tree;
        this.k = k;
        this.atoms = List.copyOf(atoms);
        for (int atom = 0; atom < atoms.size(); atom++) {
            for (U unit : atoms.get(atom).units()) {
                atomOf.put(unit, atom);
            }
        }
    }

    /**
     * Partitions a wave.
     *
     * @param units all units, each naming the one above it; several tops are allowed
     * @param k the fewest people an atom may have, at least 2
     * @throws IllegalArgumentException if there are no units, a unit comes twice, a parent is
     *     missing or parents form a cycle
     */
    public static <U> AtomPartition<U> of(List<UnitCount<U>> units, int k) {
        UnitTree<U> tree = new UnitTree<>(units);
        atLeast("k", 2, k);
        return new AtomPartition<>(tree, k, new AtomBuilder<>(tree, k).build());
    }

    /**
     * The atoms: disjoint, and covering every unit with respondents; none if the whole wave has too
     * few people.
     */
    public List<Atom<U>> atoms() {
        return atoms;
    }

    /** The atom that holds a unit's own people; empty if none of them answered or none is shown. */
    public Optional<Atom<U>> atomOf(U unit) {
        return Optional.ofNullable(atomOf.get(tree.count(unit).unit())).map(atoms::get);
    }

    /** Whether figures of a unit, all units below it included, may be shown. */
    public Verdict unit(U unit) {
        return units(Set.copyOf(tree.branch(unit)));
    }

    /**
     * Whether figures of the own people of these units together may be shown.
     *
     * @throws IllegalArgumentException if one is not in this wave
     */
    public Verdict units(Set<U> units) {
        int respondents = 0;
        Set<Integer> touched = new LinkedHashSet<>();
        for (U unit : units) {
            int own = tree.count(unit).respondents();
            Integer atom = atomOf.get(unit);
            respondents += own;
            if (atom != null) {
                touched.add(atom);
            }
        }
        if (respondents < k || touched.isEmpty()) {
            return Verdict.withheld(new Reason.TooFewRaters(k));
        }
        for (int atom : touched) {
            if (!units.containsAll(atoms.get(atom).units())) {
                return Verdict.withheld(new Reason.CouldBeWorkedOut(k));
            }
        }
        return Verdict.SHOWN;
    }

    /** What may be told of people who were in one wave only, because they joined or left. */
    public enum Turnover {
        /**
         * A difference of waves that concerns nobody else is let through. For surveys in which
         * everyone answers anew: to tell a newcomer's answer from it nobody else may have changed
         * theirs.
         */
        LET_THROUGH,
        /**
         * Such a difference must concern k people like any other. With fewer joiners and leavers
         * than that in the whole company nothing of the wave is shown.
         */
        HIDDEN
    }

    /**
     * This partition with atoms merged so that, put beside earlier waves, it tells nothing of fewer
     * than k people who were moved between units, even if nobody changed their mind.
     *
     * <p>With each earlier wave by itself this is exact: no weighted sum of both waves' atoms in
     * which someone counts who was in both concerns fewer than k people. All waves together are
     * audited as {@link PublicationAuditor} does it: no single person, and no row of the reduced
     * basis that concerns fewer than k. Whoever only joined or left counts among those k.
     *
     * @param members the respondents of each unit when this wave was closed
     * @param earlier the people of each atom of each earlier wave, as they were shown
     * @param turnover what may be told of those who were in one wave only
     * @param <P> a person
     * @return without atoms if no grouping is coarse enough
     */
    public <P> AtomPartition<U> besides(
            Map<U, Set<P>> members, List<List<Set<P>>> earlier, Turnover turnover) {
        List<Set<P>> later =
                atoms.stream()
                        .map(atom ->
                                atom.units().stream()
                                        .flatMap(unit ->
                                                members.getOrDefault(unit, Set.of()).stream())
                                        .collect(Collectors.toUnmodifiableSet()))
                        .toList();
        return new AtomPartition<>(
                tree,
                k,
                new SeveralWaves<>(earlier, later, k, turnover == Turnover.HIDDEN)
                        .groups().stream().map(this::merge).toList());
    }

    private Atom<U> merge(List<Integer> group) {
        Set<U> units = new LinkedHashSet<>();
        int eligible = 0;
        int respondents = 0;
        for (int number : group) {
            Atom<U> atom = atoms.get(number);
            units.addAll(atom.units());
            eligible += atom.eligible();
            respondents += atom.respondents();
        }
        return new Atom<>(units, eligible, respondents);
    }
}
