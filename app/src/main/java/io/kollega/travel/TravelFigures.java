package io.kollega.travel;

import java.util.List;
import kollega.measurement.Outcome;
import kollega.measurement.change.Bounds;
import org.jspecify.annotations.Nullable;

/**
 * What the ways of requests say; every part summed over the same requests.
 *
 * @param uncounted requests that are not folded yet
 */
record TravelFigures(
        Totals totals,
        List<Flow> flows,
        List<Waiting> waiting,
        List<Share> shares,
        List<UnitShare> byUnit,
        TimeToSolve timeToSolve,
        long uncounted) {

    /** Counts of requests, and of handovers over all of them. */
    record Totals(
            long requests,
            long handovers,
            long cameBack,
            long reopened,
            long waited,
            double medianWaitSeconds) {}

    /** Handovers from one unit to another; {@code cameBack} of them to a unit left before. */
    record Flow(long from, long to, long handovers, long requests, long cameBack) {}

    /** How often and how long the clients of a unit's requests were made to wait for themselves. */
    record Waiting(long unit, long requests, long waited, double medianSeconds) {}

    /** Seconds of a kind of holder over all requests. */
    record Share(String holder, boolean closed, long seconds) {}

    /** Seconds a unit had requests in hand, and how many requests. */
    record UnitShare(long unit, long requests, long open, long closed) {}

    /**
     * Time from submission to solution, open requests counted as open.
     *
     * @param steps of the curve of what is still unsolved: seconds, share
     */
    record TimeToSolve(
            long requests,
            long open,
            Outcome<Double> median,
            @Nullable Bounds medianBounds,
            Outcome<Double> ninetieth,
            List<double[]> steps) {}
}
