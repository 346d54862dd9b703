package io.kollega.insights;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import kollega.measurement.disclosure.PrivacyThreshold;

/**
 * A run of months that is published as one: each block by itself rests on enough people. A figure
 * of a closed period is made of whole blocks, so no two such periods differ by the answers of a
 * few.
 *
 * @param closed whether it rests on enough people; only the last one may not
 */
record Block(YearMonth from, YearMonth to, Tally tally, boolean closed) {

    /**
     * Cuts the months of a figure into the shortest blocks that may be shown. What is left over at
     * the end is a block that is not closed yet. Closed blocks do not change as months are added.
     */
    static List<Block> cut(NavigableMap<YearMonth, Tally> months, PrivacyThreshold rule) {
        List<Block> blocks = new ArrayList<>();
        Block open = null;
        for (var month : months.entrySet()) {
            Tally tally =
                    open == null
                            ? month.getValue()
                            : Tally.sum(List.of(open.tally, month.getValue()));
            YearMonth from = open == null ? month.getKey() : open.from;
            boolean closed = rule.judge(tally.contribution()).isShown();
            Block block = new Block(from, month.getKey(), tally, closed);
            if (closed) {
                blocks.add(block);
            }
            open = closed ? null : block;
        }
        if (open != null) {
            blocks.add(open);
        }
        return blocks;
    }

    boolean within(Period period) {
        return period.contains(from) && period.contains(to);
    }

    boolean contains(YearMonth month) {
        return !month.isBefore(from) && !month.isAfter(to);
    }
}
