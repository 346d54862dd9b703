package io.kollega.travel;

/**
 * How finely a share may be told: where nearly all of few requests went the same way, the number
 * would tell of each, so only that is told (l-diversity: Machanavajjhala and others 2007).
 */
enum Told {
    EXACTLY,
    NEARLY_ALL,
    HARDLY_ANY;

    /** From so many requests on a number tells of nobody by itself. */
    static final long FEW = 20;

    private static final long VERY_FEW = 10;
    static final double NEARLY = 0.9;

    /** So many of all, in so many requests. */
    static Told of(long counted, long all, long requests) {
        if (alike(counted, all, requests)) {
            return NEARLY_ALL;
        }
        return alike(all - counted, all, requests) ? HARDLY_ANY : EXACTLY;
    }

    /** Whether so many of all in one group would tell what became of each. */
    static boolean alike(long most, long all, long requests) {
        return requests < FEW && (most == all || requests <= VERY_FEW && most >= NEARLY * all);
    }
}
