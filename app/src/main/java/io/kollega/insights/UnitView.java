package io.kollega.insights;

import io.kollega.organization.Name;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one unit: as the one that serves, and as the one that asks.
 *
 * @param months how many of the latest months; 0 for all that is recorded
 * @param then whether units are shown as they were
 * @param moved when something of the net score was last taken in; null if nothing ever was
 */
record UnitView(
        long id,
        Name name,
        int months,
        boolean then,
        Origin origin,
        @Nullable Instant moved,
        Side provider,
        Side client) {

    /** What comes after the address of the page. */
    String parameters(int other) {
        return "?months=" + other + (then ? "&structure=then" : "");
    }

    /** The same in the other structure. */
    String otherStructure() {
        return "?months=" + months + (then ? "" : "&structure=then");
    }

    /**
     * Where the unit comes from and what became of it.
     *
     * @param until the first day without it; null if it goes on
     * @param successors none, one that goes on with its history, or several that divided it
     * @param former those that were merged into it, and of which it is a part
     */
    record Origin(@Nullable LocalDate until, List<Other> successors, List<Former> former) {
        /** Whether figures of others go on with its own. */
        boolean hasMerged() {
            return former.stream().anyMatch(Former::merged);
        }
    }

    /** Another unit. */
    record Other(long id, Name name) {}

    /**
     * A unit that is no more.
     *
     * @param merged whether all of it went on here
     */
    record Former(long id, Name name, LocalDate until, boolean merged) {}

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
