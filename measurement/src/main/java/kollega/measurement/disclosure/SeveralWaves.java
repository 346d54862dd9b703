package kollega.measurement.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Atoms of a wave, merged until neither any single earlier wave beside it ({@link TwoWaves}) nor
 * all of them together tell of few people. Together they are audited like tables: the basis of all
 * atoms' row space may hold no row that concerns fewer than k people and that earlier waves did not
 * hold by themselves. That matters from the third wave on: three moves of many people each may
 * differ by one person.
 */
final class SeveralWaves<P> {

    private final List<List<Set<P>>> earlier;
    private final List<Set<P>> atoms;
    private final int k;
    private final boolean hidesTurnover;

    /** Which people are in the same atoms of all waves, the later one as it was before merging. */
    private final Map<P, Integer> classOf = new HashMap<>();

    private final List<P> oneOfClass = new ArrayList<>();
    private final int[] people;
    private final boolean[] inOneWaveOnly;

    SeveralWaves(List<List<Set<P>>> earlier, List<Set<P>> atoms, int k, boolean hidesTurnover) {
        this.earlier = earlier;
        this.atoms = atoms;
        this.k = k;
        this.hidesTurnover = hidesTurnover;
        Map<P, List<Integer>> places = new LinkedHashMap<>();
        List<List<Set<P>>> waves = new ArrayList<>(earlier);
        waves.add(atoms);
        for (int wave = 0; wave < waves.size(); wave++) {
            int number = 0;
            for (Set<P> atom : waves.get(wave)) {
                for (P person : atom) {
                    List<Integer> own = places.computeIfAbsent(person, p -> new ArrayList<>());
                    own.add(wave);
                    own.add(number);
                }
                number++;
            }
        }
        Map<List<Integer>, Integer> classes = new HashMap<>();
        List<Integer> sizes = new ArrayList<>();
        List<Boolean> once = new ArrayList<>();
        places.forEach((person, place) -> {
            int own = classes.computeIfAbsent(place, p -> classes.size());
            if (own == sizes.size()) {
                sizes.add(0);
                once.add(place.size() == 2);
                oneOfClass.add(person);
            }
            sizes.set(own, sizes.get(own) + 1);
            classOf.put(person, own);
        });
        people = sizes.stream().mapToInt(Integer::intValue).toArray();
        inOneWaveOnly = new boolean[people.length];
        IntStream.range(0, people.length).forEach(i -> inOneWaveOnly[i] = once.get(i));
    }

    /** The atoms, grouped; none if no grouping is coarse enough. */
    List<List<Integer>> groups() {
        List<List<Integer>> groups =
                new ArrayList<>(IntStream.range(0, atoms.size()).mapToObj(List::of).toList());
        for (boolean settled = false; !settled; ) {
            settled = true;
            for (List<Set<P>> wave : earlier) {
                List<List<Integer>> coarser =
                        new TwoWaves<>(wave, members(groups), k, hidesTurnover).groups();
                if (coarser.size() < groups.size()) {
                    groups = combined(groups, coarser);
                    settled = false;
                }
            }
            BitSet told = settled && earlier.size() > 1 ? toldOfFew(groups) : new BitSet();
            if (!told.isEmpty()) {
                if (groups.size() == 1) {
                    return List.of();
                }
                groups = merged(groups, told);
                settled = false;
            }
        }
        return List.copyOf(groups);
    }

    private List<Set<P>> members(List<List<Integer>> groups) {
        return groups.stream()
                .<Set<P>>map(group ->
                        group.stream()
                                .flatMap(atom -> atoms.get(atom).stream())
                                .collect(Collectors.toCollection(LinkedHashSet::new)))
                .toList();
    }

    private static List<List<Integer>> combined(
            List<List<Integer>> groups, List<List<Integer>> coarser) {
        List<List<Integer>> combined = new ArrayList<>();
        for (List<Integer> together : coarser) {
            combined.add(together.stream().flatMap(group -> groups.get(group).stream()).toList());
        }
        return combined;
    }

    /** A set of few people told by all waves together and not by the earlier ones; or nobody. */
    private BitSet toldOfFew(List<List<Integer>> groups) {
        RowSpace space = new RowSpace(people, 0);
        earlier.forEach(wave -> wave.forEach(atom -> add(space, atom)));
        Set<BitSet> before = space.concerningFewerThan(k);
        members(groups).forEach(atom -> add(space, atom));
        return space.concerningFewerThan(k).stream()
                .filter(set -> !before.contains(set))
                .filter(set -> hidesTurnover || !set.stream().allMatch(i -> inOneWaveOnly[i]))
                .min((a, b) -> Integer.compare(a.nextSetBit(0), b.nextSetBit(0)))
                .orElseGet(BitSet::new);
    }

    private void add(RowSpace space, Set<P> atom) {
        int[] set = atom.stream().mapToInt(this::classNumber).distinct().toArray();
        int[] rest = space.reduce(set);
        int place = space.firstPlace(rest);
        if (place >= 0) {
            space.add(rest, place);
        }
    }

    private int classNumber(P person) {
        return classOf.getOrDefault(person, 0);
    }

    /** Merges the group of someone told with the one that shares most of their earlier atoms. */
    private List<List<Integer>> merged(List<List<Integer>> groups, BitSet told) {
        List<Set<P>> members = members(groups);
        Set<P> neighbours = new HashSet<>();
        for (List<Set<P>> wave : earlier) {
            for (Set<P> atom : wave) {
                if (told.stream().anyMatch(i -> atom.contains(oneOfClass.get(i)))) {
                    neighbours.addAll(atom);
                }
            }
        }
        int own = 0;
        for (int group = 0; group < groups.size(); group++) {
            Set<P> inside = members.get(group);
            if (told.stream().anyMatch(i -> inside.contains(oneOfClass.get(i)))) {
                own = group;
                break;
            }
        }
        int best = own == 0 ? 1 : 0;
        long most = -1;
        for (int other = 0; other < groups.size(); other++) {
            long shared = members.get(other).stream().filter(neighbours::contains).count();
            if (other != own && shared > most) {
                best = other;
                most = shared;
            }
        }
        List<List<Integer>> result = new ArrayList<>(groups);
        List<Integer> together = new ArrayList<>(groups.get(own));
        together.addAll(groups.get(best));
        result.set(Math.min(own, best), List.copyOf(together));
        result.remove(Math.max(own, best));
        return result;
    }
}
