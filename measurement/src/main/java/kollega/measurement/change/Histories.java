package kollega.measurement.change;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * When units changed, and the ways in which the same histories could have fallen to other units.
 * Units that had changed from the first period on and those that never did are of one kind: neither
 * is seen to change. A unit that is first seen after the first period, and had changed by then,
 * keeps its history in every way: nobody knows what it was before, so it is nothing that could have
 * fallen to another.
 */
final class Histories {
    private final int[] starts;
    private final int periods;
    private final int[] kindStarts;
    private final int[] given;
    private final int[] counts;
    private final int[] moving;

    /**
     * @param firsts the first period in which each unit is seen
     */
    Histories(int[] starts, int[] firsts, int periods) {
        this.starts = starts.clone();
        this.periods = periods;
        moving =
                IntStream.range(0, starts.length)
                        .filter(i -> firsts[i] == 0 || starts[i] > firsts[i])
                        .toArray();
        var kinds = new TreeMap<Integer, Integer>();
        if (moving.length < starts.length) {
            kinds.put(AdoptionEffect.NEVER, 0);
        }
        for (int i : moving) {
            kinds.merge(kind(starts[i]), 1, Integer::sum);
        }
        kindStarts = kinds.keySet().stream().mapToInt(Integer::intValue).toArray();
        counts = kinds.values().stream().mapToInt(Integer::intValue).toArray();
        given =
                IntStream.range(0, starts.length)
                        .map(i ->
                                firsts[i] == 0 || starts[i] > firsts[i]
                                        ? kind(starts[i])
                                        : AdoptionEffect.NEVER)
                        .map(start -> Arrays.binarySearch(kindStarts, start))
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
        int left = moving.length;
        for (int count : counts) {
            for (int i = 1; i <= count; i++) {
                ways = ways * left-- / i;
            }
        }
        return Math.rint(ways);
    }

    /** Whether every way has a mirror image, whose effect is the same with the other sign. */
    boolean mirrored() {
        int[] some = Arrays.stream(counts).filter(count -> count > 0).toArray();
        return some.length == 2 && some[0] == some[1];
    }

    /** Every way; the array is reused. */
    void all(Consumer<int[]> taker) {
        all(given.clone(), counts.clone(), 0, taker);
    }

    private void all(int[] way, int[] left, int place, Consumer<int[]> taker) {
        if (place == moving.length) {
            taker.accept(way);
            return;
        }
        for (int kind = 0; kind < left.length; kind++) {
            if (left[kind] > 0) {
                left[kind]--;
                way[moving[place]] = kind;
                all(way, left, place + 1, taker);
                left[kind]++;
            }
        }
    }

    /** So many ways at random; the array is reused. */
    void random(int times, long seed, Consumer<int[]> taker) {
        var random = new SplittableRandom(seed);
        int[] way = given.clone();
        for (int run = 0; run < times; run++) {
            for (int i = moving.length - 1; i > 0; i--) {
                int other = moving[random.nextInt(i + 1)];
                int drawn = way[other];
                way[other] = way[moving[i]];
                way[moving[i]] = drawn;
            }
            taker.accept(way);
        }
    }
}
