package kollega.measurement.summary;

import static kollega.measurement.Argument.atLeast;
import static kollega.measurement.Argument.require;
import static kollega.measurement.Argument.within;

import java.util.Arrays;
import kollega.measurement.Argument;
import kollega.measurement.Outcome;

/** How often each answer from 0 to 10 was given. */
public final class ScoreHistogram implements Summary<ScoreHistogram> {

    /** The number of possible answers. */
    public static final int ANSWERS = 11;

    /** No answers. */
    public static final ScoreHistogram EMPTY = new ScoreHistogram(new long[ANSWERS]);

    private static final char KIND = 'H';
    private static final int VERSION = 1;

    private final long[] counts;

    private ScoreHistogram(long[] counts) {
        this.counts = counts;
    }

    /**
     * A histogram of counts.
     *
     * @param counts for each answer from 0 to 10 how often it was given, each at least 0
     * @throws IllegalArgumentException if there are not 11 counts, or one is negative
     * @throws IllegalArgumentException if their sum exceeds {@link Long#MAX_VALUE}
     */
    public static ScoreHistogram of(long... counts) {
        within("counts.length", ANSWERS, ANSWERS, counts.length);
        long n = 0;
        for (int score = 0; score < ANSWERS; score++) {
            n = Argument.sum("n", n, atLeast("counts[" + score + "]", 0, counts[score]));
        }
        return new ScoreHistogram(counts.clone());
    }

    /** A histogram of single answers, each from 0 to 10. */
    public static ScoreHistogram ofScores(int... scores) {
        Accumulator sum = new Accumulator();
        for (int score : scores) {
            sum.add(score);
        }
        return sum.result();
    }

    /** Adds answers and histograms one by one. Not thread-safe: one for each thread, then merge. */
    public static final class Accumulator {
        private final long[] counts = new long[ANSWERS];

        /**
         * @param score an answer from 0 to 10
         */
        public void add(int score) {
            if (score < 0 || score >= ANSWERS) {
                within("score", 0, ANSWERS - 1, score);
            }
            counts[score]++;
        }

        /**
         * @throws IllegalArgumentException if a count would exceed {@link Long#MAX_VALUE}
         */
        public void add(ScoreHistogram histogram) {
            for (int score = 0; score < ANSWERS; score++) {
                counts[score] = Argument.sum("count", counts[score], histogram.counts[score]);
            }
        }

        /** The histogram of what was added so far. */
        public ScoreHistogram result() {
            return of(counts);
        }
    }

    /** How often this answer was given. */
    public long count(int score) {
        return counts[within("score", 0, ANSWERS - 1, score)];
    }

    /** The counts of the answers from 0 to 10. */
    public long[] counts() {
        return counts.clone();
    }

    @Override
    public long n() {
        long n = 0;
        for (long count : counts) {
            n += count;
        }
        return n;
    }

    /** The mean answer, from 0 to 10. */
    public Outcome<Double> mean() {
        double sum = 0;
        for (int score = 0; score < ANSWERS; score++) {
            sum += (double) score * counts[score];
        }
        long n = n();
        return n == 0
                ? Outcome.notEnoughData("a mean needs at least 1 answer; there are 0")
                : Outcome.estimated(sum / n);
    }

    @Override
    public ScoreHistogram merge(ScoreHistogram other) {
        long[] sum = new long[ANSWERS];
        long n = 0;
        for (int score = 0; score < ANSWERS; score++) {
            sum[score] = Argument.sum("count", counts[score], other.counts[score]);
            n = Argument.sum("n", n, sum[score]);
        }
        return new ScoreHistogram(sum);
    }

    @Override
    public ScoreHistogram subtract(ScoreHistogram part) {
        long[] rest = new long[ANSWERS];
        for (int score = 0; score < ANSWERS; score++) {
            require(
                    part.counts[score] <= counts[score],
                    "part.count(" + score + ")",
                    part.counts[score],
                    "at most " + counts[score] + ", the count it is taken from");
            rest[score] = counts[score] - part.counts[score];
        }
        return new ScoreHistogram(rest);
    }

    @Override
    public byte[] encode() {
        Encoder encoder = new Encoder(KIND, VERSION);
        for (long count : counts) {
            encoder.number(count);
        }
        return encoder.finish();
    }

    /**
     * Reads what {@link #encode} wrote.
     *
     * @throws IllegalArgumentException if the bytes are damaged, or of another kind or version
     */
    public static ScoreHistogram decode(byte[] bytes) {
        Decoder decoder = new Decoder("score histogram", KIND, VERSION, bytes);
        long[] counts = new long[ANSWERS];
        for (int score = 0; score < ANSWERS; score++) {
            counts[score] = decoder.number();
        }
        decoder.finish();
        return of(counts);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ScoreHistogram that && Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        return "ScoreHistogram" + Arrays.toString(counts);
    }
}
