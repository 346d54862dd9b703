package io.kollega.insights;

import java.time.YearMonth;
import java.util.List;
import java.util.NavigableMap;
import kollega.measurement.disclosure.PrivacyThreshold;
import org.jspecify.annotations.Nullable;

/**
 * What of a figure a period covers: the whole blocks within it. A period without an end also covers
 * what is not enough for a block yet, so that its figures move with every answer.
 *
 * @param shown the blocks
 * @param hidden what else was seen in the period: parts of blocks that reach beyond it
 * @param from the first month of the blocks; null if there is none
 * @param to their last month
 */
record Cover(Tally shown, Tally hidden, @Nullable YearMonth from, @Nullable YearMonth to) {

    private static final Cover NOTHING = new Cover(Tally.NONE, Tally.NONE, null, null);

    static Cover of(NavigableMap<YearMonth, Tally> months, Period period, PrivacyThreshold rule) {
        List<YearMonth> inside = months.keySet().stream().filter(period::contains).toList();
        if (inside.isEmpty()) {
            return NOTHING;
        }
        if (inside.size() == months.size() && period.to() == null) {
            Tally all = Tally.sum(List.copyOf(months.values()));
            return new Cover(all, Tally.NONE, months.firstKey(), months.lastKey());
        }
        List<Block> blocks =
                Block.cut(months, rule).stream()
                        .filter(block -> block.within(period))
                        .filter(block -> block.closed() || period.to() == null)
                        .toList();
        List<Tally> rest =
                inside.stream()
                        .filter(month -> blocks.stream().noneMatch(b -> b.contains(month)))
                        .map(month -> months.getOrDefault(month, Tally.NONE))
                        .toList();
        return new Cover(
                Tally.sum(blocks.stream().map(Block::tally).toList()),
                Tally.sum(rest),
                blocks.isEmpty() ? null : blocks.getFirst().from(),
                blocks.isEmpty() ? null : blocks.getLast().to());
    }

    /** Whether nothing of the period is left out. */
    boolean whole() {
        return hidden.n() == 0;
    }
}
