package io.kollega.travel;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * What of the ways is looked at.
 *
 * @param from first month of submission, or null for all
 * @param to last month of submission, or null for all
 * @param level whether units are shown one by one or by the unit above them
 */
record TravelQuestion(@Nullable YearMonth from, @Nullable YearMonth to, Level level) {
    /** How finely units are told apart. */
    enum Level {
        UNITS,
        DIVISIONS;

        String slug() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static Level of(@Nullable String slug) {
            return "divisions".equals(slug) ? DIVISIONS : UNITS;
        }
    }
}
