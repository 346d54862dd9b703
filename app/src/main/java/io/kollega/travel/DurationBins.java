package io.kollega.travel;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Durations in bins 3 % wide. A bin knows how many it holds and their sum, so that bins of any
 * months and units add up, and a median is read from them within 3 %.
 */
final class DurationBins {
    private static final double BINS_PER_E = 33;

    private final TreeMap<Integer, long[]> bins = new TreeMap<>();
    private long n;

    /** The bin of a duration. */
    static int of(long seconds) {
        return (int) Math.floor(StrictMath.log1p(Math.max(0, seconds)) * BINS_PER_E);
    }

    void add(int bin, long count, long seconds) {
        long[] held = bins.computeIfAbsent(bin, _ -> new long[2]);
        held[0] += count;
        held[1] += seconds;
        n += count;
    }

    long n() {
        return n;
    }

    /** Whether they are few and nearly all the same, which would tell of each. */
    boolean alike() {
        long most = bins.values().stream().mapToLong(held -> held[0]).max().orElse(0);
        return n > 0 && Told.alike(most, n, n);
    }

    /** The middle duration in seconds; 0 where there is none. */
    double median() {
        if (n == 0) {
            return 0;
        }
        return (at((n - 1) / 2) + at(n / 2)) / 2;
    }

    private double at(long place) {
        long seen = 0;
        for (long[] held : bins.values()) {
            seen += held[0];
            if (seen > place) {
                return (double) held[1] / held[0];
            }
        }
        throw new IllegalStateException("there is no duration " + place + " of " + n);
    }

    /** One bin: the mean of its durations and how many they are. */
    record Bin(double seconds, int n) {}

    /** The bins that hold something, the shortest first. */
    List<Bin> all() {
        List<Bin> all = new ArrayList<>(bins.size());
        for (long[] held : bins.values()) {
            all.add(new Bin((double) held[1] / held[0], Math.toIntExact(held[0])));
        }
        return all;
    }
}
