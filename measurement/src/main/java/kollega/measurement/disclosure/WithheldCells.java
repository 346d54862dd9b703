package kollega.measurement.disclosure;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The graph of what is hidden in a matrix. Its nodes are the lines (rows and columns) whose totals
 * are published, its edges the hidden cells; lines without a published total share a node.
 *
 * <p>Whoever knows what is published can work out exactly the weighted sums in which a hidden cell
 * has the difference of two numbers, one chosen freely for its row's node and one for its column's.
 * So the hidden cells in such a sum contain a cut of the graph, and every cut is such a sum
 * (Gusfield 1988, A graph theoretic approach to statistical data security, SIAM Journal on
 * Computing 17). Nothing is told of fewer than k people if and only if k different people stand
 * behind every cut that holds a hidden cell: by Menger's theorem, if k of them link its two sides.
 */
final class WithheldCells {

    private final RatingMatrix matrix;
    private final int k;
    private final boolean[] publishable;
    private final boolean[] fewRaters;
    private final boolean[] hidden;
    private final boolean[] lineShown;
    private boolean totalShown;
    private @Nullable Links links;

    /** The sets of nodes held together, and the people who link them; valid until a change. */
    private record Links(LineSets sets, MaxFlow people) {}

    /** All cells hidden, no total published. */
    WithheldCells(RatingMatrix matrix, PrivacyThreshold rule) {
        this.matrix = matrix;
        this.k = rule.raters();
        List<RatingMatrix.Entry> entries = matrix.entries();
        publishable = new boolean[entries.size()];
        fewRaters = new boolean[entries.size()];
        hidden = new boolean[entries.size()];
        lineShown = new boolean[matrix.rows() + matrix.columns()];
        for (int cell = 0; cell < hidden.length; cell++) {
            Contribution own = entries.get(cell).contribution();
            publishable[cell] = rule.judge(own).isShown();
            fewRaters[cell] = own.raters() < k;
            hidden[cell] = true;
        }
    }

    boolean isHidden(int cell) {
        return hidden[cell];
    }

    boolean isPublishable(int cell) {
        return publishable[cell];
    }

    void hide(int cell, boolean hide) {
        hidden[cell] = hide;
        links = null;
    }

    /** Lines are the rows, then the columns. */
    boolean isLineShown(int line) {
        return lineShown[line];
    }

    boolean isTotalShown() {
        return totalShown;
    }

    int nodes() {
        return lineShown.length + 2;
    }

    int rowNode(int cell) {
        return node(matrix.entries().get(cell).row());
    }

    int columnNode(int cell) {
        return node(matrix.rows() + matrix.entries().get(cell).column());
    }

    /** Whether a hidden cell that may not be shown stays hidden among k people. */
    boolean isProtected(int cell) {
        return isLinked(rowNode(cell), columnNode(cell));
    }

    /** Shows a hidden cell if that is safe. */
    boolean show(int cell) {
        hide(cell, false);
        hide(cell, !isSafelyApart(rowNode(cell), columnNode(cell)));
        return !hidden[cell];
    }

    /** Publishes the total of a line if that is safe. */
    boolean showLine(int line) {
        int before = node(line);
        lineShown[line] = true;
        links = null;
        lineShown[line] = isSafelyApart(before, node(line));
        links = null;
        return lineShown[line];
    }

    /** Publishes the total of the whole if that is safe. */
    boolean showTotal() {
        int before = nodes() - 1;
        totalShown = true;
        links = null;
        totalShown = isSafelyApart(before, nodes() - 2);
        links = null;
        return totalShown;
    }

    /** The sets of nodes that hidden cells, each publishable by itself, hold together. */
    private LineSets heldTogether() {
        LineSets sets = new LineSets(nodes());
        for (int cell = 0; cell < hidden.length; cell++) {
            if (hidden[cell] && publishable[cell]) {
                sets.merge(rowNode(cell), columnNode(cell));
            }
        }
        return sets;
    }

    private int node(int line) {
        if (lineShown[line]) {
            return line;
        }
        return line < matrix.rows() && totalShown ? nodes() - 2 : nodes() - 1;
    }

    /** Two nodes that were one may come apart: no hidden cell joins them, or k people do. */
    private boolean isSafelyApart(int a, int b) {
        LineSets joined = new LineSets(nodes());
        for (int cell = 0; cell < hidden.length; cell++) {
            if (hidden[cell]) {
                joined.merge(rowNode(cell), columnNode(cell));
            }
        }
        return joined.find(a) != joined.find(b) || isLinked(a, b);
    }

    /** Whether k different people stand behind every cut between two nodes. */
    private boolean isLinked(int a, int b) {
        Links current = links;
        if (current == null) {
            LineSets sets = heldTogether();
            current = new Links(sets, people(sets));
            links = current;
        }
        int source = current.sets.find(a);
        int sink = current.sets.find(b);
        return source == sink || current.people.upTo(k, source, sink) == k;
    }

    /** Every person in a hidden cell of few raters is a link between lines, to be used once. */
    private MaxFlow people(LineSets sets) {
        Map<Long, Integer> rowOf = new HashMap<>();
        Map<Long, Set<Integer>> reach = new HashMap<>();
        for (int cell = 0; cell < hidden.length; cell++) {
            int row = sets.find(rowNode(cell));
            int column = sets.find(columnNode(cell));
            if (!hidden[cell] || !fewRaters[cell] || row == column) {
                continue;
            }
            RatingMatrix.Entry entry = matrix.entries().get(cell);
            for (Long person : entry.raters()) {
                if (rowOf.computeIfAbsent(person, first -> entry.row()) == entry.row()) {
                    Set<Integer> lines = reach.computeIfAbsent(person, first -> new HashSet<>());
                    lines.add(row);
                    lines.add(column);
                }
            }
        }
        MaxFlow flow = new MaxFlow(nodes() + 2 * reach.size());
        int entrance = nodes();
        for (Set<Integer> lines : reach.values()) {
            flow.arc(entrance, entrance + 1, 1);
            for (int line : lines) {
                flow.arc(line, entrance, 1);
                flow.arc(entrance + 1, line, 1);
            }
            entrance += 2;
        }
        return flow;
    }
}
