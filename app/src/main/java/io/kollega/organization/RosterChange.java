package io.kollega.organization;

/**
 * What bringing in one row of a file would do.
 *
 * @param name what the unit or person will be called
 * @param where code of the unit above, or of the unit the person will belong to; empty at the top
 */
public record RosterChange(String code, String name, String where, What what) {
    /** Kinds of change. */
    public enum What {
        NEW,
        RENAMED,
        MOVED,
        /** Something else about them, such as the mail address. */
        CHANGED,
        SAME
    }
}
