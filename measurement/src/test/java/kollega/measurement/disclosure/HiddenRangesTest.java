package kollega.measurement.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import kollega.measurement.Interval;
import kollega.measurement.disclosure.HiddenRanges.Figure;
import org.junit.jupiter.api.Test;

class HiddenRangesTest {

    @Test
    void knowsNothingWithoutFigures() {
        HiddenRanges ranges = HiddenRanges.of(10, List.of(), 3, 4);

        assertRange(ranges, Set.of(0), 0, 30);
        assertThat(ranges.judge(Set.of(0), 1)).isEqualTo(Verdict.SHOWN);
    }

    @Test
    void boundsAPartByTheWhole() {
        HiddenRanges ranges = HiddenRanges.of(10, List.of(figure(12, 0, 1)), 3, 4);

        assertRange(ranges, Set.of(0), 0, 12);
        assertRange(ranges, Set.of(1), 0, 12);
        assertRange(ranges, Set.of(0, 1), 12, 12);
    }

    @Test
    void seesThatAnExtremeWholeTellsItsParts() {
        HiddenRanges ranges = HiddenRanges.of(10, List.of(figure(69, 0, 1)), 3, 4);

        assertRange(ranges, Set.of(0), 29, 30);
        assertThat(ranges.judge(Set.of(0), 0.5))
                .isEqualTo(Verdict.withheld(new Reason.CouldBeNarrowedDown(0.5)));
    }

    @Test
    void solvesATwoByTwoTable() {
        List<Figure> margins =
                List.of(figure(20, 0, 1), figure(60, 2, 3), figure(30, 0, 2), figure(50, 1, 3));
        HiddenRanges ranges = HiddenRanges.of(10, margins, 4, 4, 4, 4);

        assertRange(ranges, Set.of(0), 0, 10);
        assertRange(ranges, Set.of(3), 30, 40);
    }

    @Test
    void leavesMoreOpenWhenFiguresAreRounded() {
        HiddenRanges ranges =
                HiddenRanges.of(
                        10,
                        List.of(
                                new Figure(Set.of(0, 1), new Interval(28, 32)),
                                new Figure(Set.of(1), new Interval(9, 11))),
                        5,
                        5);

        assertRange(ranges, Set.of(0), 17, 23);
    }

    @Test
    void refusesFiguresThatContradictEachOther() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> HiddenRanges.of(10, List.of(figure(40, 0)), 3, 4).range(Set.of(0)))
                .withMessageContaining("contradict");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HiddenRanges.of(10, List.of(figure(1, 2)), 3, 4))
                .withMessageContaining("column is 2");
    }

    private static Figure figure(double sum, Integer... columns) {
        return new Figure(Set.of(columns), new Interval(sum, sum));
    }

    private static void assertRange(
            HiddenRanges ranges, Set<Integer> cell, double low, double high) {
        Interval range = ranges.range(cell);
        assertThat(range.low()).isCloseTo(low, within(1e-6));
        assertThat(range.high()).isCloseTo(high, within(1e-6));
    }
}
