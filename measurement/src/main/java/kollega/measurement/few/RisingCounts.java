package kollega.measurement.few;

import java.util.Arrays;
import org.hipparchus.special.Gamma;

/**
 * Sums over units of gamma function terms of their counts y, at the cost of the distinct counts and
 * not of the units: ln G(y + a) - ln G(a) is the sum of ln(a + j) over j below y, so all units with
 * y above j share one term.
 */
final class RisingCounts {

    /** Beyond this many steps the gamma functions are cheaper than the sum. */
    private static final long LONG_RUN = 64;

    private final long[] ends;

    /** How many units have a count of at least the end. */
    private final long[] units;

    RisingCounts(long[] counts) {
        long[] sorted = Arrays.stream(counts).filter(c -> c > 0).sorted().toArray();
        ends = Arrays.stream(sorted).distinct().toArray();
        units = new long[ends.length];
        for (int i = 0, at = 0; i < ends.length; i++) {
            units[i] = sorted.length - at;
            while (at < sorted.length && sorted[at] == ends[i]) {
                at++;
            }
        }
    }

    /** The sum over units of ln G(y + a) - ln G(a). */
    double logGamma(double a) {
        return sum(a, (from, to) -> Gamma.logGamma(to) - Gamma.logGamma(from), Math::log);
    }

    /** Its first derivative: the sum over units of psi(y + a) - psi(a). */
    double digamma(double a) {
        return sum(a, (from, to) -> Gamma.digamma(to) - Gamma.digamma(from), x -> 1 / x);
    }

    /** Its second derivative, negative. */
    double trigamma(double a) {
        return sum(a, (from, to) -> Gamma.trigamma(to) - Gamma.trigamma(from), x -> -1 / (x * x));
    }

    private double sum(double a, Run run, Step step) {
        double sum = 0;
        long from = 0;
        for (int i = 0; i < ends.length; i++) {
            double part = 0;
            if (ends[i] - from > LONG_RUN) {
                part = run.between(a + from, a + ends[i]);
            } else {
                for (long j = from; j < ends[i]; j++) {
                    part += step.at(a + j);
                }
            }
            sum += units[i] * part;
            from = ends[i];
        }
        return sum;
    }

    private interface Run {
        double between(double from, double to);
    }

    private interface Step {
        double at(double x);
    }
}
