package kollega.measurement.summary;

import static kollega.measurement.Argument.atLeast;
import static kollega.measurement.Argument.require;

import kollega.measurement.Argument;
import kollega.measurement.Interval;
import kollega.measurement.Outcome;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * How many of n were favourable.
 *
 * @param favourable from 0 to n
 * @param n at least 0
 */
public record Proportion(long favourable, long n) implements Summary<Proportion> {

    /** None of none. */
    public static final Proportion EMPTY = new Proportion(0, 0);

    private static final char KIND = 'P';
    private static final int VERSION = 1;

    public Proportion {
        atLeast("n", 0, n);
        require(
                favourable >= 0 && favourable <= n,
                "favourable",
                favourable,
                "from 0 to n, which is " + n);
    }

    /** The share that was favourable, from 0 to 1. */
    public Outcome<Double> share() {
        return n == 0
                ? Outcome.notEnoughData("a share needs at least 1 observation; there are 0")
                : Outcome.estimated((double) favourable / n);
    }

    /**
     * Score interval of {@link #share}. Source: E. B. Wilson (1927), Probable Inference, the Law of
     * Succession, and Statistical Inference, JASA 22, 209-212.
     *
     * @param level of confidence, between 0 and 1, exclusive
     */
    public Outcome<Interval> interval(double level) {
        Argument.between0And1("level", level);
        double z = new NormalDistribution().inverseCumulativeProbability((1 + level) / 2);
        return share().map(share -> wilson(share, n, z));
    }

    private static Interval wilson(double share, double n, double z) {
        double centre = share + z * z / (2 * n);
        double half = z * Math.sqrt(share * (1 - share) / n + z * z / (4 * n * n));
        double scale = 1 + z * z / n;
        return new Interval(
                share == 0 ? 0 : (centre - half) / scale, share == 1 ? 1 : (centre + half) / scale);
    }

    @Override
    public Proportion merge(Proportion other) {
        return new Proportion(
                Argument.sum("favourable", favourable, other.favourable),
                Argument.sum("n", n, other.n));
    }

    @Override
    public Proportion subtract(Proportion part) {
        require(
                part.favourable <= favourable && part.n - part.favourable <= n - favourable,
                "part",
                part,
                "what " + this + " holds");
        return new Proportion(favourable - part.favourable, n - part.n);
    }

    @Override
    public byte[] encode() {
        return new Encoder(KIND, VERSION).number(favourable).number(n).finish();
    }

    /**
     * Reads what {@link #encode} wrote.
     *
     * @throws IllegalArgumentException if the bytes are damaged, or of another kind or version
     */
    public static Proportion decode(byte[] bytes) {
        Decoder decoder = new Decoder("proportion", KIND, VERSION, bytes);
        Proportion decoded = new Proportion(decoder.number(), decoder.number());
        decoder.finish();
        return decoded;
    }
}
