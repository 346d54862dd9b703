package kollega.measurement.driver;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32C;
import kollega.measurement.Argument;

/**
 * All that linear models need to know of rows of numbers: how many, their means, and the centred
 * cross-products S = sum (x - m)(x - m)'. Summaries of parts add up to the summary of the whole and
 * can be taken away again, so drivers and reliability need no answers of single people.
 *
 * <p>Kept are the sums and the sums of products, as pairs of doubles: for answers in whole numbers
 * every order of adding, merging and subtracting gives the very same bits; for any other numbers it
 * agrees to about 1e-30 of the raw sum, which is closer than the pairwise update of T. F. Chan, G.
 * H. Golub and R. J. LeVeque (1979), Updating Formulae and a Pairwise Algorithm for Computing
 * Sample Variances, STAN-CS-79-773, whose laws it keeps.
 *
 * <p>Not to be published: with few rows the answers can be worked out from it.
 */
public final class CrossProducts {

    private static final byte FORMAT = 2;
    private static final int HEADER_BYTES = 1 + Short.BYTES + Long.BYTES;
    private static final int CHECK_BYTES = Integer.BYTES;
    private static final int MOST_VARIABLES = 1000;
    static final double LARGEST = 1e100;

    /** What is below this share of a raw sum of squares is rounding. */
    private static final double ROUNDING = 1e-27;

    private final int size;
    private final long n;
    private final double[] high;
    private final double[] low;

    private CrossProducts(int size, long n, double[] high, double[] low) {
        this.size = size;
        this.n = n;
        this.high = high;
        this.low = low;
    }

    /**
     * The summary of no rows.
     *
     * @param size number of variables, 1 to 1000
     */
    public static CrossProducts empty(int size) {
        Argument.within("size", 1, MOST_VARIABLES, size);
        int length = size + size * (size + 1) / 2;
        return new CrossProducts(size, 0, new double[length], new double[length]);
    }

    /** The summary of these rows, at least one, all of the same length. */
    public static CrossProducts of(double[]... rows) {
        Argument.atLeast("rows.length", 1, rows.length);
        var accumulator = new Accumulator(rows[0].length);
        for (double[] row : rows) {
            accumulator.add(row);
        }
        return accumulator.result();
    }

    /**
     * The summary of rows of which only this is known.
     *
     * @param n number of rows, at least 1
     * @param mean of each variable
     * @param products centred cross-products, symmetric and positive semidefinite; all 0 when n is
     *     1
     */
    public static CrossProducts of(long n, double[] mean, double[][] products) {
        Argument.atLeast("n", 1, n);
        var summary = empty(mean.length);
        CenteredProducts.check(n, mean, products);
        for (int i = 0; i < mean.length; i++) {
            summary.set(i, DoubleDouble.product(mean[i], n));
            for (int j = 0; j <= i; j++) {
                var raw = DoubleDouble.product(mean[i], mean[j]).times(n);
                summary.set(summary.at(i, j), raw.plus(new DoubleDouble(products[i][j], 0)));
            }
        }
        return new CrossProducts(mean.length, n, summary.high, summary.low);
    }

    /** Adds rows one by one; for streams. Not thread-safe: one for each thread, then merge. */
    public static final class Accumulator {
        private final CrossProducts sums;
        private long n;

        /**
         * @param size number of variables, 1 to 1000
         */
        public Accumulator(int size) {
            sums = empty(size);
        }

        /**
         * @param row one finite number for each variable, none beyond 1e100 in absolute value
         */
        public void add(double[] row) {
            Argument.ofLength("row", sums.size, row);
            for (int i = 0; i < row.length; i++) {
                if (!(Math.abs(row[i]) <= LARGEST)) {
                    Argument.require(
                            false, "row[" + i + "]", row[i], "a number within -1e100 and 1e100");
                }
            }
            int at = sums.size;
            for (int i = 0; i < row.length; i++) {
                sums.set(i, sums.get(i).plus(new DoubleDouble(row[i], 0)));
                for (int j = 0; j <= i; j++, at++) {
                    sums.set(at, sums.get(at).plus(DoubleDouble.product(row[i], row[j])));
                }
            }
            n++;
        }

        /** The summary of the rows added so far. */
        public CrossProducts result() {
            return new CrossProducts(sums.size, n, sums.high.clone(), sums.low.clone());
        }
    }

    /** This and one row more. */
    public CrossProducts add(double[] row) {
        return merge(of(row));
    }

    /** The summary of the rows of both. */
    public CrossProducts merge(CrossProducts other) {
        sameSize(other);
        var result = empty(size);
        for (int i = 0; i < high.length; i++) {
            result.set(i, get(i).plus(other.get(i)));
        }
        return new CrossProducts(size, Argument.sum("n", n, other.n), result.high, result.low);
    }

    /**
     * What is left without the rows of {@code part}: the inverse of {@link #merge}.
     *
     * @param part a summary of some of these rows
     */
    public CrossProducts subtract(CrossProducts part) {
        sameSize(part);
        Argument.require(
                part.n <= n, "part.n", part.n, "at most " + n + ", the rows it is taken from");
        var result = empty(size);
        if (part.n < n) {
            for (int i = 0; i < high.length; i++) {
                result.set(i, get(i).minus(part.get(i)));
            }
        }
        var rest = new CrossProducts(size, n - part.n, result.high, result.low);
        for (int i = 0; i < size; i++) {
            Argument.require(
                    rest.centred(i, i) >= -1e-12 * centred(i, i),
                    "part.products[" + i + "][" + i + "]",
                    part.product(i, i),
                    "what a part of these rows can have");
        }
        return rest;
    }

    /** The same rows with only these variables, in this order. */
    public CrossProducts select(int... variables) {
        var result = empty(variables.length);
        for (int i = 0; i < variables.length; i++) {
            Argument.within("variables[" + i + "]", 0, size - 1, variables[i]);
            result.set(i, get(variables[i]));
            for (int j = 0; j <= i; j++) {
                result.set(result.at(i, j), get(at(variables[i], variables[j])));
            }
        }
        return new CrossProducts(variables.length, n, result.high, result.low);
    }

    /** Number of rows. */
    public long n() {
        return n;
    }

    /** Number of variables. */
    public int size() {
        return size;
    }

    /**
     * The mean of each variable.
     *
     * @throws IllegalArgumentException without rows: ask {@link #n} first
     */
    public double[] means() {
        Argument.atLeast("n", 1, n);
        double[] means = new double[size];
        Arrays.setAll(means, i -> get(i).dividedBy(n).value());
        return means;
    }

    /** S of two variables: sum (x - mean x)(y - mean y); 0 without rows. */
    public double product(int i, int j) {
        Argument.within("i", 0, size - 1, i);
        Argument.within("j", 0, size - 1, j);
        return i == j ? Math.max(0, centred(i, i)) : centred(i, j);
    }

    /** S, size by size. */
    public double[][] products() {
        var products = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                products[i][j] = product(i, j);
                products[j][i] = products[i][j];
            }
        }
        return products;
    }

    /**
     * The summary as bytes, to be read by {@link #decode}: format, number of variables, n, the
     * sums, and a CRC-32C of all that. Equal summaries have equal bytes.
     */
    public byte[] encode() {
        var buffer = ByteBuffer.allocate(HEADER_BYTES + 2 * Long.BYTES * high.length + CHECK_BYTES);
        buffer.put(FORMAT).putShort((short) size).putLong(n);
        for (int i = 0; i < high.length; i++) {
            buffer.putDouble(high[i]).putDouble(low[i]);
        }
        return buffer.putInt(checksum(buffer.array())).array();
    }

    /**
     * Reads what {@link #encode} wrote.
     *
     * @throws IllegalArgumentException if the bytes are damaged, cut short or of another format
     */
    public static CrossProducts decode(byte[] bytes) {
        Argument.require(
                bytes.length >= HEADER_BYTES + CHECK_BYTES,
                "bytes.length",
                bytes.length,
                "a whole summary, at least " + (HEADER_BYTES + CHECK_BYTES));
        Argument.require(bytes[0] == FORMAT, "bytes[0]", bytes[0], "format " + FORMAT);
        var buffer = ByteBuffer.wrap(bytes);
        int found = buffer.getInt(bytes.length - CHECK_BYTES);
        Argument.require(
                found == checksum(bytes), "checksum of bytes", found, "that of their content");
        var sums = empty(buffer.position(1).getShort());
        int length = HEADER_BYTES + 2 * Long.BYTES * sums.high.length + CHECK_BYTES;
        Argument.require(
                bytes.length == length,
                "bytes.length",
                bytes.length,
                length + " for " + sums.size + " variables");
        long n = Argument.atLeast("n", 0, buffer.getLong());
        for (int i = 0; i < sums.high.length; i++) {
            sums.high[i] = Argument.finite("sum " + i, buffer.getDouble());
            sums.low[i] = Argument.finite("rest of sum " + i, buffer.getDouble());
        }
        return new CrossProducts(sums.size, n, sums.high, sums.low);
    }

    private static int checksum(byte[] bytes) {
        var checksum = new CRC32C();
        checksum.update(bytes, 0, bytes.length - CHECK_BYTES);
        return (int) checksum.getValue();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CrossProducts that
                && size == that.size
                && n == that.n
                && Arrays.equals(high, that.high)
                && Arrays.equals(low, that.low);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(high) * 31 + Long.hashCode(n);
    }

    @Override
    public String toString() {
        return n + " rows of " + size + " variables";
    }

    private double centred(int i, int j) {
        if (n == 0) {
            return 0;
        }
        var raw = get(at(i, j));
        double centred = raw.minus(get(i).times(get(j)).dividedBy(n)).value();
        double noise = ROUNDING * Math.sqrt(get(at(i, i)).value() * get(at(j, j)).value());
        return Math.abs(centred) <= noise ? 0 : centred;
    }

    private void sameSize(CrossProducts other) {
        Argument.require(other.size == size, "other.size", other.size, "exactly " + size);
    }

    /** Where the sum of products of two variables is kept, after the sums. */
    private int at(int i, int j) {
        int row = Math.max(i, j);
        return size + row * (row + 1) / 2 + Math.min(i, j);
    }

    private DoubleDouble get(int index) {
        return new DoubleDouble(high[index], low[index]);
    }

    /** Only while a new summary is being filled. */
    private void set(int index, DoubleDouble value) {
        high[index] = value.high();
        low[index] = value.low();
    }
}
