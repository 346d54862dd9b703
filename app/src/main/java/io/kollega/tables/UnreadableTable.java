package io.kollega.tables;

import java.util.List;

/** A file that is no table from some line on; reading it further is of no use. */
public final class UnreadableTable extends Exception {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // never serialized
    private final CellProblem problem;

    UnreadableTable(CellProblem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    static UnreadableTable at(long line, String expected, Object... arguments) {
        return new UnreadableTable(new CellProblem(line, null, null, expected, List.of(arguments)));
    }

    public CellProblem problem() {
        return problem;
    }
}
