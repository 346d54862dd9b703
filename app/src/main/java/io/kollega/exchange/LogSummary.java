package io.kollega.exchange;

import java.time.Instant;

/**
 * What an event log holds, counted over its rows.
 *
 * @param units those that held a request
 * @param handovers changes of unit between two events of a request in time order
 * @param pingPong requests that came back to a unit they had left
 * @param reopened requests with an event in an open state after one in a finished state
 */
public record LogSummary(
        long events,
        long requests,
        long units,
        long handovers,
        long pingPong,
        long reopened,
        Instant from,
        Instant to) {}
