package kollega.measurement.composition;

import java.util.Arrays;
import kollega.measurement.Argument;

/**
 * Parts of a whole, none negative, summing to 1.
 *
 * <p>Sources: J. Aitchison (1986), The Statistical Analysis of Compositional Data; J. J. Egozcue,
 * V. Pawlowsky-Glahn, G. Mateu-Figueras and C. Barcelo-Vidal (2003), Isometric logratio
 * transformations for compositional data analysis, Mathematical Geology 35, 279-300.
 */
public final class Composition {

    /** What a zero is replaced by: 0.65 of one point of a hundred. */
    public static final double USUAL_DELTA = .0065;

    private final double[] shares;

    private Composition(double[] shares) {
        this.shares = shares;
    }

    /**
     * The composition of these parts, whatever they sum to: only their ratios matter.
     *
     * @param parts at least 2, none negative, not all 0
     */
    public static Composition of(double... parts) {
        Argument.atLeast("parts.length", 2, parts.length);
        double sum = 0;
        double most = 0;
        for (int i = 0; i < parts.length; i++) {
            most = Math.max(most, Argument.notNegative("parts[" + i + "]", parts[i]));
        }
        Argument.require(most > 0, "the largest part", most, "above 0");
        for (double part : parts) {
            sum += part / most;
        }
        var shares = new double[parts.length];
        for (int i = 0; i < parts.length; i++) {
            shares[i] = parts[i] / most / sum;
        }
        return new Composition(shares);
    }

    /** The composition that has these coordinates; the inverse of {@link #ilr}. */
    public static Composition ofIlr(double... coordinates) {
        Argument.atLeast("coordinates.length", 1, coordinates.length);
        Argument.finite("coordinates", coordinates);
        int parts = coordinates.length + 1;
        var logs = new double[parts];
        for (int i = 1; i < parts; i++) {
            double z = coordinates[i - 1];
            for (int j = 0; j < i; j++) {
                logs[j] += z / Math.sqrt(i * (i + 1.0));
            }
            logs[i] -= z * Math.sqrt(i / (i + 1.0));
        }
        double most = Arrays.stream(logs).max().orElseThrow();
        return of(Arrays.stream(logs).map(log -> Math.exp(log - most)).toArray());
    }

    /** The shares, summing to 1. */
    public double[] shares() {
        return shares.clone();
    }

    /** The number of parts, at least 2. */
    public int size() {
        return shares.length;
    }

    /** Whether a part is 0, so that log-ratios need {@link #withoutZeros} first. */
    public boolean hasZeros() {
        return Arrays.stream(shares).anyMatch(share -> share == 0);
    }

    /**
     * Zeros replaced by {@code delta}, the others shrunk alike so that their ratios stay. Source:
     * J. A. Martin-Fernandez, C. Barcelo-Vidal and V. Pawlowsky-Glahn (2003), Dealing with zeros
     * and missing values in compositional data sets, Mathematical Geology 35, 253-278.
     *
     * @param delta above 0, below 1 over the number of parts; see {@link #USUAL_DELTA}
     */
    public Composition withoutZeros(double delta) {
        Argument.require(
                delta > 0 && delta < 1.0 / size(), "delta", delta, "above 0 and below 1/" + size());
        long zeros = Arrays.stream(shares).filter(share -> share == 0).count();
        return zeros == 0
                ? this
                : new Composition(
                        Arrays.stream(shares)
                                .map(s -> s == 0 ? delta : s * (1 - zeros * delta))
                                .toArray());
    }

    /** Centred log-ratios ln x - mean ln x, which sum to 0; for a composition without zeros. */
    public double[] clr() {
        var logs = new double[size()];
        for (int i = 0; i < logs.length; i++) {
            logs[i] =
                    Math.log(
                            Argument.require(
                                    shares[i] > 0,
                                    "shares[" + i + "]",
                                    shares[i],
                                    "above 0: replace zeros first"));
        }
        double mean = Arrays.stream(logs).average().orElseThrow();
        return Arrays.stream(logs).map(log -> log - mean).toArray();
    }

    /**
     * Isometric log-ratios, one fewer than parts, free to be averaged and tested: z_i =
     * sqrt(i/(i+1)) ln(gm(x_1..x_i) / x_(i+1)). For a composition without zeros.
     */
    public double[] ilr() {
        double[] logs = clr();
        var coordinates = new double[logs.length - 1];
        double sum = 0;
        for (int i = 1; i < logs.length; i++) {
            sum += logs[i - 1];
            coordinates[i - 1] = Math.sqrt(i / (i + 1.0)) * (sum / i - logs[i]);
        }
        return coordinates;
    }

    /** Aitchison's distance: Euclid's between clr, or between ilr. Neither may have zeros. */
    public double distance(Composition other) {
        sameSize(other);
        double[] own = clr();
        double[] others = other.clr();
        double squares = 0;
        for (int i = 0; i < own.length; i++) {
            squares += Math.pow(own[i] - others[i], 2);
        }
        return Math.sqrt(squares);
    }

    /** Hellinger's distance sqrt(1 - sum sqrt(x t)), from 0 to 1; zeros do no harm. */
    public double hellinger(Composition target) {
        sameSize(target);
        double common = 0;
        for (int i = 0; i < shares.length; i++) {
            common += Math.sqrt(shares[i] * target.shares[i]);
        }
        return Math.sqrt(Math.max(0, 1 - common));
    }

    /**
     * How near this is to a target, for display: 100 (1 - H/H_max), 100 on the target, 0 when all
     * is given to the part that the target gives least.
     */
    public double balance(Composition target) {
        double least = Arrays.stream(target.shares).min().orElseThrow();
        return Math.max(0, 100 * (1 - hellinger(target) / Math.sqrt(1 - Math.sqrt(least))));
    }

    /** The share of the whole that would have to move: sum |x - y| / 2, from 0 to 1. */
    public double toMove(Composition wanted) {
        sameSize(wanted);
        double moved = 0;
        for (int i = 0; i < shares.length; i++) {
            moved += Math.abs(shares[i] - wanted.shares[i]) / 2;
        }
        return moved;
    }

    private void sameSize(Composition other) {
        Argument.require(other.size() == size(), "other.size()", other.size(), "exactly " + size());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Composition that && Arrays.equals(shares, that.shares);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(shares);
    }

    @Override
    public String toString() {
        return Arrays.toString(shares);
    }
}
