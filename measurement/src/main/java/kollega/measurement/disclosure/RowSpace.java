package kollega.measurement.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The row space of sets over the prime field of 2^31 - 1, as a reduced basis: every basis row has a
 * column of its own, its pivot, in which it is 1 and all others are 0. So a set lies in the space
 * if its reduction is 0, and a single column if a basis row is nothing but its pivot.
 *
 * <p>Columns without a pivot stand first, so that loops run over the beginning of arrays. When a
 * column becomes a pivot, what each row lost to it stays behind in its place, which makes the
 * latest addition reversible. Mutable; not for use by several threads.
 */
final class RowSpace {

    static final int PRIME = Integer.MAX_VALUE;

    private final int[] weights;
    private final int least;
    private final int[] columnAt;
    private final int[] placeOf;
    private final int[] rowOfPivot;
    private final List<int[]> rows = new ArrayList<>();
    private final List<Integer> pivots = new ArrayList<>();
    private final List<Integer> pivotPlaces = new ArrayList<>();
    private final List<int[]> watched = new ArrayList<>();
    private int free;

    /**
     * @param weights number of people in each column
     * @param least the fewest people that a basis row may concern
     */
    RowSpace(int[] weights, int least) {
        this.weights = weights;
        this.least = least;
        free = weights.length;
        columnAt = new int[free];
        placeOf = new int[free];
        rowOfPivot = new int[free];
        for (int column = 0; column < free; column++) {
            columnAt[column] = column;
            placeOf[column] = column;
            rowOfPivot[column] = -1;
        }
    }

    private RowSpace(RowSpace original) {
        weights = original.weights;
        least = original.least;
        free = original.free;
        columnAt = original.columnAt.clone();
        placeOf = original.placeOf.clone();
        rowOfPivot = original.rowOfPivot.clone();
        original.rows.forEach(row -> rows.add(row.clone()));
        pivots.addAll(original.pivots);
        pivotPlaces.addAll(original.pivotPlaces);
        original.watched.forEach(set -> watched.add(set.clone()));
    }

    RowSpace copy() {
        return new RowSpace(this);
    }

    int rank() {
        return rows.size();
    }

    /** The columns of every basis row that concerns fewer than so many people. */
    Set<BitSet> concerningFewerThan(int people) {
        Set<BitSet> few = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            BitSet columns = new BitSet();
            columns.set(pivots.get(i));
            int[] row = rows.get(i);
            for (int place = 0; place < free; place++) {
                // The prime stands for 0 as well.
                if (row[place] % PRIME != 0) {
                    columns.set(columnAt[place]);
                }
            }
            if (columns.stream().map(column -> weights[column]).sum() < people) {
                few.add(columns);
            }
        }
        return few;
    }

    /** What is left of a set of columns after the basis is taken away from it. */
    int[] reduce(int[] set) {
        long[] sums = new long[free];
        for (int column : set) {
            int row = rowOfPivot[column];
            if (row < 0) {
                sums[placeOf[column]]++;
            } else {
                int[] values = rows.get(row);
                for (int place = 0; place < sums.length; place++) {
                    sums[place] -= values[place];
                }
            }
        }
        int[] rest = new int[placeOf.length];
        for (int place = 0; place < sums.length; place++) {
            rest[place] = (int) Math.floorMod(sums[place], (long) PRIME);
        }
        return rest;
    }

    /** The first place where a reduced set is not 0, or -1 if it lies in the space. */
    int firstPlace(int[] reduced) {
        for (int place = 0; place < free; place++) {
            if (reduced[place] != 0) {
                return place;
            }
        }
        return -1;
    }

    /** Watches a reduced set that must never come to lie in the space. */
    void watch(int[] reduced) {
        watched.add(reduced);
    }

    /**
     * Adds a reduced set that does not lie in the space, unless then a basis row would concern
     * fewer people than the least, or a watched set would lie in the space.
     */
    boolean add(int[] reduced, int place) {
        scale(reduced, inverse(reduced[place]));
        if (concernsFew(reduced, 0, reduced, columnAt[place])) {
            return false;
        }
        for (int i = 0; i < rows.size(); i++) {
            int[] row = rows.get(i);
            if (row[place] != 0 && concernsFew(row, row[place], reduced, pivots.get(i))) {
                return false;
            }
        }
        for (int[] set : watched) {
            if (set[place] != 0 && vanishes(set, set[place], reduced)) {
                return false;
            }
        }
        rows.forEach(row -> subtract(row, row[place], reduced, place));
        watched.forEach(set -> subtract(set, set[place], reduced, place));
        rowOfPivot[columnAt[place]] = rows.size();
        pivots.add(columnAt[place]);
        rows.add(reduced);
        free--;
        swap(place, free);
        pivotPlaces.add(place);
        return true;
    }

    /** Undoes the latest {@link #add}, if no set was watched since. */
    void removeLast() {
        int place = pivotPlaces.removeLast();
        swap(place, free);
        free++;
        int[] removed = rows.removeLast();
        rowOfPivot[pivots.removeLast()] = -1;
        rows.forEach(row -> subtract(row, negative(row[place]), removed, place));
        watched.forEach(set -> subtract(set, negative(set[place]), removed, place));
    }

    /** Whether {@code row - factor * other} concerns fewer people than the least. */
    private boolean concernsFew(int[] row, int factor, int[] other, int pivot) {
        int people = row == other ? 0 : weights[pivot];
        for (int place = 0; place < free; place++) {
            if (people >= least) {
                return false;
            }
            if ((row[place] - (long) factor * other[place]) % PRIME != 0) {
                people += weights[columnAt[place]];
            }
        }
        return people < least;
    }

    private boolean vanishes(int[] set, int factor, int[] other) {
        for (int place = 0; place < free; place++) {
            if ((set[place] - (long) factor * other[place]) % PRIME != 0) {
                return false;
            }
        }
        return true;
    }

    /** Takes a multiple away, but leaves the factor itself behind in {@code place}. */
    private void subtract(int[] row, int factor, int[] other, int place) {
        if (factor != 0) {
            int before = row[place];
            addMultiple(row, negative(factor), other, free);
            row[place] = before;
        }
    }

    /** Two foldings keep a value within 0 and the prime, where the prime stands for 0 as well. */
    private static void addMultiple(int[] row, int factor, int[] other, int length) {
        long by = factor;
        for (int place = 0; place < length; place++) {
            long sum = row[place] + by * other[place];
            sum = (sum & PRIME) + (sum >>> 31);
            sum = (sum & PRIME) + (sum >>> 31);
            row[place] = (int) sum;
        }
    }

    private void scale(int[] row, int factor) {
        for (int place = 0; place < free; place++) {
            row[place] = (int) ((long) row[place] * factor % PRIME);
        }
    }

    private void swap(int a, int b) {
        rows.forEach(row -> swap(row, a, b));
        watched.forEach(set -> swap(set, a, b));
        swap(columnAt, a, b);
        placeOf[columnAt[a]] = a;
        placeOf[columnAt[b]] = b;
    }

    private static void swap(int[] values, int a, int b) {
        int value = values[a];
        values[a] = values[b];
        values[b] = value;
    }

    private static int negative(int value) {
        return value == 0 ? 0 : PRIME - value;
    }

    /** By Fermat: the power of prime - 2. */
    private static int inverse(int value) {
        long power = 1;
        long square = value;
        for (int bits = PRIME - 2; bits > 0; bits >>= 1) {
            if ((bits & 1) == 1) {
                power = power * square % PRIME;
            }
            square = square * square % PRIME;
        }
        return (int) power;
    }
}
