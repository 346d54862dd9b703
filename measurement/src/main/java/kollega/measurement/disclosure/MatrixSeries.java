package kollega.measurement.disclosure;

import static kollega.measurement.Argument.share;
import static kollega.measurement.Argument.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What may be shown of a matrix month by month and over any range of months, so that no difference
 * of two ranges tells what may not be shown.
 *
 * <p>Closed months are gathered into blocks. A block ends with the first month by which so large a
 * share of its answers lies in cells that may be shown; it is judged as one {@link
 * MatrixSuppression}, once and for all. A figure over a range is the sum of what its whole blocks
 * show. Every answer is in one block, so whatever can be worked out of all figures together falls
 * into parts, one for each block, each of which was found safe.
 *
 * <p>Months that come later never change an earlier block, so a series may be computed anew from
 * all closed months whenever it is needed. It must not be fed with a month that is not closed.
 */
public final class MatrixSeries {

    /**
     * Months that are only ever counted together.
     *
     * @param from number of the first month
     * @param to number of the month after the last
     * @param shown what may be shown of them
     */
    public record Block(int from, int to, MatrixSuppression shown) {}

    private final PrivacyThreshold rule;
    private final List<Block> blocks;
    private final int months;

    private MatrixSeries(PrivacyThreshold rule, List<Block> blocks, int months) {
        this.rule = rule;
        this.blocks = List.copyOf(blocks);
        this.months = months;
    }

    /**
     * Gathers months into blocks.
     *
     * @param months the cells of every closed month, in order
     * @param rule the rule for one figure
     * @param share of its answers that a block must be able to show in cells, from 0 to 1
     */
    public static MatrixSeries of(
            int rows,
            int columns,
            List<List<RatingMatrix.Cell>> months,
            PrivacyThreshold rule,
            double share) {
        share("share", share);
        within("rows", 1, RatingMatrix.MOST_LINES, rows);
        within("columns", 1, RatingMatrix.MOST_LINES, columns);
        List<Block> blocks = new ArrayList<>();
        Map<Long, RatingMatrix.Cell> open = new HashMap<>();
        int from = 0;
        for (int month = 0; month < months.size(); month++) {
            for (RatingMatrix.Cell cell : months.get(month)) {
                within("row", 0, rows - 1, cell.row());
                within("column", 0, columns - 1, cell.column());
                open.merge((long) cell.row() * columns + cell.column(), cell, MatrixSeries::both);
            }
            RatingMatrix matrix = RatingMatrix.of(rows, columns, List.copyOf(open.values()));
            MatrixSuppression shown = MatrixSuppression.of(matrix, rule);
            if (answersShown(matrix, shown) >= share * matrix.total().answers()) {
                blocks.add(new Block(from, month + 1, shown));
                open.clear();
                from = month + 1;
            }
        }
        return new MatrixSeries(rule, blocks, months.size());
    }

    /** All blocks in order; months after the last one are not shown yet. */
    public List<Block> blocks() {
        return blocks;
    }

    /** The blocks within a range whose answers make up the figure of a cell there. */
    public List<Block> cell(int row, int column, int from, int to) {
        return blocksIn(from, to, block -> block.shown.cell(row, column));
    }

    /** The blocks within a range whose answers make up the total of a row there. */
    public List<Block> rowTotal(int row, int from, int to) {
        return blocksIn(from, to, block -> block.shown.rowTotal(row));
    }

    /** The blocks within a range whose answers make up the total of a column there. */
    public List<Block> columnTotal(int column, int from, int to) {
        return blocksIn(from, to, block -> block.shown.columnTotal(column));
    }

    /** The blocks within a range whose answers make up the total there. */
    public List<Block> total(int from, int to) {
        return blocksIn(from, to, block -> block.shown.total());
    }

    /** Why a cell has no figure over a range: the reason of its latest block there. */
    public Verdict verdict(int row, int column, int from, int to) {
        if (!cell(row, column, from, to).isEmpty()) {
            return Verdict.SHOWN;
        }
        Verdict latest = Verdict.withheld(new Reason.TooFewRaters(rule.raters()));
        for (Block block : blocks) {
            Verdict verdict = block.shown.cell(row, column);
            if (from <= block.from && block.to <= to && !isEmpty(verdict)) {
                latest = verdict;
            }
        }
        return latest;
    }

    private List<Block> blocksIn(int from, int to, Function<Block, Verdict> verdict) {
        within("from", 0, months, from);
        within("to", from, months, to);
        return blocks.stream()
                .filter(block -> from <= block.from && block.to <= to)
                .filter(block -> verdict.apply(block).isShown())
                .toList();
    }

    private static boolean isEmpty(Verdict verdict) {
        return verdict instanceof Verdict.Withheld(Reason.NoAnswers _);
    }

    private static RatingMatrix.Cell both(RatingMatrix.Cell a, RatingMatrix.Cell b) {
        return new RatingMatrix.Cell(a.row(), a.column(), a.raters().plus(b.raters()));
    }

    private static long answersShown(RatingMatrix matrix, MatrixSuppression shown) {
        return matrix.entries().stream()
                .filter(entry -> shown.cell(entry.row(), entry.column()).isShown())
                .mapToLong(entry -> entry.contribution().answers())
                .sum();
    }
}
