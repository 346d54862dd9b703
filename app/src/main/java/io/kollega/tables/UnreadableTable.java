package io.kollega.tables;

/** A file that is no table from some line on; reading it further is of no use. */
public final class UnreadableTable extends Exception {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // never serialized
    private final CellProblem problem;

    UnreadableTable(CellProblem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    public CellProblem problem() {
        return problem;
    }
}
