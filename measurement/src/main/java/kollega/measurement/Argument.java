package kollega.measurement;

/**
 * Checks of arguments at the doors of this library. Each returns the value it was given, or throws
 * an {@link IllegalArgumentException} that names the argument, its value and what is allowed.
 */
public final class Argument {

    /** Beyond it the square of a square overflows in a sum. */
    private static final double LARGEST = 1e100;

    private Argument() {}

    /** Neither NaN nor infinite. */
    public static double finite(String name, double value) {
        return require(Double.isFinite(value), name, value, "a finite number");
    }

    /** Above 0 and finite. */
    public static double positive(String name, double value) {
        return require(value > 0 && Double.isFinite(value), name, value, "a number above 0");
    }

    /** A parameter of a prior or posterior that stands for answers: from 1e-20 to 1e12. */
    public static double pseudoCount(String name, double value) {
        return require(value >= 1e-20 && value <= 1e12, name, value, "a number from 1e-20 to 1e12");
    }

    /** At least 0 and finite. */
    public static double notNegative(String name, double value) {
        return require(value >= 0 && Double.isFinite(value), name, value, "a number of at least 0");
    }

    /** A probability or confidence level strictly between 0 and 1. */
    public static double between0And1(String name, double value) {
        return require(value > 0 && value < 1, name, value, "a number between 0 and 1, exclusive");
    }

    /** A share: 0 and 1 are allowed. */
    public static double share(String name, double value) {
        return require(value >= 0 && value <= 1, name, value, "a number from 0 to 1");
    }

    /** At least {@code least}. */
    public static long atLeast(String name, long least, long value) {
        if (value < least) {
            require(false, name, value, "at least " + least);
        }
        return value;
    }

    /** At least {@code least}. */
    public static int atLeast(String name, int least, int value) {
        if (value < least) {
            require(false, name, value, "at least " + least);
        }
        return value;
    }

    /** From {@code low} to {@code high}, both included. */
    public static long within(String name, long low, long high, long value) {
        if (value < low || value > high) {
            require(false, name, value, "from " + low + " to " + high);
        }
        return value;
    }

    /** From {@code low} to {@code high}, both included. */
    public static int within(String name, int low, int high, int value) {
        if (value < low || value > high) {
            require(false, name, value, "from " + low + " to " + high);
        }
        return value;
    }

    /** A figure that is to be squared and added up: finite and within -1e100 and 1e100. */
    public static double figure(String name, double value) {
        finite(name, value);
        return require(Math.abs(value) <= LARGEST, name, value, "a number within -1e100 and 1e100");
    }

    /** Checks every element, named {@code name[i]}, as a {@link #figure}, and returns a copy. */
    public static double[] finite(String name, double[] values) {
        var copy = values.clone();
        for (int i = 0; i < copy.length; i++) {
            if (!(Math.abs(copy[i]) <= LARGEST)) {
                figure(name + "[" + i + "]", copy[i]);
            }
        }
        return copy;
    }

    /** The sum of two counts, refused where it is beyond {@link Long#MAX_VALUE}. */
    public static long sum(String name, long a, long b) {
        long sum = a + b;
        if (((a ^ sum) & (b ^ sum)) < 0) {
            require(false, name, a + " + " + b, "a sum of at most " + Long.MAX_VALUE);
        }
        return sum;
    }

    /** Checks that an array has exactly {@code length} elements. */
    public static double[] ofLength(String name, int length, double[] values) {
        if (values.length != length) {
            require(false, name + ".length", values.length, "exactly " + length);
        }
        return values;
    }

    /** For checks that have no method of their own: {@code allowed} completes "allowed is ...". */
    public static <T> T require(boolean holds, String name, T value, String allowed) {
        if (!holds) {
            throw new IllegalArgumentException(name + " is " + value + ", allowed is " + allowed);
        }
        return value;
    }
}
