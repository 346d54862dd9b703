package kollega.measurement.summary;

import static kollega.measurement.Argument.atLeast;
import static kollega.measurement.Argument.require;
import static kollega.measurement.Argument.share;

import java.util.Arrays;
import kollega.measurement.Argument;
import kollega.measurement.Outcome;

/**
 * How long things took, in whole seconds: count, exact total, and quantiles within a relative error
 * of {@value #RELATIVE_ERROR}.
 *
 * <p>Durations are counted in buckets whose bounds grow by the factor (1 + e) / (1 - e), e being
 * the relative error: DDSketch without its limit of buckets (Masson, Rim and Lee 2019, DDSketch: a
 * fast and fully-mergeable quantile sketch with relative-error guarantees, Proceedings of the VLDB
 * Endowment 12). For durations of up to a year there are fewer than 900 buckets; those without a
 * count take no space.
 */
public final class DurationSummary implements Summary<DurationSummary> {

    /** The largest error of a quantile as a share of its true value. */
    public static final double RELATIVE_ERROR = 0.01;

    /** No durations. */
    public static final DurationSummary EMPTY = new DurationSummary(new int[0], new long[0], 0, 0);

    /** The bucket of {@link Long#MAX_VALUE} seconds; bucket 0 is that of 0 seconds. */
    private static final int LAST_BUCKET = 2185;

    private static final double GROWTH = (1 + RELATIVE_ERROR) / (1 - RELATIVE_ERROR);
    private static final double LOG_GROWTH = StrictMath.log(GROWTH);
    private static final char KIND = 'D';
    private static final int VERSION = 1;

    private final int[] buckets;
    private final long[] counts;
    private final long n;
    private final long totalSeconds;

    private DurationSummary(int[] buckets, long[] counts, long n, long totalSeconds) {
        this.buckets = buckets;
        this.counts = counts;
        this.n = n;
        this.totalSeconds = totalSeconds;
    }

    /** A summary of single durations in seconds, each at least 0. */
    public static DurationSummary of(long... seconds) {
        Accumulator sum = new Accumulator();
        for (long duration : seconds) {
            sum.add(duration);
        }
        return sum.result();
    }

    /** Adds durations and summaries. Not thread-safe: one for each thread, then merge. */
    public static final class Accumulator {
        private final long[] counts = new long[LAST_BUCKET + 1];
        private long n;
        private long totalSeconds;

        /**
         * @param seconds a duration of at least 0
         * @throws IllegalArgumentException if the total would exceed {@link Long#MAX_VALUE}
         */
        public void add(long seconds) {
            totalSeconds =
                    Argument.sum("totalSeconds", totalSeconds, atLeast("seconds", 0, seconds));
            counts[bucket(seconds)]++;
            n++;
        }

        /**
         * @throws IllegalArgumentException if a count would exceed {@link Long#MAX_VALUE}
         */
        public void add(DurationSummary summary) {
            totalSeconds = Argument.sum("totalSeconds", totalSeconds, summary.totalSeconds);
            n = Argument.sum("n", n, summary.n);
            for (int i = 0; i < summary.buckets.length; i++) {
                counts[summary.buckets[i]] += summary.counts[i];
            }
        }

        /** The summary of what was added so far. */
        public DurationSummary result() {
            return ofCounts(counts, n, totalSeconds);
        }
    }

    @Override
    public long n() {
        return n;
    }

    /** The exact sum of all durations in seconds. */
    public long totalSeconds() {
        return totalSeconds;
    }

    /** The mean duration in seconds, exact but for rounding. */
    public Outcome<Double> meanSeconds() {
        return n == 0
                ? Outcome.notEnoughData("a mean needs at least 1 duration; there are 0")
                : Outcome.estimated((double) totalSeconds / n);
    }

    /**
     * The duration in seconds below or at which a share of the durations lies: the one at place
     * floor(share * (n - 1)) of the sorted durations, counted from 0, within {@value
     * #RELATIVE_ERROR} of its value.
     *
     * @param share from 0 to 1; 0.5 gives the lower median
     */
    public Outcome<Double> quantileSeconds(double share) {
        share("share", share);
        if (n == 0) {
            return Outcome.notEnoughData("a quantile needs at least 1 duration; there are 0");
        }
        long place = (long) Math.floor(share * (n - 1));
        int at = 0;
        for (long seen = counts[0]; seen <= place; seen += counts[at]) {
            at++;
        }
        return Outcome.estimated(middle(buckets[at]));
    }

    @Override
    public DurationSummary merge(DurationSummary other) {
        Accumulator sum = new Accumulator();
        sum.add(this);
        sum.add(other);
        return sum.result();
    }

    @Override
    public DurationSummary subtract(DurationSummary part) {
        long[] rest = new long[LAST_BUCKET + 1];
        for (int i = 0; i < buckets.length; i++) {
            rest[buckets[i]] = counts[i];
        }
        for (int i = 0; i < part.buckets.length; i++) {
            int bucket = part.buckets[i];
            require(
                    part.counts[i] <= rest[bucket],
                    "part's count of durations near " + middle(bucket) + " s",
                    part.counts[i],
                    "at most " + rest[bucket] + ", the count it is taken from");
            rest[bucket] -= part.counts[i];
        }
        require(
                part.totalSeconds <= totalSeconds
                        && (part.n < n || part.totalSeconds == totalSeconds),
                "part.totalSeconds",
                part.totalSeconds,
                "a part of " + totalSeconds);
        return ofCounts(rest, n - part.n, totalSeconds - part.totalSeconds);
    }

    @Override
    public byte[] encode() {
        Encoder encoder = new Encoder(KIND, VERSION).number(totalSeconds).number(buckets.length);
        int before = -1;
        for (int i = 0; i < buckets.length; i++) {
            encoder.number(buckets[i] - before - 1L).number(counts[i]);
            before = buckets[i];
        }
        return encoder.finish();
    }

    /**
     * Reads what {@link #encode} wrote.
     *
     * @throws IllegalArgumentException if the bytes are damaged, or of another kind or version
     */
    public static DurationSummary decode(byte[] bytes) {
        Decoder decoder = new Decoder("duration summary", KIND, VERSION, bytes);
        long total = decoder.number();
        long[] counts = new long[LAST_BUCKET + 1];
        long n = 0;
        int bucket = -1;
        for (int left = decoder.number(LAST_BUCKET + 1); left > 0; left--) {
            bucket += 1 + decoder.number(LAST_BUCKET - bucket - 1);
            counts[bucket] = decoder.number();
            n += counts[bucket];
            decoder.require(counts[bucket] > 0 && n > 0, "wrong: a count is out of range");
        }
        decoder.finish();
        decoder.require(n > 0 || total == 0, "wrong: a total without durations");
        return ofCounts(counts, n, total);
    }

    private static DurationSummary ofCounts(long[] all, long n, long totalSeconds) {
        int used = 0;
        int[] buckets = new int[all.length];
        long[] counts = new long[all.length];
        for (int bucket = 0; bucket < all.length; bucket++) {
            if (all[bucket] > 0) {
                buckets[used] = bucket;
                counts[used++] = all[bucket];
            }
        }
        return new DurationSummary(
                Arrays.copyOf(buckets, used), Arrays.copyOf(counts, used), n, totalSeconds);
    }

    private static int bucket(long seconds) {
        return seconds == 0 ? 0 : 1 + (int) Math.ceil(StrictMath.log(seconds) / LOG_GROWTH);
    }

    private static double middle(int bucket) {
        return bucket == 0 ? 0 : 2 * StrictMath.pow(GROWTH, bucket - 1.0) / (1 + GROWTH);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DurationSummary that
                && totalSeconds == that.totalSeconds
                && Arrays.equals(buckets, that.buckets)
                && Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(counts) + Long.hashCode(totalSeconds);
    }

    @Override
    public String toString() {
        return "DurationSummary[n=" + n + ", totalSeconds=" + totalSeconds + "]";
    }
}
