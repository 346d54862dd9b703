package kollega.measurement.silence;

import kollega.measurement.Argument;
import kollega.measurement.score.NetScore;

/**
 * The answers of one group whose size among those asked is known.
 *
 * @param name the group's name, for messages
 * @param population how many were asked, at least 1
 * @param n how many answered, from 0 to {@code population}
 * @param mean the mean of their answers; any number if none answered
 * @param squares the sum of their squared deviations from the mean, at least 0
 */
public record Stratum(String name, long population, long n, double mean, double squares) {

    public Stratum {
        Argument.atLeast("population", 1, population);
        Argument.require(
                n >= 0 && n <= population, "n", n, "from 0 to the population, " + population);
        Argument.finite("mean", mean);
        Argument.notNegative("squares", squares);
    }

    /** A group with a net score. */
    public static Stratum of(String name, long population, NetScore score) {
        return new Stratum(
                name, population, score.n(), score.score(), score.variance() * score.n());
    }

    /** The unbiased variance of one answer, for two answers or more. */
    double variance() {
        return squares / (n - 1);
    }
}
