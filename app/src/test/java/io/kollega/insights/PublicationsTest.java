package io.kollega.insights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.kollega.insights.Publications.Point;
import io.kollega.organization.UnitId;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import kollega.measurement.disclosure.Reason;
import kollega.measurement.score.NetScore;
import org.junit.jupiter.api.Test;

class PublicationsTest extends OnDatabase {
    private static final UnitId A = new UnitId(1);
    private static final UnitId B = new UnitId(2);
    private static final UnitId C = new UnitId(3);
    private static final UnitId D = new UnitId(4);
    private static final YearMonth MARCH = YearMonth.of(2026, 3);

    private final List<Observation> seen = new ArrayList<>();

    @Test
    void publishesScoreWithIntervalAndPeople() {
        rate(A, B, MARCH, 1, 10, 9, 9, 7, 3);
        rate(A, B, MARCH, 1, 10);
        Figure.Published figure = published(matrix(), A, B);
        NetScore score = NetScore.of(4, 1, 1);
        assertThat(figure.value()).isEqualTo(50);
        assertThat(figure.low()).isEqualTo(100 * score.interval().low());
        assertThat(figure.high()).isEqualTo(100 * score.interval().high());
        assertThat(figure.n()).isEqualTo(6);
        assertThat(figure.raters()).isEqualTo(5);
    }

    @Test
    void withholdsFewerThanFivePeople() {
        rate(A, B, MARCH, 1, 10, 9, 9, 7);
        rate(A, B, MARCH, 1, 10, 10, 10, 10);
        assertThat(withheld(matrix(), A, B)).isEqualTo(new Reason.TooFewRaters(5));
        assertThat(matrix().company()).isInstanceOf(Figure.Withheld.class);
    }

    @Test
    void withholdsWhatOnePersonDominates() {
        rate(A, B, MARCH, 1, 10, 9, 9, 7, 3);
        for (int i = 0; i < 5; i++) {
            rate(A, B, MARCH, 1, 0);
        }
        assertThat(withheld(matrix(), A, B)).isEqualTo(new Reason.Dominated(0.5));
    }

    @Test
    void letsNoHiddenCellBeWorkedOutFromTotals() {
        rate(A, C, MARCH, 1, 9, 9, 9, 9, 9, 9);
        rate(A, D, MARCH, 1, 2, 2);
        rate(B, C, MARCH, 100, 9, 9, 9, 9, 9, 9, 9, 9);
        rate(B, D, MARCH, 100, 9, 9, 9, 9, 9, 9, 9, 9);
        UnitMatrix matrix = matrix();
        assertThat(withheld(matrix, A, D)).isEqualTo(new Reason.TooFewRaters(5));
        assertThat(published(matrix, A, C).n()).isEqualTo(6);
        assertThat(published(matrix, B, D).n()).isEqualTo(8);
        assertThat(total(matrix.asClient(A).orElseThrow())).isEqualTo(6);
        assertThat(total(matrix.asProvider(D).orElseThrow())).isEqualTo(8);
        assertThat(total(matrix.company())).isEqualTo(22);
        assertThat(total(matrix.asClient(B).orElseThrow())).isEqualTo(16);
    }

    @Test
    void letsNoHiddenCellColourWhatIsShown() {
        assertThat(shownBesideHidden(0, 0)).isEqualTo(shownBesideHidden(10, 10));
    }

    /** Everything that is shown of a matrix with a cell that is hidden with these scores. */
    private List<Object> shownBesideHidden(int... hidden) {
        empty();
        rate(A, B, MARCH, 1, 9, 9, 9, 3, 9, 9, 2, 1);
        rate(A, C, MARCH, 1, 9, 9, 9, 9, 8, 9);
        rate(A, D, MARCH, 1, hidden);
        rate(B, C, MARCH, 100, 9, 9, 9, 9, 7, 9, 9, 9);
        rate(B, D, MARCH, 100, 9, 2, 2, 9, 2, 9, 9, 9);
        rate(C, B, MARCH, 200, 9, 2, 2, 9, 2, 9, 9, 9);
        rate(C, D, MARCH, 200, 9, 8, 8, 9, 8, 7, 9, 9);
        UnitMatrix matrix = matrix();
        assertThat(figure(matrix, A, D)).isInstanceOf(Figure.Withheld.class);
        assertThat(matrix.fair(A, B)).isPresent();
        List<Object> shown = new ArrayList<>(matrix.cells());
        matrix.cells().forEach(cell -> shown.add(matrix.fair(cell.client(), cell.provider())));
        for (UnitId unit : List.of(A, B, C, D)) {
            shown.add(matrix.asClient(unit));
            shown.add(matrix.asProvider(unit));
        }
        shown.add(matrix.company());
        shown.add(publications.series(Measure.NPS, new Subject.Client(A), Period.ALL));
        return shown;
    }

    private static long total(Figure figure) {
        return ((Figure.Published) figure).n();
    }

    @Test
    void countsSharesByTheirFavourableValues() {
        for (int i = 0; i < 8; i++) {
            record(Measure.EASE, A, B, MARCH, i % 4, i);
        }
        Figure.Published figure = published(matrix(Measure.EASE, Period.ALL), A, B);
        assertThat(figure.value()).isEqualTo(0.5);
        assertThat(figure.low()).isCloseTo(0.2152, within(1e-4));
        assertThat(figure.high()).isCloseTo(0.7848, within(1e-4));
    }

    @Test
    void countsAnswersWhereNobodyIsKnown() {
        for (int i = 0; i < 5; i++) {
            record(Measure.ON_TIME, A, B, MARCH, 1, 0);
        }
        record(Measure.ON_TIME, A, C, MARCH, 1, 0);
        UnitMatrix matrix = matrix(Measure.ON_TIME, Period.ALL);
        assertThat(published(matrix, A, B).raters()).isEqualTo(5);
        assertThat(withheld(matrix, A, C)).isEqualTo(new Reason.TooFewRaters(5));
    }

    @Test
    void givesMeansTheirOwnScale() {
        for (int i = 0; i < 6; i++) {
            record(Measure.SPEED, A, B, MARCH, 4, i);
        }
        Figure.Published figure = published(matrix(Measure.SPEED, Period.ALL), A, B);
        assertThat(figure.value()).isEqualTo(4);
        assertThat(figure.low()).isBetween(3.0, 3.99);
        assertThat(figure.high()).isBetween(4.01, 5.0);
        assertThat(figure.comparison()).isNull();
    }

    @Test
    void tellsNoMonthByTheDifferenceOfTwoPeriods() {
        YearMonth april = MARCH.plusMonths(1);
        YearMonth may = MARCH.plusMonths(2);
        YearMonth june = MARCH.plusMonths(3);
        rate(A, B, MARCH, 1, 9, 9, 9, 9, 9, 9);
        rate(A, B, april, 1, 0);
        rate(A, B, may, 2, 9, 9, 9, 9);
        rate(A, B, june, 8, 5);
        assertThat(published(matrix(Measure.NPS, new Period(null, MARCH)), A, B).n()).isEqualTo(6);
        UnitMatrix.Cell cell =
                matrix(Measure.NPS, new Period(null, april)).cell(A, B).orElseThrow();
        assertThat(((Figure.Published) cell.figure()).n()).isEqualTo(6);
        assertThat(((Figure.Published) cell.figure()).whole()).isFalse();
        assertThat(cell.to()).isEqualTo(MARCH);
        assertThat(published(matrix(Measure.NPS, new Period(null, may)), A, B).n()).isEqualTo(11);
        assertThat(published(matrix(Measure.NPS, new Period(april, may)), A, B).n()).isEqualTo(5);
        assertThat(withheld(matrix(Measure.NPS, new Period(may, may)), A, B))
                .isEqualTo(new Reason.TooFewRaters(5));
        assertThat(published(matrix(), A, B).n()).isEqualTo(12);
        assertThat(published(matrix(Measure.NPS, new Period(MARCH, june)), A, B).n()).isEqualTo(12);
        assertThat(publications.series(Measure.NPS, new Subject.Between(A, B), Period.ALL))
                .extracting(Point::from, Point::to, p -> p.figure() instanceof Figure.Published)
                .containsExactly(
                        tuple(MARCH, MARCH, true),
                        tuple(april, may, true),
                        tuple(june, june, false));
    }

    @Test
    void endsWithTheLastClosedMonthWhereTheCompanyWantsIt() {
        YearMonth may = MARCH.plusMonths(2);
        YearMonth june = MARCH.plusMonths(3);
        rate(A, B, MARCH, 1, 9, 9, 9, 9, 9, 9);
        rate(A, B, may, 1, 0);
        rate(A, B, june, 7, 0, 0, 0, 0, 0, 0);
        rate(C, B, june, 7, 0, 0, 0, 0, 0, 0);
        assertThat(published(matrix(), A, B).n()).isEqualTo(13);
        Publications closed = publications(true);
        UnitMatrix all = closed.matrix(Measure.NPS, Period.ALL);
        assertThat(published(all, A, B).value()).isEqualTo(100);
        assertThat(published(all, A, B).n()).isEqualTo(6);
        assertThat(all.cell(C, B)).isEmpty();
        assertThat(total(all.asProvider(B).orElseThrow())).isEqualTo(6);
        assertThat(total(all.company())).isEqualTo(6);
        assertThat(closed.matrix(Measure.NPS, new Period(MARCH, june)).cell(A, B))
                .isEqualTo(all.cell(A, B));
        assertThat(closed.matrix(Measure.NPS, new Period(june, null)).cells()).isEmpty();
        assertThat(closed.series(Measure.NPS, new Subject.Provider(B), Period.ALL))
                .extracting(Point::from, Point::to, p -> p.figure() instanceof Figure.Published)
                .containsExactly(tuple(MARCH, MARCH, true), tuple(may, may, false));
    }

    @Test
    void movesWithTheFoldAndNotBefore() {
        rate(A, B, MARCH, 1, 9, 9, 9, 9, 9);
        assertThat(published(matrix(), A, B).n()).isEqualTo(5);
        observations.record(
                List.of(new Observation("late", Measure.NPS, A, B, null, MARCH.atDay(31), 9, 77)));
        assertThat(published(publications.matrix(Measure.NPS, Period.ALL), A, B).n()).isEqualTo(5);
        fold.everything();
        assertThat(published(publications.matrix(Measure.NPS, Period.ALL), A, B).n()).isEqualTo(6);
        cells.rebuild();
        assertThat(published(publications.matrix(Measure.NPS, Period.ALL), A, B).n()).isEqualTo(6);
    }

    @Test
    void flagsTheWeakProviderAndAllowsForTheStrictClient() {
        long person = 1;
        for (UnitId client : List.of(A, B, C, D)) {
            for (UnitId provider : List.of(A, B, C, D)) {
                if (!client.equals(provider)) {
                    int weak = provider.equals(D) ? 5 : 9;
                    int[] scores = new int[40];
                    for (int i = 0; i < scores.length; i++) {
                        scores[i] = i % 4 == 0 ? 7 : client.equals(A) && i % 2 == 0 ? 4 : weak;
                    }
                    rate(client, provider, MARCH, person, scores);
                    person += 100;
                }
            }
        }
        UnitMatrix matrix = matrix();
        assertThat(flag(published(matrix, B, D))).isEqualTo(Figure.Flag.BELOW);
        assertThat(flag(published(matrix, B, C))).isEqualTo(Figure.Flag.ABOVE);
        Fairness.Fair strict = matrix.fair(A, B).orElseThrow();
        assertThat(strict.client()).isNegative();
        assertThat(strict.value()).isGreaterThan(published(matrix, A, B).value());
        assertThat(matrix.fair(B, D).orElseThrow().flag()).isEqualTo(Figure.Flag.BELOW);
    }

    private UnitMatrix matrix() {
        return matrix(Measure.NPS, Period.ALL);
    }

    private UnitMatrix matrix(Measure measure, Period period) {
        observations.record(seen);
        seen.clear();
        fold.everything();
        return publications.matrix(measure, period);
    }

    /** One rating of each person, numbered from the first on. */
    private void rate(UnitId client, UnitId provider, YearMonth month, long first, int... scores) {
        for (int i = 0; i < scores.length; i++) {
            record(Measure.NPS, client, provider, month, scores[i], first + i);
        }
    }

    private void record(
            Measure measure,
            UnitId client,
            UnitId provider,
            YearMonth month,
            int value,
            long rater) {
        seen.add(
                new Observation(
                        "s" + NUMBER.incrementAndGet(),
                        measure,
                        client,
                        provider,
                        null,
                        month.atDay(9),
                        value,
                        rater));
    }

    private static final java.util.concurrent.atomic.AtomicLong NUMBER =
            new java.util.concurrent.atomic.AtomicLong();

    private static Figure figure(UnitMatrix matrix, UnitId client, UnitId provider) {
        return matrix.cell(client, provider).orElseThrow().figure();
    }

    private static Figure.Published published(UnitMatrix matrix, UnitId client, UnitId provider) {
        return (Figure.Published) figure(matrix, client, provider);
    }

    private static Reason withheld(UnitMatrix matrix, UnitId client, UnitId provider) {
        return ((Figure.Withheld) figure(matrix, client, provider)).reason();
    }

    private static Figure.Flag flag(Figure.Published figure) {
        return java.util.Objects.requireNonNull(figure.comparison()).flag();
    }
}
