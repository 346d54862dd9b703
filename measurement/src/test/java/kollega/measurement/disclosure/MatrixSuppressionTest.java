package kollega.measurement.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MatrixSuppressionTest {

    private static final PrivacyThreshold FIVE = new PrivacyThreshold(5, 0.5);
    private static final Verdict FEW = Verdict.withheld(new Reason.TooFewRaters(5));
    private static final Verdict DERIVABLE = Verdict.withheld(new Reason.CouldBeWorkedOut(5));

    @Test
    void showsEverythingThatNeedsNoProtection() {
        MatrixSuppression shown = MatrixSuppression.of(filled(6, 6, 8), FIVE);

        assertThat(verdicts(shown, 6, 6)).allMatch(Verdict::isShown);
    }

    @Test
    void enclosesOneSmallCellWithThreeOthers() {
        List<RatingMatrix.Cell> cells = cells(6, 6, 8);
        cells.set(14, new RatingMatrix.Cell(2, 2, people(2, 4)));

        MatrixSuppression shown = MatrixSuppression.of(RatingMatrix.of(6, 6, cells), FIVE);

        assertThat(shown.cell(2, 2)).isEqualTo(FEW);
        assertThat(verdicts(shown, 6, 6)).filteredOn(DERIVABLE::equals).hasSize(3);
        assertThat(verdicts(shown, 6, 6)).filteredOn(v -> !v.isShown()).hasSize(4);
    }

    @Test
    void leavesSmallCellsAloneThatHideEachOther() {
        List<RatingMatrix.Cell> cells = cells(6, 6, 8);
        for (int place : List.of(0, 1, 2, 6, 7, 8, 12, 13, 14)) {
            RatingMatrix.Cell cell = cells.get(place);
            cells.set(place, at(cell, people(10 * place, 4)));
        }

        MatrixSuppression shown = MatrixSuppression.of(RatingMatrix.of(6, 6, cells), FIVE);

        assertThat(verdicts(shown, 6, 6)).doesNotContain(DERIVABLE);
    }

    @Test
    void hidesACellThatOnePersonDominatesAmongOthers() {
        List<RatingMatrix.Cell> cells = cells(4, 4, 8);
        Map<Long, Integer> uneven = new HashMap<>(people(0, 8).answers());
        uneven.put(0L, 20);
        cells.set(0, at(cells.getFirst(), new RaterTally(uneven)));

        MatrixSuppression shown = MatrixSuppression.of(RatingMatrix.of(4, 4, cells), FIVE);

        assertThat(shown.cell(0, 0)).isEqualTo(Verdict.withheld(new Reason.Dominated(0.5)));
        assertThat(verdicts(shown, 4, 4)).filteredOn(DERIVABLE::equals).hasSize(3);
    }

    @Test
    void withholdsATotalWhenItIsTheTotalOfASmallLineThatWouldFollow() {
        List<RatingMatrix.Cell> cells = cells(3, 3, 8);
        IntStream.range(6, 9)
                .forEach(i -> cells.set(i, at(cells.get(i), people(900, i == 6 ? 2 : 1))));

        MatrixSuppression shown = MatrixSuppression.of(RatingMatrix.of(3, 3, cells), FIVE);

        assertThat(shown.rowTotal(2)).isEqualTo(FEW);
        assertThat(shown.rowTotal(0).isShown() && shown.rowTotal(1).isShown()).isFalse();
        assertThat(shown.total()).isEqualTo(Verdict.SHOWN);
    }

    @Test
    void saysOfAnEmptyCellThatNobodyAnswered() {
        MatrixSuppression shown =
                MatrixSuppression.of(RatingMatrix.of(2, 2, cells(2, 2, 8).subList(0, 3)), FIVE);

        assertThat(shown.cell(1, 1)).isEqualTo(Verdict.withheld(new Reason.NoAnswers()));
        assertThat(shown.cell(0, 0)).isEqualTo(Verdict.SHOWN);
    }

    @Test
    void withholdsNoLessWhenPeopleAreNotKnown() {
        Random random = new Random(5);
        for (int round = 0; round < 40; round++) {
            Table table = Table.random(random, 3, 4, false);
            MatrixSuppression known = MatrixSuppression.of(table.known(), FIVE);
            MatrixSuppression counted = MatrixSuppression.of(table.counted(), FIVE);

            table.assertSafe(counted);
            assertThat(counted.total())
                    .satisfiesAnyOf(
                            v -> assertThat(v).isEqualTo(known.total()),
                            v -> assertThat(v).isEqualTo(DERIVABLE));
        }
    }

    /** Gauss and all sets of cells behind which few people stand: no graphs, no flows. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void disclosesNoSetOfFewPeople(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 40; round++) {
            int rows = 2 + random.nextInt(3);
            int columns = 2 + random.nextInt(3);
            Table table = Table.random(random, rows, columns, random.nextBoolean());

            table.assertSafe(MatrixSuppression.of(table.known(), FIVE));
            table.assertSafe(MatrixSuppression.cellsFirst(table.known(), FIVE));
        }
    }

    @Test
    void showsEveryCellThatMayBeShownWhenCellsGoFirst() {
        List<RatingMatrix.Cell> cells = cells(2, 2, 9);
        cells.set(0, at(cells.get(0), people(0, 3)));
        RatingMatrix matrix = RatingMatrix.of(2, 2, cells);
        MatrixSuppression shown = MatrixSuppression.cellsFirst(matrix, FIVE);

        assertThat(shown.cell(0, 0)).isEqualTo(Verdict.withheld(new Reason.TooFewRaters(5)));
        assertThat(shown.cell(0, 1)).isEqualTo(Verdict.SHOWN);
        assertThat(shown.cell(1, 0)).isEqualTo(Verdict.SHOWN);
        assertThat(shown.cell(1, 1)).isEqualTo(Verdict.SHOWN);
        assertThat(shown.rowTotal(0)).isEqualTo(DERIVABLE);
        assertThat(shown.columnTotal(0)).isEqualTo(DERIVABLE);
        assertThat(shown.total()).isEqualTo(DERIVABLE);
        assertThat(shown.rowTotal(1)).isEqualTo(Verdict.SHOWN);
    }

    @Test
    void theCheckFindsWhatAThresholdAloneDiscloses() {
        Random random = new Random(9);
        int disclosed = 0;
        for (int round = 0; round < 40; round++) {
            Table table = Table.random(random, 4, 4, false);
            disclosed += table.leaks(cell -> FIVE.judge(cell).isShown()) ? 1 : 0;
        }
        assertThat(disclosed).isGreaterThan(20);
    }

    @Test
    void refusesCellsThatDoNotBelong() {
        RatingMatrix.Cell cell = new RatingMatrix.Cell(0, 0, people(0, 3));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> RatingMatrix.of(1, 1, List.of(cell, cell)))
                .withMessageContaining("(0, 0) twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        RatingMatrix.of(1, 1, List.of(new RatingMatrix.Cell(0, 1, people(0, 3)))))
                .withMessageContaining("column");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        RatingMatrix.counted(
                                List.of(
                                        new RatingMatrix.CountedCell(
                                                0, 0, Contribution.oneEach(3))),
                                List.of(Contribution.oneEach(4)),
                                List.of(Contribution.oneEach(3)),
                                Contribution.oneEach(3)))
                .withMessageContaining("rowTotals[0]");
    }

    private static Stream<Verdict> verdicts(MatrixSuppression shown, int rows, int columns) {
        return Stream.of(
                        Stream.of(shown.total()),
                        IntStream.range(0, rows).mapToObj(shown::rowTotal),
                        IntStream.range(0, columns).mapToObj(shown::columnTotal),
                        IntStream.range(0, rows * columns)
                                .mapToObj(i -> shown.cell(i / columns, i % columns)))
                .flatMap(verdict -> verdict);
    }

    private static RatingMatrix filled(int rows, int columns, int people) {
        return RatingMatrix.of(rows, columns, cells(rows, columns, people));
    }

    private static List<RatingMatrix.Cell> cells(int rows, int columns, int people) {
        List<RatingMatrix.Cell> cells = new ArrayList<>();
        for (int i = 0; i < rows * columns; i++) {
            cells.add(
                    new RatingMatrix.Cell(
                            i / columns, i % columns, people(1000 * (i / columns), people)));
        }
        return cells;
    }

    private static RatingMatrix.Cell at(RatingMatrix.Cell place, RaterTally raters) {
        return new RatingMatrix.Cell(place.row(), place.column(), raters);
    }

    private static RaterTally people(int first, int count) {
        Map<Long, Integer> answers = new HashMap<>();
        LongStream.range(first, first + count).forEach(person -> answers.put(person, 1));
        return new RaterTally(answers);
    }
}
