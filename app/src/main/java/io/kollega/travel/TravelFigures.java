package io.kollega.travel;

import java.util.List;
import kollega.measurement.Outcome;
import kollega.measurement.change.Bounds;
import org.jspecify.annotations.Nullable;

/**
 * What the ways of requests say; every part summed over the same requests. Whoever rests on fewer
 * people than {@link People#FEWEST} is left out of the lists and only counted in them.
 *
 * @param withheld whether there are requests of which no sum may be told
 * @param uncounted requests that are not folded yet
 */
record TravelFigures(
        Totals totals,
        Ranked<Flow> flows,
        Ranked<UnitTime> times,
        Ranked<Waiting> waiting,
        Ranked<Balance> balances,
        TimeToSolve timeToSolve,
        boolean withheld,
        long uncounted) {

    /**
     * The largest first.
     *
     * @param withheld how many were left out because too few people asked
     */
    record Ranked<T>(List<T> rows, int withheld) {}

    /** Counts of requests, handovers over all of them, and whose time it was. */
    record Totals(
            long requests,
            long handovers,
            long cameBack,
            long reopened,
            long waited,
            Usual usual,
            List<Share> shares) {}

    /** Working seconds of a kind of holder over all requests, or the closed hours. */
    record Share(String holder, long seconds) {}

    /** Handovers from one unit to another; {@code cameBack} of them to a unit left before. */
    record Flow(long from, long to, long handovers, long requests, long cameBack) {
        Told returned() {
            return Told.of(cameBack, handovers, requests);
        }
    }

    /** How often and how long a unit made its requests wait for the client. */
    record Waiting(long unit, long requests, long waited, Usual usual) {
        Told share() {
            return Told.of(waited, requests, requests);
        }
    }

    /** Seconds a unit had requests in hand, and how many requests. */
    record UnitTime(long unit, long requests, long open, long closed) {}

    /**
     * How long others waited for a unit, and how long it waited for others, in working seconds;
     * null where too few people asked.
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
     * @param alike whether nearly all took the same, so that only a bound may be told
     * @param steps of the curve of what is still unsolved: seconds, share; none of few requests
     */
    record TimeToSolve(
            long requests,
            long open,
            long ended,
            boolean alike,
            Outcome<Double> median,
            @Nullable Bounds medianBounds,
            Outcome<Double> ninetieth,
            List<double[]> steps) {
        static TimeToSolve unknown(String reason) {
            return new TimeToSolve(
                    0,
                    0,
                    0,
                    false,
                    Outcome.notEnoughData(reason),
                    null,
                    Outcome.notEnoughData(reason),
                    List.of());
        }
    }
}
