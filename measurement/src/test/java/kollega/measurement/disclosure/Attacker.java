package kollega.measurement.disclosure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Knows who is in which published figure and solves for single people: plain elimination to the
 * reduced row echelon form, modulo a prime of its own.
 */
final class Attacker {

    private static final long PRIME = 1_000_000_007;

    private final int people;
    private final List<long[]> basis = new ArrayList<>();
    private final List<Integer> pivots = new ArrayList<>();

    Attacker(int people, Collection<Set<Integer>> figures) {
        this.people = people;
        figures.forEach(this::learn);
    }

    /** How many people's answers follow exactly. */
    long recoveredPeople() {
        return IntStream.range(0, people).filter(person -> recovers(Set.of(person))).count();
    }

    /** Whether the sum over this set follows exactly. */
    boolean recovers(Set<Integer> set) {
        return pivot(rest(set)) < 0;
    }

    private void learn(Set<Integer> figure) {
        long[] row = rest(figure);
        int pivot = pivot(row);
        if (pivot < 0) {
            return;
        }
        long inverse = power(row[pivot], PRIME - 2);
        for (int i = 0; i < people; i++) {
            row[i] = row[i] * inverse % PRIME;
        }
        for (long[] known : basis) {
            takeAway(known, known[pivot], row);
        }
        basis.add(row);
        pivots.add(pivot);
    }

    private long[] rest(Set<Integer> set) {
        long[] row = new long[people];
        set.forEach(person -> row[person] = 1);
        for (int i = 0; i < basis.size(); i++) {
            takeAway(row, row[pivots.get(i)], basis.get(i));
        }
        return row;
    }

    private void takeAway(long[] row, long factor, long[] other) {
        if (factor != 0) {
            for (int i = 0; i < people; i++) {
                row[i] = (row[i] + (PRIME - factor) * other[i]) % PRIME;
            }
        }
    }

    private int pivot(long[] row) {
        return IntStream.range(0, people).filter(i -> row[i] != 0).findFirst().orElse(-1);
    }

    private static long power(long base, long exponent) {
        long result = 1;
        long square = base;
        for (long bits = exponent; bits > 0; bits >>= 1) {
            if ((bits & 1) == 1) {
                result = result * square % PRIME;
            }
            square = square * square % PRIME;
        }
        return result;
    }
}
