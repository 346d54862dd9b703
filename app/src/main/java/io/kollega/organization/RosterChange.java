package io.kollega.organization;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What bringing in one row of a file would do.
 *
 * @param name what the unit or person will be called
 * @param where code of the unit above, or of the unit the person will belong to; empty at the top
 * @param from the day from which the row speaks
 * @param planned the next day from which something else was planned for them, which stays as it was
 *     planned; null if nothing is, or the row changes nothing of that kind
 */
public record RosterChange(
        String code,
        String name,
        String where,
        LocalDate from,
        @Nullable LocalDate planned,
        What what) {
    /** Kinds of change. */
    public enum What {
        NEW,
        RENAMED,
        MOVED,
        /** Known, but not there on that day: not yet, or no more. */
        PRESENT,
        /** Something else about them, such as the mail address. */
        CHANGED,
        SAME
    }
}
