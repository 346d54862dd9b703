package io.kollega.exchange;

import io.kollega.tables.CellProblem;
import java.util.List;

/** What came of an event log. */
public sealed interface LogOutcome {
    /** It was read; nothing was changed. */
    record Previewed(LogSummary summary) implements LogOutcome {}

    /**
     * It was brought in.
     *
     * @param created requests that were not known before; the others stay as they are
     */
    record Imported(LogSummary summary, int created) implements LogOutcome {}

    /** Something is wrong with it, and nothing was changed. The first problems, 20 at most. */
    record Refused(List<CellProblem> problems) implements LogOutcome {}
}
