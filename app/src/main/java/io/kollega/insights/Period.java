package io.kollega.insights;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * Whole months, both ends included. Without an end it reaches as far as anything is recorded.
 *
 * @param from the first month
 * @param to the last month
 */
public record Period(@Nullable YearMonth from, @Nullable YearMonth to) {
    /** All that is recorded. */
    public static final Period ALL = new Period(null, null);

    public Period {
        if (from != null && to != null && from.isAfter(to)) {
            throw new IllegalArgumentException(
                    "from is " + from + ", allowed is up to the end of the period, " + to);
        }
    }

    boolean contains(YearMonth month) {
        return (from == null || !month.isBefore(from)) && (to == null || !month.isAfter(to));
    }
}
