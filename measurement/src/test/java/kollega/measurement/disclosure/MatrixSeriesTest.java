package kollega.measurement.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MatrixSeriesTest {

    private static final PrivacyThreshold FIVE = PrivacyLevel.SCORE.threshold();
    private static final int ROWS = 2;
    private static final int COLUMNS = 2;

    @Test
    void gathersMonthsUntilTheirCellsMayBeShown() {
        MatrixSeries series = series(List.of(month(3, 0), month(3, 3), month(3, 6), month(9, 0)));

        assertThat(series.blocks())
                .extracting(MatrixSeries.Block::from, MatrixSeries.Block::to)
                .containsExactly(tuple(0, 2), tuple(2, 4));
    }

    @Test
    void showsARangeByItsWholeBlocks() {
        MatrixSeries series = series(List.of(month(3, 0), month(3, 3), month(3, 6), month(9, 0)));

        assertThat(series.cell(0, 0, 0, 4)).isEqualTo(series.blocks());
        assertThat(series.cell(0, 0, 1, 4)).containsExactly(series.blocks().get(1));
        assertThat(series.cell(0, 0, 3, 4)).isEmpty();
        assertThat(series.verdict(0, 0, 0, 3)).isEqualTo(Verdict.SHOWN);
        assertThat(series.verdict(0, 0, 3, 4))
                .isEqualTo(Verdict.withheld(new Reason.TooFewRaters(5)));
        assertThat(series.total(0, 4)).hasSize(2);
        assertThat(series.rowTotal(1, 0, 2)).hasSize(1);
        assertThat(series.columnTotal(1, 0, 2)).hasSize(1);
    }

    @Test
    void leavesEarlierBlocksAsTheyWere() {
        List<List<RatingMatrix.Cell>> months = random(new Random(3), 12);
        List<MatrixSeries.Block> all = series(months).blocks();

        for (int known = 0; known < months.size(); known++) {
            int closed = known;
            assertThat(series(months.subList(0, known)).blocks())
                    .extracting(MatrixSeries.Block::from, MatrixSeries.Block::to)
                    .isEqualTo(
                            all.stream()
                                    .filter(block -> block.to() <= closed)
                                    .map(block -> tuple(block.from(), block.to()))
                                    .toList());
        }
    }

    @Test
    void refusesRangesThatDoNotExist() {
        MatrixSeries series = series(List.of(month(9, 0)));

        assertThatIllegalArgumentException().isThrownBy(() -> series.cell(0, 0, 0, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> series.total(1, 0));
    }

    /** Over all ranges at once, by elimination: nothing of one or two small cells of a month. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void tellsNothingByDifferencesOfRanges(long seed) {
        Random random = new Random(seed);
        int shown = 0;
        for (int round = 0; round < 15; round++) {
            List<List<RatingMatrix.Cell>> months = random(random, 5);
            List<BitSet> figures = figures(series(months), months.size());
            shown += figures.size();
            List<RatingMatrix.Cell> all = months.stream().flatMap(List::stream).toList();
            for (int place = 0; place < all.size(); place++) {
                if (all.get(place).raters().answers().isEmpty()) {
                    int nobody = place;
                    figures.forEach(figure -> figure.clear(nobody));
                }
            }

            for (int a = 0; a < all.size(); a++) {
                for (int b = a; b < all.size(); b++) {
                    Set<Long> people = new HashSet<>(all.get(a).raters().answers().keySet());
                    people.addAll(all.get(b).raters().answers().keySet());
                    if (people.size() < FIVE.raters()) {
                        assertThat(known(figures, all.size(), a, b)).isZero();
                    }
                }
            }
        }
        assertThat(shown).isPositive();
    }

    private static int known(List<BitSet> figures, int columns, int a, int b) {
        List<BitSet> others = new ArrayList<>();
        for (BitSet figure : figures) {
            BitSet rest = (BitSet) figure.clone();
            rest.clear(a);
            rest.clear(b);
            others.add(rest);
        }
        return RationalRank.of(figures, columns) - RationalRank.of(others, columns);
    }

    private static List<BitSet> figures(MatrixSeries series, int months) {
        Set<BitSet> figures = new HashSet<>();
        for (int from = 0; from < months; from++) {
            for (int to = from + 1; to <= months; to++) {
                figures.add(columns(series.total(from, to), 0, 0, 0, 0));
                for (int i = 0; i < ROWS; i++) {
                    figures.add(columns(series.rowTotal(i, from, to), 1, i, 0, 0));
                    figures.add(columns(series.columnTotal(i, from, to), 0, 0, 1, i));
                    for (int j = 0; j < COLUMNS; j++) {
                        figures.add(columns(series.cell(i, j, from, to), 1, i, 1, j));
                    }
                }
            }
        }
        figures.remove(new BitSet());
        return List.copyOf(figures);
    }

    private static BitSet columns(
            List<MatrixSeries.Block> blocks, int byRow, int row, int byColumn, int column) {
        BitSet columns = new BitSet();
        for (MatrixSeries.Block block : blocks) {
            for (int month = block.from(); month < block.to(); month++) {
                for (int place = 0; place < ROWS * COLUMNS; place++) {
                    if (byRow * (place / COLUMNS) == byRow * row
                            && byColumn * (place % COLUMNS) == byColumn * column) {
                        columns.set(month * ROWS * COLUMNS + place);
                    }
                }
            }
        }
        return columns;
    }

    private static MatrixSeries series(List<List<RatingMatrix.Cell>> months) {
        return MatrixSeries.of(ROWS, COLUMNS, months, FIVE, 0.5);
    }

    /** In every cell so many people, the first of them of this number. */
    private static List<RatingMatrix.Cell> month(int people, int first) {
        List<RatingMatrix.Cell> cells = new ArrayList<>();
        for (int place = 0; place < ROWS * COLUMNS; place++) {
            Map<Long, Integer> answers = new HashMap<>();
            for (int i = first; i < first + people; i++) {
                answers.put(100L * (place / COLUMNS) + i, 1);
            }
            cells.add(
                    new RatingMatrix.Cell(
                            place / COLUMNS, place % COLUMNS, new RaterTally(answers)));
        }
        return cells;
    }

    private static List<List<RatingMatrix.Cell>> random(Random random, int months) {
        List<List<RatingMatrix.Cell>> all = new ArrayList<>();
        for (int month = 0; month < months; month++) {
            List<RatingMatrix.Cell> cells = new ArrayList<>();
            for (int place = 0; place < ROWS * COLUMNS; place++) {
                Map<Long, Integer> answers = new HashMap<>();
                for (int i = random.nextInt(9); i > 0; i--) {
                    answers.put(100L * (place / COLUMNS) + random.nextInt(12), 1);
                }
                cells.add(
                        new RatingMatrix.Cell(
                                place / COLUMNS, place % COLUMNS, new RaterTally(answers)));
            }
            all.add(cells);
        }
        return all;
    }
}
