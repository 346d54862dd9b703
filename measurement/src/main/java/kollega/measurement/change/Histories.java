package kollega.measurement.change;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * When units changed, and the ways in which the same histories could have fallen to other units.
 * Units that had changed from the first period on and those that never did are of one kind: neither
 * is seen to change.
 */
final class Histories {
    private final int[] starts;
    private final int periods;
    private final int[] kindStarts;
    private final int[] given;
    private final int[] counts;

    Histories(int[] starts, int periods) {
        this.starts = starts.clone();
        this.periods = periods;
        var kinds = new TreeMap<Integer, Integer>();
        for (int start : starts) {
            kinds.merge(kind(start), 1, Integer::sum);
        }
        kindStarts = kinds.keySet().stream().mapToInt(Integer::intValue).toArray();
        counts = kinds.values().stream().mapToInt(Integer::intValue).toArray();
        given =
                Arrays.stream(starts)
                        .map(start -> Arrays.binarySearch(kindStarts, kind(start)))
                        .toArray();
    }

    private int kind(int start) {
        return start == 0 || start >= periods ? AdoptionEffect.NEVER : start;
    }

    int kinds() {
        return kindStarts.length;
    }

    /** The kind of each unit's history. */
    int[] given() {
        return given.clone();
    }

    /** 1 in the periods by which a unit with this kind of history had changed. */
    double[] history(int kind) {
        return since(kindStarts[kind]);
    }

    /** The same of each unit, as it was. */
    double[][] indicator() {
        return Arrays.stream(starts).mapToObj(this::since).toArray(double[][]::new);
    }

    private double[] since(int start) {
        var changed = new double[periods];
        if (start < periods) {
            Arrays.fill(changed, start, periods, 1);
        }
        return changed;
    }

    /** In how many ways the histories can be given to the units. */
    double ways() {
        double ways = 1;
        int left = given.length;
        for (int count : counts) {
            for (int i = 1; i <= count; i++) {
                ways = ways * left-- / i;
            }
        }
        return Math.rint(ways);
    }

    /** Whether every way has a mirror image, whose effect is the same with the other sign. */
    boolean mirrored() {
        return counts.length == 2 && counts[0] == counts[1];
    }

    /** Every way; the array is reused. */
    void all(Consumer<int[]> taker) {
        all(new int[given.length], counts.clone(), 0, taker);
    }

    private static void all(int[] way, int[] left, int unit, Consumer<int[]> taker) {
        if (unit == way.length) {
            taker.accept(way);
            return;
        }
        for (int kind = 0; kind < left.length; kind++) {
            if (left[kind] > 0) {
                left[kind]--;
                way[unit] = kind;
                all(way, left, unit + 1, taker);
                left[kind]++;
            }
        }
    }

    /** So many ways at random; the array is reused. */
    void random(int times, long seed, Consumer<int[]> taker) {
        var random = new SplittableRandom(seed);
        int[] way = given.clone();
        for (int run = 0; run < times; run++) {
            for (int i = way.length - 1; i > 0; i--) {
                int other = random.nextInt(i + 1);
                int drawn = way[other];
                way[other] = way[i];
                way[i] = drawn;
            }
            taker.accept(way);
        }
    }
}
