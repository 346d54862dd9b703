package io.kollega.tables;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The first problems of a file, as many as a person wants to read at once. */
public final class CellProblems {
    /** How many are kept. */
    public static final int LIMIT = 20;

    private final List<CellProblem> first = new ArrayList<>();
    private long count;

    public void add(CellProblem problem) {
        count++;
        if (first.size() < LIMIT) {
            first.add(problem);
        }
    }

    public boolean isEmpty() {
        return count == 0;
    }

    /** Whether reading on would find nothing that is shown. */
    public boolean isFull() {
        return first.size() >= LIMIT;
    }

    /** In the order of the file. */
    public List<CellProblem> first() {
        return first.stream().sorted(Comparator.comparingLong(CellProblem::line)).toList();
    }
}
