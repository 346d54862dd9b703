package io.kollega.promises;

import java.time.Duration;
import java.util.List;

/**
 * The delay ledger: the elapsed time of a piece of work divided between those who had it, and the
 * hours in which the unit that had it was closed. The lines sum exactly to the whole.
 */
public record Ledger(Duration whole, List<Line> lines) {
    /** Time of one holder ({@code closed} false) or closed hours ({@code closed} true). */
    public record Line(Holder holder, boolean closed, Duration time) {}
}
