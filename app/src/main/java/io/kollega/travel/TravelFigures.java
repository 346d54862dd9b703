package io.kollega.travel;

import java.util.List;
import kollega.measurement.Outcome;
import kollega.measurement.change.Bounds;
import org.jspecify.annotations.Nullable;

/**
 * What the ways of requests say; every part summed over the same requests. Whoever has fewer than
 * {@link #FEWEST} requests is left out of the lists and only counted in them.
 *
 * @param uncounted requests that are not folded yet
 */
record TravelFigures(
        Totals totals,
        Ranked<Flow> flows,
        Ranked<UnitTime> times,
        Ranked<Waiting> waiting,
        Ranked<Balance> balances,
        TimeToSolve timeToSolve,
        long uncounted) {
    /** A unit with fewer requests says more of a person than of a unit. */
    static final int FEWEST = 5;

    /**
     * The largest first.
     *
     * @param withheld how many were left out because they have too few requests
     */
    record Ranked<T>(List<T> rows, int withheld) {}

    /** Counts of requests, handovers over all of them, and whose time it was. */
    record Totals(
            long requests,
            long handovers,
            long cameBack,
            long reopened,
            long waited,
            double medianWaitSeconds,
            List<Share> shares) {}

    /** Working seconds of a kind of holder over all requests, or the closed hours. */
    record Share(String holder, long seconds) {}

    /** Handovers from one unit to another; {@code cameBack} of them to a unit left before. */
    record Flow(long from, long to, long handovers, long requests, long cameBack) {}

    /** How often and how long a unit made its requests wait for the client. */
    record Waiting(long unit, long requests, long waited, double medianSeconds) {}

    /** Seconds a unit had requests in hand, and how many requests. */
    record UnitTime(long unit, long requests, long open, long closed) {}

    /**
     * How long others waited for a unit, and how long it waited for others, in working seconds;
     * null where there are too few requests.
     */
    record Balance(long unit, @Nullable Long exported, @Nullable Long imported) {
        long larger() {
            return Math.max(exported == null ? 0 : exported, imported == null ? 0 : imported);
        }
    }

    /**
     * Time from submission to solution, open requests counted as open.
     *
     * @param open how many are still open
     * @param ended how many ended without a solution
     * @param steps of the curve of what is still unsolved: seconds, share
     */
    record TimeToSolve(
            long requests,
            long open,
            long ended,
            Outcome<Double> median,
            @Nullable Bounds medianBounds,
            Outcome<Double> ninetieth,
            List<double[]> steps) {}
}
