package io.kollega.insights;

import io.kollega.organization.Name;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one unit: as the one that serves, and as the one that asks.
 *
 * @param months how many of the latest months; 0 for all that is recorded
 * @param moved when something of the net score was last taken in; null if nothing ever was
 */
record UnitView(
        long id, Name name, int months, @Nullable Instant moved, Side provider, Side client) {

    /**
     * One side of the unit.
     *
     * @param net its net score
     * @param company the company's net score, or null if withheld
     * @param trend of the net score
     * @param shares easy, solved, in time
     * @param aspects what the others say of it in parts
     * @param counterparts whom it serves, or who serves it
     */
    record Side(
            Figure net,
            @Nullable Double company,
            TrendChart trend,
            List<PairView.Line> shares,
            List<PairView.Line> aspects,
            List<Counterpart> counterparts) {}

    /** Another unit, with the figures of the pair; the net score stands first. */
    record Counterpart(
            long id,
            Name name,
            @Nullable Figure net,
            @Nullable Figure ease,
            @Nullable Figure onTime,
            long client,
            long provider) {}
}
