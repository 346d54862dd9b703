package kollega.measurement.summary;

import static kollega.measurement.Argument.atLeast;
import static kollega.measurement.Argument.require;

import kollega.measurement.Argument;
import kollega.measurement.Outcome;

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
