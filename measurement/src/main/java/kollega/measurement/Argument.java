package kollega.measurement;

/**
 * Checks of arguments at the doors of this library. Each returns the value it was given, or throws
 * an {@link IllegalArgumentException} that names the argument, its value and what is allowed.
 */
public final class Argument {

    private Argument() {}

    public static double finite(String name, double value) {
        return require(Double.isFinite(value), name, value, "a finite number");
    }

    public static double positive(String name, double value) {
        return require(value > 0 && Double.isFinite(value), name, value, "a number above 0");
    }

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

    public static long atLeast(String name, long least, long value) {
        return require(value >= least, name, value, "at least " + least);
    }

    public static int atLeast(String name, int least, int value) {
        return require(value >= least, name, value, "at least " + least);
    }

    public static int within(String name, int low, int high, int value) {
        return require(value >= low && value <= high, name, value, "from " + low + " to " + high);
    }

    /** Checks every element, named {@code name[i]}, and returns a copy. */
    public static double[] finite(String name, double[] values) {
        var copy = values.clone();
        for (int i = 0; i < copy.length; i++) {
            if (!Double.isFinite(copy[i])) {
                finite(name + "[" + i + "]", copy[i]);
            }
        }
        return copy;
    }

    /** Checks that an array has exactly {@code length} elements. */
    public static double[] ofLength(String name, int length, double[] values) {
        require(values.length == length, name + ".length", values.length, "exactly " + length);
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
