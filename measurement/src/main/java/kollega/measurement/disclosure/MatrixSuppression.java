package kollega.measurement.disclosure;

import static kollega.measurement.Argument.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What may be shown of a matrix with its row totals, column totals and total: each figure only if
 * it may be shown by itself, and no figure that with the others would tell what fewer than k people
 * said. Exact: a withheld cell can't be computed, nor any weighted sum of withheld cells behind
 * which fewer than k people stand. That a cell has no answers is taken to be known.
 *
 * <p>Either totals go before cells or cells before totals. In the former case cells withheld
 * besides those that must be are chosen along shortest paths that enclose the latter, then shown
 * again where that is safe, the largest first. Not known to be the fewest, which is NP-hard to find
 * (Fischetti and Salazar-Gonzalez 2001, Management Science 47).
 *
 * <p>It must not be used for two matrices that share answers, such as a quarter and one of its
 * months; see {@link MatrixSeries} for that.
 */
public final class MatrixSuppression {

    private final RatingMatrix matrix;
    private final PrivacyThreshold rule;
    private final WithheldCells cells;
    private final Map<Long, Integer> cellNumbers = new HashMap<>();

    private MatrixSuppression(RatingMatrix matrix, PrivacyThreshold rule) {
        this.matrix = matrix;
        this.rule = rule;
        this.cells = new WithheldCells(matrix, rule);
        for (int cell = 0; cell < matrix.entries().size(); cell++) {
            RatingMatrix.Entry entry = matrix.entries().get(cell);
            cellNumbers.put(place(entry.row(), entry.column()), cell);
        }
    }

    /**
     * Decides what may be shown, totals before cells.
     *
     * @param matrix up to some thousand cells
     * @param rule the rule for one figure; its number of raters is k
     */
    public static MatrixSuppression of(RatingMatrix matrix, PrivacyThreshold rule) {
        MatrixSuppression shown = new MatrixSuppression(matrix, rule);
        shown.publishTotals();
        shown.showAllThatMayBeShown();
        shown.enclose();
        shown.showAgain();
        return shown;
    }

    /**
     * Decides what may be shown, cells before totals: every cell that may be shown by itself is,
     * and a total is withheld where it would tell of the cells that are not.
     *
     * @param matrix up to some thousand cells
     * @param rule the rule for one figure; its number of raters is k
     */
    public static MatrixSuppression cellsFirst(RatingMatrix matrix, PrivacyThreshold rule) {
        MatrixSuppression shown = new MatrixSuppression(matrix, rule);
        shown.showAllThatMayBeShown();
        shown.publishTotals();
        return shown;
    }

    /** The verdict on a cell. */
    public Verdict cell(int row, int column) {
        within("row", 0, matrix.rows() - 1, row);
        within("column", 0, matrix.columns() - 1, column);
        Integer number = cellNumbers.get(place(row, column));
        return number == null
                ? rule.judge(Contribution.NONE)
                : verdict(matrix.entries().get(number).contribution(), !cells.isHidden(number));
    }

    /** The verdict on the total of a row. */
    public Verdict rowTotal(int row) {
        within("row", 0, matrix.rows() - 1, row);
        return verdict(matrix.rowTotal(row), cells.isLineShown(row));
    }

    /** The verdict on the total of a column. */
    public Verdict columnTotal(int column) {
        within("column", 0, matrix.columns() - 1, column);
        return verdict(matrix.columnTotal(column), cells.isLineShown(matrix.rows() + column));
    }

    /** The verdict on the total of the whole matrix. */
    public Verdict total() {
        return verdict(matrix.total(), cells.isTotalShown());
    }

    private Verdict verdict(Contribution contribution, boolean shown) {
        Verdict alone = rule.judge(contribution);
        return !alone.isShown() || shown
                ? alone
                : Verdict.withheld(new Reason.CouldBeWorkedOut(rule.raters()));
    }

    private long place(int row, int column) {
        return (long) row * matrix.columns() + column;
    }

    private Contribution lineTotal(int line) {
        return line < matrix.rows()
                ? matrix.rowTotal(line)
                : matrix.columnTotal(line - matrix.rows());
    }

    private void publishTotals() {
        if (rule.judge(matrix.total()).isShown()) {
            cells.showTotal();
        }
        IntStream.range(0, matrix.rows() + matrix.columns())
                .filter(line -> rule.judge(lineTotal(line)).isShown())
                .boxed()
                .sorted(Comparator.comparingLong(line -> -lineTotal(line).answers()))
                .forEach(cells::showLine);
    }

    private void showAllThatMayBeShown() {
        IntStream.range(0, matrix.entries().size())
                .filter(cells::isPublishable)
                .forEach(cell -> cells.hide(cell, false));
    }

    private void enclose() {
        for (int cell = 0; cell < matrix.entries().size(); cell++) {
            if (cells.isPublishable(cell) || cells.isProtected(cell)) {
                continue;
            }
            List<Integer> path =
                    new EnclosingPath(matrix, cells)
                            .between(cells.rowNode(cell), cells.columnNode(cell));
            if (path.isEmpty()) {
                hideEverything();
                return;
            }
            path.forEach(enclosing -> cells.hide(enclosing, true));
        }
    }

    /** Safe, because the totals were published under just this condition. */
    private void hideEverything() {
        for (int cell = 0; cell < matrix.entries().size(); cell++) {
            cells.hide(cell, true);
        }
    }

    private void showAgain() {
        List<Integer> besides = new ArrayList<>();
        for (int cell = 0; cell < matrix.entries().size(); cell++) {
            if (cells.isHidden(cell) && cells.isPublishable(cell)) {
                besides.add(cell);
            }
        }
        besides.sort(
                Comparator.comparingLong(
                        cell -> -matrix.entries().get(cell).contribution().answers()));
        besides.forEach(cells::show);
    }
}
