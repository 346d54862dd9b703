package io.kollega.travel;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** What can be worked out from sums that are known: exact, over a large prime field. */
final class Equations {
    private static final long PRIME = Integer.MAX_VALUE;

    private final List<long[]> rows = new ArrayList<>();
    private final List<Integer> pivots = new ArrayList<>();

    void learn(long[] sum) {
        long[] rest = reduced(sum);
        for (int column = 0; column < rest.length; column++) {
            if (rest[column] != 0) {
                long inverse =
                        BigInteger.valueOf(rest[column])
                                .modInverse(BigInteger.valueOf(PRIME))
                                .longValueExact();
                for (int i = 0; i < rest.length; i++) {
                    rest[i] = rest[i] * inverse % PRIME;
                }
                rows.add(rest);
                pivots.add(column);
                return;
            }
        }
    }

    /** Whether a sum follows from those that are known. */
    boolean tell(long[] sum) {
        for (long left : reduced(sum)) {
            if (left != 0) {
                return false;
            }
        }
        return true;
    }

    private long[] reduced(long[] sum) {
        long[] rest = sum.clone();
        for (int row = 0; row < rows.size(); row++) {
            long factor = rest[pivots.get(row)];
            if (factor != 0) {
                for (int i = 0; i < rest.length; i++) {
                    rest[i] = Math.floorMod(rest[i] - factor * rows.get(row)[i], PRIME);
                }
            }
        }
        return rest;
    }
}
