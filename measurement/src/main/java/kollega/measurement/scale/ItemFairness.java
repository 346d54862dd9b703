package kollega.measurement.scale;

import java.util.ArrayList;
import java.util.List;
import kollega.measurement.Argument;
import kollega.measurement.Outcome;
import kollega.measurement.scale.MantelHaenszel.Stratum;

/**
 * Differential item functioning of every item of a test between two groups of takers, stratified by
 * the total score.
 */
public final class ItemFairness {

    private ItemFairness() {}

    /**
     * One Mantel-Haenszel test an item; adjust their p-values for the number of items.
     *
     * @param reference answers of the reference group, one row a taker, true for right
     * @param focal answers of the group that might be disadvantaged, over the same items
     */
    public static List<Outcome<MantelHaenszel>> of(boolean[][] reference, boolean[][] focal) {
        Argument.atLeast("reference.length", 1, reference.length);
        Argument.atLeast("focal.length", 1, focal.length);
        int items = reference[0].length;
        long[][][] first = counts("reference", reference, items);
        long[][][] second = counts("focal", focal, items);
        var tests = new ArrayList<Outcome<MantelHaenszel>>();
        for (int j = 0; j < items; j++) {
            var strata = new ArrayList<Stratum>();
            for (int score = 0; score <= items; score++) {
                long[] a = first[j][score];
                long[] b = second[j][score];
                strata.add(new Stratum(a[1], a[0], b[1], b[0]));
            }
            tests.add(MantelHaenszel.of(strata));
        }
        return tests;
    }

    /** Takers by item, score, and wrong (0) or right (1). */
    private static long[][][] counts(String name, boolean[][] answers, int items) {
        var counts = new long[items][items + 1][2];
        for (int i = 0; i < answers.length; i++) {
            Argument.require(
                    answers[i].length == items,
                    name + "[" + i + "].length",
                    answers[i].length,
                    "exactly " + items);
            int score = 0;
            for (boolean right : answers[i]) {
                score += right ? 1 : 0;
            }
            for (int j = 0; j < items; j++) {
                counts[j][score][answers[i][j] ? 1 : 0]++;
            }
        }
        return counts;
    }
}
