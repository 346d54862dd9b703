package io.kollega.demo;

import java.util.List;
import java.util.SplittableRandom;

/** Dice from a fixed seed. The same rolls in the same order give the same company. */
final class Chance {
    private final SplittableRandom random;

    private Chance(SplittableRandom random) {
        this.random = random;
    }

    static Chance of(long seed) {
        return new Chance(new SplittableRandom(seed));
    }

    /** Dice of their own, so that what is rolled with them changes nothing elsewhere. */
    Chance own() {
        return new Chance(random.split());
    }

    boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    /** From 0 to below 1. */
    double share() {
        return random.nextDouble();
    }

    double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    /** From {@code low} to {@code high}, both included. */
    int whole(int low, int high) {
        return random.nextInt(low, high + 1);
    }

    double normal(double mean, double deviation) {
        return random.nextGaussian(mean, deviation);
    }

    /** Log-normal: half of them lie below the median. */
    double around(double median, double spread) {
        return median * Math.exp(random.nextGaussian(0, spread));
    }

    <T> T of(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }

    /** A place in an array of running totals, by its share of the whole. */
    int place(double[] totals) {
        double at = random.nextDouble() * totals[totals.length - 1];
        int found = java.util.Arrays.binarySearch(totals, at);
        int place = found >= 0 ? found + 1 : -found - 1;
        return Math.min(place, totals.length - 1);
    }
}
