package io.kollega.promises;

import io.kollega.catalog.Standard;
import io.kollega.worktime.CalendarId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of work that was done elsewhere, or earlier, to bring in with all that happened to it.
 *
 * @param asker who asked, where it is known
 * @param calendar by which its working time is counted
 * @param standard what was promised; null if nothing was, which only finished work may be
 * @param spans who had it, in time order, each beginning where the one before ended; the last one
 *     is open exactly when the work is
 * @param responded when the first public answer was given
 * @param end how it ended; null while it is open
 * @param kept whether the promise of a solution was kept, where the source says so itself; null to
 *     work it out from the standard
 */
public record WorkHistory(
        WorkId work,
        @Nullable Asker asker,
        CalendarId calendar,
        @Nullable Standard standard,
        List<HeldSpan> spans,
        @Nullable Instant responded,
        @Nullable End end,
        @Nullable Boolean kept) {
    /** How work ends. */
    public enum End {
        SOLVED,
        CANCELLED
    }
}
