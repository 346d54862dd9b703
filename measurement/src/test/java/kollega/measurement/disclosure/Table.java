package kollega.measurement.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;

/** A small random matrix and an attacker who tries every set of cells by linear algebra. */
record Table(int rows, int columns, List<RatingMatrix.Cell> cells) {

    private static final int K = 5;

    static Table random(Random random, int rows, int columns, boolean peopleMove) {
        List<RatingMatrix.Cell> cells = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            int staff = 3 + random.nextInt(9);
            for (int column = 0; column < columns; column++) {
                Map<Long, Integer> answers = new HashMap<>();
                int raters = random.nextInt(4) == 0 ? 0 : random.nextInt(staff + 1);
                for (int i = 0; i < raters; i++) {
                    int home = peopleMove && random.nextInt(6) == 0 ? random.nextInt(rows) : row;
                    answers.merge(100L * home + random.nextInt(staff), 1, Integer::sum);
                }
                if (raters > 0 && random.nextInt(8) == 0) {
                    answers.merge(100L * row + random.nextInt(staff), 15, Integer::sum);
                }
                cells.add(new RatingMatrix.Cell(row, column, new RaterTally(answers)));
            }
        }
        return new Table(rows, columns, cells);
    }

    RatingMatrix known() {
        return RatingMatrix.of(rows, columns, cells);
    }

    RatingMatrix counted() {
        return RatingMatrix.counted(
                cells.stream()
                        .map(c ->
                                new RatingMatrix.CountedCell(
                                        c.row(), c.column(), c.raters().contribution()))
                        .toList(),
                lines(rows, true),
                lines(columns, false),
                sum(cells));
    }

    void assertSafe(MatrixSuppression shown) {
        List<List<RatingMatrix.Cell>> published = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            if (shown.rowTotal(row).isShown()) {
                published.add(line(row, true));
            }
        }
        for (int column = 0; column < columns; column++) {
            if (shown.columnTotal(column).isShown()) {
                published.add(line(column, false));
            }
        }
        if (shown.total().isShown()) {
            published.add(cells);
        }
        List<RatingMatrix.Cell> hidden =
                cells.stream()
                        .filter(c -> !c.raters().answers().isEmpty())
                        .filter(c -> !shown.cell(c.row(), c.column()).isShown())
                        .toList();
        assertThat(leaks(published, hidden)).as("%s", cells).isFalse();
    }

    /** Whether something leaks if each figure is shown that this rule allows by itself. */
    boolean leaks(Predicate<Contribution> allows) {
        List<List<RatingMatrix.Cell>> published = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            published.add(line(row, true));
        }
        for (int column = 0; column < columns; column++) {
            published.add(line(column, false));
        }
        published.add(cells);
        published.removeIf(figure -> !allows.test(sum(figure)));
        return leaks(
                published,
                cells.stream()
                        .filter(c -> !c.raters().answers().isEmpty())
                        .filter(c -> !allows.test(c.raters().contribution()))
                        .toList());
    }

    private static boolean leaks(
            List<List<RatingMatrix.Cell>> published, List<RatingMatrix.Cell> hidden) {
        List<BitSet> equations = new ArrayList<>();
        for (List<RatingMatrix.Cell> figure : published) {
            BitSet equation = new BitSet();
            hidden.stream().filter(figure::contains).forEach(c -> equation.set(hidden.indexOf(c)));
            equations.add(equation);
        }
        int rank = RationalRank.of(equations, hidden.size());
        for (int set = 1; set < 1 << hidden.size(); set++) {
            BitSet inside = BitSet.valueOf(new long[] {set});
            if (isSensitive(inside.stream().mapToObj(hidden::get).toList())) {
                List<BitSet> outside = new ArrayList<>();
                for (BitSet equation : equations) {
                    BitSet rest = (BitSet) equation.clone();
                    rest.andNot(inside);
                    outside.add(rest);
                }
                if (RationalRank.of(outside, hidden.size()) < rank) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isSensitive(List<RatingMatrix.Cell> set) {
        Contribution behind = sum(set);
        return behind.raters() < K || set.size() == 1 && behind.largestShare() > 0.5;
    }

    private List<Contribution> lines(int count, boolean isRow) {
        List<Contribution> totals = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            totals.add(sum(line(i, isRow)));
        }
        return totals;
    }

    private List<RatingMatrix.Cell> line(int number, boolean isRow) {
        return cells.stream().filter(c -> (isRow ? c.row() : c.column()) == number).toList();
    }

    private static Contribution sum(List<RatingMatrix.Cell> set) {
        return set.stream()
                .map(RatingMatrix.Cell::raters)
                .reduce(RaterTally.NONE, RaterTally::plus)
                .contribution();
    }
}
