package kollega.measurement.disclosure;

import java.util.BitSet;
import java.util.List;

/** Rank of small 0/1 matrices by fraction-free elimination over the integers (Bareiss 1968). */
final class RationalRank {

    private RationalRank() {}

    static int of(List<BitSet> rows, int columns) {
        long[][] m = new long[rows.size()][columns];
        for (int i = 0; i < m.length; i++) {
            for (int j = 0; j < columns; j++) {
                m[i][j] = rows.get(i).get(j) ? 1 : 0;
            }
        }
        int rank = 0;
        long previous = 1;
        for (int column = 0; column < columns && rank < m.length; column++) {
            int pivot = rank;
            while (pivot < m.length && m[pivot][column] == 0) {
                pivot++;
            }
            if (pivot == m.length) {
                continue;
            }
            long[] swap = m[rank];
            m[rank] = m[pivot];
            m[pivot] = swap;
            for (int i = rank + 1; i < m.length; i++) {
                for (int j = columns - 1; j >= column; j--) {
                    m[i][j] =
                            Math.subtractExact(
                                            Math.multiplyExact(m[rank][column], m[i][j]),
                                            Math.multiplyExact(m[i][column], m[rank][j]))
                                    / previous;
                }
            }
            previous = m[rank][column];
            rank++;
        }
        return rank;
    }
}
