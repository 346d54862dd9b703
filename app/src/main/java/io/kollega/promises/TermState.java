package io.kollega.promises;

/** How one promise stands, whether or not its clock is paused. */
enum TermState {
    /** Nothing was promised. */
    NONE,
    RUNNING,
    /** Broken, and the work still open. */
    LATE,
    KEPT,
    MISSED,
    CANCELLED;

    boolean open() {
        return this == RUNNING || this == LATE;
    }
}
