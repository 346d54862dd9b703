package kollega.measurement.few;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import kollega.measurement.Argument;
import kollega.measurement.score.Posterior;
import org.hipparchus.random.RandomDataGenerator;

/**
 * Ranks as intervals, the only form in which they may be shown: rank 1 is the highest figure. Ranks
 * of draws from the units' posterior distributions; the same input gives the same intervals.
 *
 * <p>Sources: Laird, N. M. and Louis, T. A. (1989), "Empirical Bayes ranking methods", Journal of
 * Educational Statistics 14, 29-46; Goldstein, H. and Spiegelhalter, D. J. (1996), "League tables
 * and their limitations", Journal of the Royal Statistical Society A 159, 385-443.
 */
public final class RankIntervals {

    private static final int DRAWS = 4000;
    private static final long SEED = 19_960_385;

    private RankIntervals() {}

    /**
     * A unit's rank.
     *
     * @param low the better end, at least 1
     * @param expected the expected rank
     * @param high the worse end, at most the number of units
     */
    public record Rank(int low, double expected, int high) {}

    /** The 90 % rank interval of each unit, in the order given. */
    public static List<Rank> of(List<? extends Posterior> units) {
        return of(units, 0.90);
    }

    /**
     * The rank interval of each unit, in the order given.
     *
     * @param confidence strictly between 0 and 1
     */
    public static List<Rank> of(List<? extends Posterior> units, double confidence) {
        double out = (1 - Argument.between0And1("confidence", confidence)) / 2;
        int m = units.size();
        var random = new RandomDataGenerator(SEED);
        int[][] ranks = new int[m][DRAWS];
        double[] draws = new double[m];
        for (int d = 0; d < DRAWS; d++) {
            for (int i = 0; i < m; i++) {
                draws[i] = units.get(i).draw(random);
            }
            Integer[] order = IntStream.range(0, m).boxed().toArray(Integer[]::new);
            Arrays.sort(order, (x, y) -> Double.compare(draws[y], draws[x]));
            for (int rank = 0; rank < m; rank++) {
                ranks[order[rank]][d] = rank + 1;
            }
        }
        List<Rank> intervals = new ArrayList<>();
        for (int[] ofUnit : ranks) {
            Arrays.sort(ofUnit);
            int low = (int) Math.floor(out * DRAWS);
            intervals.add(
                    new Rank(
                            ofUnit[low],
                            Arrays.stream(ofUnit).average().orElseThrow(),
                            ofUnit[DRAWS - 1 - low]));
        }
        return intervals;
    }
}
