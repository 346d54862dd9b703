package kollega.measurement.disclosure;

import static kollega.measurement.Argument.atLeast;
import static kollega.measurement.Argument.within;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Decides, table by table, whether one more table of sums over sets of people may be published
 * beside all that was admitted before: the hierarchy, filters, earlier waves with those who joined
 * and left.
 *
 * <p>What readers can work out exactly are the weighted sums of what is published, the row space of
 * its sets. A table is admitted only if that space, with it, holds no single person and no cell of
 * fewer than k people of any table that was ever submitted; nor may a row of the reduced basis
 * concern fewer than k. The test is exact, by elimination modulo the prime 2^31 - 1 (Chin and
 * Ozsoyoglu 1982, Auditing and inference control in statistical databases, IEEE Transactions on
 * Software Engineering 8). Modulo a prime a space can only seem larger where a minor happens to be
 * a multiple of it, so what it misses in theory is a sum with weights around 2^31.
 *
 * <p>It does not look for every set of fewer than k people, which would be NP-hard; where that is
 * needed publish unions of an {@link AtomPartition}. It does not see intervals either; see {@link
 * HiddenRanges}. To take the same person in two waves for the same column assumes the worst, that
 * nobody changed their mind.
 */
public final class PublicationAuditor {

    /**
     * A table to be published.
     *
     * @param name what to call it in messages
     * @param cells for each cell the numbers of its columns; a column is one person or people who
     *     are always together. Cells of fewer than k people are hidden and kept hidden
     */
    public record Table(String name, List<Set<Integer>> cells) {
        public Table {
            cells = cells.stream().map(Set::copyOf).toList();
        }
    }

    /**
     * What an audit found.
     *
     * @param verdicts one for each table, in the order they were given
     * @param auditor the auditor to ask next, which knows the admitted tables
     */
    public record Audit(List<Verdict> verdicts, PublicationAuditor auditor) {}

    private final int k;
    private final int[] people;
    private final RowSpace space;

    private PublicationAuditor(int k, int[] people, RowSpace space) {
        this.k = k;
        this.people = people;
        this.space = space;
    }

    /**
     * An auditor before anything is published.
     *
     * @param k the fewest people a figure may concern, at least 2
     * @param people number of people in each column, each at least 1; 1 where every person is a
     *     column of their own
     */
    public static PublicationAuditor of(int k, int... people) {
        atLeast("k", 2, k);
        for (int column = 0; column < people.length; column++) {
            atLeast("people[" + column + "]", 1, people[column]);
        }
        int[] copy = people.clone();
        return new PublicationAuditor(k, copy, new RowSpace(copy, k));
    }

    /** The number of independent figures that readers know. */
    public int rank() {
        return space.rank();
    }

    /** Audits tables in their order; each is judged with those admitted before it. */
    public Audit admit(List<Table> tables) {
        return admit(tables, IntStream.range(0, tables.size()).boxed().toList());
    }

    /**
     * Audits the tables that concern most people first, so that of tables that exclude each other
     * the larger is kept.
     */
    public Audit admitLargestFirst(List<Table> tables) {
        return admit(
                tables,
                IntStream.range(0, tables.size())
                        .boxed()
                        .sorted(Comparator.comparingInt(i -> -size(tables.get(i))))
                        .toList());
    }

    private Audit admit(List<Table> tables, List<Integer> order) {
        RowSpace next = space.copy();
        boolean[] hides = new boolean[tables.size()];
        for (int number = 0; number < hides.length; number++) {
            hides[number] = watch(next, tables.get(number));
        }
        Verdict[] verdicts = new Verdict[tables.size()];
        for (int number : order) {
            verdicts[number] = admit(next, tables.get(number), hides[number]);
        }
        return new Audit(List.of(verdicts), new PublicationAuditor(k, people, next));
    }

    /** Keeps the table's small cells hidden from now on; false if one can be worked out already. */
    private boolean watch(RowSpace next, Table table) {
        boolean hidden = true;
        for (Set<Integer> cell : table.cells) {
            int size = size(cell);
            if (size > 0 && size < k) {
                int[] reduced = next.reduce(columns(cell));
                if (next.firstPlace(reduced) < 0) {
                    hidden = false;
                } else {
                    next.watch(reduced);
                }
            }
        }
        return hidden;
    }

    private Verdict admit(RowSpace next, Table table, boolean hides) {
        List<int[]> shown =
                table.cells.stream()
                        .filter(cell -> size(cell) >= k)
                        .map(PublicationAuditor::columns)
                        .toList();
        if (shown.isEmpty()) {
            return Verdict.withheld(new Reason.TooFewRaters(k));
        }
        int before = next.rank();
        if (hides && publish(next, shown)) {
            return Verdict.SHOWN;
        }
        while (next.rank() > before) {
            next.removeLast();
        }
        return Verdict.withheld(new Reason.CouldBeWorkedOut(k));
    }

    private static boolean publish(RowSpace next, List<int[]> shown) {
        for (int[] cell : shown) {
            int[] reduced = next.reduce(cell);
            int place = next.firstPlace(reduced);
            if (place >= 0 && !next.add(reduced, place)) {
                return false;
            }
        }
        return true;
    }

    private static int[] columns(Set<Integer> cell) {
        return cell.stream().mapToInt(Integer::intValue).toArray();
    }

    private int size(Table table) {
        return table.cells.stream().mapToInt(this::size).sum();
    }

    private int size(Set<Integer> cell) {
        int size = 0;
        for (int column : cell) {
            size += people[within("column", 0, people.length - 1, column)];
        }
        return size;
    }
}
