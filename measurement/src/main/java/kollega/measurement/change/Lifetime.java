package kollega.measurement.change;

import kollega.measurement.Argument;

/**
 * How long one thing (a request, say) has lasted, and whether that is over.
 *
 * @param duration at least 0, in any unit, the same for all
 * @param ended false while it still lasts: then the duration is what has passed so far
 */
public record Lifetime(double duration, boolean ended) {

    public Lifetime {
        Argument.notNegative("duration", duration);
    }

    /** One that is over after so long. */
    public static Lifetime ended(double duration) {
        return new Lifetime(duration, true);
    }

    /** One that still lasts, after so long. */
    public static Lifetime open(double duration) {
        return new Lifetime(duration, false);
    }
}
