package kollega.measurement.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/** Looks for few people about whom two waves tell something, by elimination and nothing else. */
final class SmallSets {

    private SmallSets() {}

    /** Sets of fewer than k (at most 3) people, one of them in both waves, that are disclosed. */
    static List<BitSet> disclosed(
            List<Set<Integer>> first, List<Set<Integer>> second, int people, int k) {
        List<BitSet> figures = new ArrayList<>();
        BitSet inFirst = union(first);
        BitSet inBoth = union(second);
        inBoth.and(inFirst);
        for (List<Set<Integer>> wave : List.of(first, second)) {
            for (Set<Integer> atom : wave) {
                figures.add(bits(atom));
            }
        }
        List<BitSet> disclosed = new ArrayList<>();
        for (int a = 0; a < people; a++) {
            for (int b = a; b < (k > 2 ? people : a + 1); b++) {
                BitSet set = new BitSet();
                set.set(a);
                set.set(b);
                BitSet inOne = (BitSet) set.clone();
                inOne.andNot(inBoth);
                if (known(figures, set, people) > known(figures, inOne, people)) {
                    disclosed.add(set);
                }
            }
        }
        return disclosed;
    }

    /** How many independent sums over nobody but this set can be worked out. */
    private static int known(List<BitSet> figures, BitSet set, int people) {
        List<BitSet> others = new ArrayList<>();
        for (BitSet figure : figures) {
            BitSet rest = (BitSet) figure.clone();
            rest.andNot(set);
            others.add(rest);
        }
        return RationalRank.of(figures, people) - RationalRank.of(others, people);
    }

    private static BitSet union(List<Set<Integer>> atoms) {
        BitSet union = new BitSet();
        atoms.forEach(atom -> union.or(bits(atom)));
        return union;
    }

    private static BitSet bits(Set<Integer> people) {
        BitSet bits = new BitSet();
        people.forEach(bits::set);
        return bits;
    }
}
