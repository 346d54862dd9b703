package kollega.measurement.disclosure;

import static kollega.measurement.Argument.require;
import static kollega.measurement.Argument.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Who rated whom: groups of raters in rows, what they rate in columns, and who stands behind every
 * cell, line and the whole.
 */
public final class RatingMatrix {

    /**
     * A cell and the people in it.
     *
     * @param row number of the row, from 0
     * @param column number of the column, from 0
     */
    public record Cell(int row, int column, RaterTally raters) {}

    /** A cell of which only the contribution is known, not who the people are. */
    public record CountedCell(int row, int column, Contribution contribution) {}

    /** The most rows, and the most columns. */
    static final int MOST_LINES = 10_000;

    private static final int MOST_RATERS = 1_000_000;

    private final int rows;
    private final int columns;
    private final List<Entry> entries;
    private final List<Contribution> rowTotals;
    private final List<Contribution> columnTotals;
    private final Contribution total;

    /** A cell with answers; {@code raters} are keys of people, comparable within the matrix. */
    record Entry(int row, int column, Contribution contribution, List<Long> raters) {}

    private RatingMatrix(
            int rows,
            int columns,
            List<Entry> entries,
            List<Contribution> rowTotals,
            List<Contribution> columnTotals,
            Contribution total) {
        this.rows = rows;
        this.columns = columns;
        this.entries = List.copyOf(entries);
        this.rowTotals = List.copyOf(rowTotals);
        this.columnTotals = List.copyOf(columnTotals);
        this.total = total;
        Set<Long> seen = new HashSet<>();
        for (Entry entry : entries) {
            require(
                    seen.add((long) entry.row * columns + entry.column),
                    "cells",
                    "(" + entry.row + ", " + entry.column + ") twice",
                    "each cell once");
        }
    }

    /**
     * A matrix of cells whose people are known; totals follow from them.
     *
     * @param cells the cells, each at most once; a cell that is missing has no answers
     * @throws IllegalArgumentException if a cell comes twice or lies outside
     */
    public static RatingMatrix of(int rows, int columns, List<Cell> cells) {
        requireShape(rows, columns);
        List<List<RaterTally>> byRow = nobody(rows);
        List<List<RaterTally>> byColumn = nobody(columns);
        List<Entry> entries = new ArrayList<>();
        for (Cell cell : cells) {
            within("row", 0, rows - 1, cell.row);
            within("column", 0, columns - 1, cell.column);
            if (cell.raters.size() > 0) {
                byRow.get(cell.row).add(cell.raters);
                byColumn.get(cell.column).add(cell.raters);
                entries.add(
                        new Entry(
                                cell.row,
                                cell.column,
                                cell.raters.contribution(),
                                cell.raters.people()));
            }
        }
        List<RaterTally> rowTallies = byRow.stream().map(RaterTally::sum).toList();
        return new RatingMatrix(
                rows,
                columns,
                entries,
                rowTallies.stream().map(RaterTally::contribution).toList(),
                byColumn.stream().map(RaterTally::sum).map(RaterTally::contribution).toList(),
                RaterTally.sum(rowTallies).contribution());
    }

    /**
     * A matrix of which only contributions are known. Nobody may be in two rows; within a row the
     * people of one cell are taken to be among those of every larger cell, the worst that can be,
     * so more is withheld than when the people are known.
     *
     * @param cells the cells, each at most once; a cell that is missing has no answers
     * @param rowTotals for every row, distinct people counted over the whole row
     * @param columnTotals for every column, likewise
     * @param total the whole matrix, likewise
     * @throws IllegalArgumentException if a cell comes twice, lies outside or has more than a
     *     million raters, or answers do not add up to the totals
     */
    public static RatingMatrix counted(
            List<CountedCell> cells,
            List<Contribution> rowTotals,
            List<Contribution> columnTotals,
            Contribution total) {
        requireShape(rowTotals.size(), columnTotals.size());
        List<Entry> entries = new ArrayList<>();
        long[] byRow = new long[rowTotals.size()];
        long[] byColumn = new long[columnTotals.size()];
        for (CountedCell cell : cells) {
            within("row", 0, byRow.length - 1, cell.row);
            within("column", 0, byColumn.length - 1, cell.column);
            Contribution own = cell.contribution;
            within("contribution.raters", 0, MOST_RATERS, own.raters());
            if (own.answers() > 0) {
                byRow[cell.row] += own.answers();
                byColumn[cell.column] += own.answers();
                long first = (long) cell.row << 32;
                entries.add(
                        new Entry(
                                cell.row,
                                cell.column,
                                own,
                                IntStream.range(0, own.raters())
                                        .mapToObj(person -> first + person)
                                        .toList()));
            }
        }
        requireSums("rowTotals", rowTotals, byRow);
        requireSums("columnTotals", columnTotals, byColumn);
        requireSums("total", List.of(total), new long[] {LongStream.of(byRow).sum()});
        return new RatingMatrix(
                byRow.length, byColumn.length, entries, rowTotals, columnTotals, total);
    }

    int rows() {
        return rows;
    }

    int columns() {
        return columns;
    }

    List<Entry> entries() {
        return entries;
    }

    Contribution rowTotal(int row) {
        return rowTotals.get(row);
    }

    Contribution columnTotal(int column) {
        return columnTotals.get(column);
    }

    Contribution total() {
        return total;
    }

    private static void requireShape(int rows, int columns) {
        within("rows", 1, MOST_LINES, rows);
        within("columns", 1, MOST_LINES, columns);
    }

    private static List<List<RaterTally>> nobody(int lines) {
        List<List<RaterTally>> none = new ArrayList<>();
        for (int line = 0; line < lines; line++) {
            none.add(new ArrayList<>());
        }
        return none;
    }

    private static void requireSums(String name, List<Contribution> totals, long[] sums) {
        for (int line = 0; line < sums.length; line++) {
            require(
                    totals.get(line).answers() == sums[line],
                    name + "[" + line + "].answers",
                    totals.get(line).answers(),
                    "the sum of its cells, " + sums[line]);
        }
    }
}
