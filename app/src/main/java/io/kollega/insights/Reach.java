package io.kollega.insights;

import java.time.YearMonth;
import java.util.function.Supplier;

/**
 * How far figures reach: to the last answer, so that they move with it; or, in a company that wants
 * it so, to the end of the last month, so that nobody learns from two looks what was said between
 * them.
 *
 * @param closedMonthsOnly whether the month that is not over is left out
 */
record Reach(boolean closedMonthsOnly, Supplier<YearMonth> thisMonth) {

    /** What of it may be counted. */
    History of(History history) {
        return closedMonthsOnly ? history.until(last()) : history;
    }

    /** The longest period there is. */
    Period all() {
        return closedMonthsOnly ? new Period(null, last()) : Period.ALL;
    }

    /** A period as far as figures reach; one that reaches to what was seen last has no end. */
    Period of(Period period, History history) {
        if (closedMonthsOnly) {
            YearMonth last = last();
            YearMonth to = period.to() == null || period.to().isAfter(last) ? last : period.to();
            // A period that only begins after that keeps its beginning, and holds nothing.
            YearMonth from = period.from();
            return new Period(from, from != null && from.isAfter(to) ? from : to);
        }
        return history.months().isEmpty()
                ? Period.ALL
                : period.openedAt(history.months().lastKey());
    }

    private YearMonth last() {
        return thisMonth.get().minusMonths(1);
    }
}
