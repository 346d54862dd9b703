package io.kollega.waves;

import io.kollega.answers.Sums;
import java.util.Optional;
import java.util.stream.IntStream;
import kollega.measurement.Interval;
import kollega.measurement.Outcome;
import kollega.measurement.disclosure.PublishedScore;
import kollega.measurement.score.MeanScore;
import kollega.measurement.score.NetScore;
import kollega.measurement.summary.Proportion;

/**
 * One way to turn sums into a figure.
 *
 * @param measure its name
 * @param reading what it makes of sums; empty where nearly everyone answered alike, so that the
 *     figure would tell what each of them said
 */
record Gauge(String measure, Reading reading) {
    private static final double CONFIDENCE = .95;
    private static final int STEPS = 5;
    private static final int FAVOURABLE_FROM = 4;
    private static final double INDEX_OF_A_STEP = 25;

    /** A figure with its interval. */
    record Estimate(double value, double low, double high) {
        Estimate turned(double shift, double factor) {
            return new Estimate(
                    (value + shift) * factor, (low + shift) * factor, (high + shift) * factor);
        }
    }

    /** Reads sums. */
    interface Reading {
        Optional<Estimate> of(Sums sums);
    }

    /** Of answers from 0 to 10; rounded, and a band where nearly everyone answered alike. */
    static Gauge nps() {
        return new Gauge("nps", sums -> Optional.of(net(sums)));
    }

    /** The mean of numbers within a scale. */
    static Gauge mean(Interval scale) {
        return new Gauge("mean", sums -> alike(sums) ? Optional.empty() : student(sums, scale));
    }

    /** The mean of steps from 1 to 5 as 0 to 100. */
    static Gauge index() {
        return new Gauge(
                "index",
                sums ->
                        mean(new Interval(1, STEPS))
                                .reading
                                .of(sums)
                                .map(it -> it.turned(-1, INDEX_OF_A_STEP)));
    }

    /** The share of steps 4 and 5. */
    static Gauge favourable() {
        return new Gauge(
                "favourable",
                sums ->
                        alike(sums)
                                ? Optional.empty()
                                : share(
                                        IntStream.rangeClosed(FAVOURABLE_FROM, STEPS)
                                                .mapToLong(step -> sums.count(String.valueOf(step)))
                                                .sum(),
                                        sums.n()));
    }

    /** The mean over people of their own shares of favourable answers. */
    static Gauge favourableInMean() {
        return new Gauge("favourable", mean(new Interval(0, 1)).reading);
    }

    /** The share of those who chose an option. */
    static Gauge share(String option, boolean several) {
        return new Gauge(
                "share",
                sums ->
                        !several && alike(sums)
                                ? Optional.empty()
                                : share(sums.count(option), sums.n()));
    }

    /** The share of those who were right. */
    static Gauge right() {
        return new Gauge(
                "right",
                sums -> alike(sums) ? Optional.empty() : share(sums.count("right"), sums.n()));
    }

    /** By the rule of {@link PublishedScore}, for every kind of answer. */
    private static boolean alike(Sums sums) {
        long n = sums.n();
        if (sums.counts().isEmpty()) {
            return variance(sums) <= 0;
        }
        long most = sums.counts().values().stream().mapToLong(Long::longValue).max().orElse(0);
        return most == n || n <= 10 && 10 * most >= 9 * n;
    }

    private static double variance(Sums sums) {
        double centred = sums.squares() - sums.sum() * sums.sum() / sums.n();
        return centred <= 1e-12 * Math.max(1, sums.squares()) ? 0 : centred / (sums.n() - 1);
    }

    private static Optional<Estimate> student(Sums sums, Interval scale) {
        double mean = Math.clamp(sums.sum() / sums.n(), scale.low(), scale.high());
        Interval interval =
                new MeanScore(sums.n(), mean, variance(sums), scale).interval(CONFIDENCE);
        return Optional.of(new Estimate(mean, interval.low(), interval.high()));
    }

    private static Optional<Estimate> share(long chosen, long n) {
        return new Proportion(chosen, n).interval(CONFIDENCE)
                        instanceof Outcome.Estimated<Interval>(var interval)
                ? Optional.of(new Estimate((double) chosen / n, interval.low(), interval.high()))
                : Optional.empty();
    }

    private static Estimate net(Sums sums) {
        long[] histogram = new long[11];
        for (int answer = 0; answer < histogram.length; answer++) {
            histogram[answer] = sums.count(String.valueOf(answer));
        }
        return switch (PublishedScore.of(NetScore.ofHistogram(histogram))) {
            case PublishedScore.Rounded(int points, int low, int high) ->
                    new Estimate(points, low, high);
            case PublishedScore.Band(int low, int high) ->
                    new Estimate(low == -100 ? high : high == 100 ? low : 0, low, high);
        };
    }
}
