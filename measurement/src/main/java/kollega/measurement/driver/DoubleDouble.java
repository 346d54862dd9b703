package kollega.measurement.driver;

/**
 * A number as the unevaluated sum of two doubles, about 106 bits: sums of integers up to 2^100 are
 * exact in it, whatever their order.
 *
 * <p>Source: T. J. Dekker (1971), A floating-point technique for extending the available precision,
 * Numerische Mathematik 18, 224-242; Y. Hida, X. S. Li and D. H. Bailey (2001), Algorithms for
 * Quad-Double Precision Floating Point Arithmetic.
 */
record DoubleDouble(double high, double low) {

    static DoubleDouble sum(double a, double b) {
        double sum = a + b;
        double partOfB = sum - a;
        return new DoubleDouble(sum, (a - (sum - partOfB)) + (b - partOfB));
    }

    static DoubleDouble product(double a, double b) {
        double product = a * b;
        return new DoubleDouble(product, Math.fma(a, b, -product));
    }

    DoubleDouble plus(DoubleDouble other) {
        var highs = sum(high, other.high);
        var lows = sum(low, other.low);
        var first = sum(highs.high, highs.low + lows.high);
        return sum(first.high, lows.low + first.low);
    }

    DoubleDouble minus(DoubleDouble other) {
        return plus(new DoubleDouble(-other.high, -other.low));
    }

    DoubleDouble times(DoubleDouble other) {
        var product = product(high, other.high);
        return sum(product.high, product.low + (high * other.low + low * other.high));
    }

    DoubleDouble times(double factor) {
        return times(new DoubleDouble(factor, 0));
    }

    DoubleDouble dividedBy(double divisor) {
        double first = high / divisor;
        var rest = minus(product(first, divisor));
        return sum(first, rest.high / divisor);
    }

    double value() {
        return high + low;
    }
}
