package io.kollega.insights;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import kollega.measurement.disclosure.Reason;
import org.junit.jupiter.api.Test;

/** When what waits is taken in, and as what. */
class StepsTest extends OnDatabase {
    private static final Period ALL = Period.ALL;

    @Test
    void takesInNothingFromFourPeople() {
        rate(A, B, 1, 10, 9, 9, 7);
        rate(A, B, 1, 10, 10, 10, 10);
        assertThat(withheld(matrix(), A, B)).isEqualTo(new Reason.TooFewRaters(5));
        assertThat(matrix().company()).isInstanceOf(Figure.Withheld.class);
        assertThat(matrix().asClient(A).orElseThrow()).isInstanceOf(Figure.Withheld.class);
        assertThat(publications.edition(Structure.OF_ITS_TIME).moved(Measure.NPS)).isNull();
    }

    @Test
    void takesInAllAtOnceWithTheFifth() {
        rate(A, B, 1, 10, 9, 9, 7);
        observe();
        rate(A, B, 1, 10);
        rate(A, B, 5, 3);
        assertThat(published(matrix(), A, B).n()).isEqualTo(6);
        assertThat(published(matrix(), A, B).raters()).isEqualTo(5);
        assertThat(publications.edition(Structure.OF_ITS_TIME).moved(Measure.NPS))
                .isEqualTo(clock.instant());
        assertThat(published(matrix(), A, B).moved()).isEqualTo(clock.instant());
    }

    @Test
    void waitsForFivePeopleAnew() {
        rate(A, B, 1, 10, 9, 9, 7, 3);
        observe();
        clock.advance(Duration.ofHours(1));
        rate(A, B, 1, 0, 0, 0, 0);
        Figure.Published before = published(matrix(), A, B);
        assertThat(before.n()).isEqualTo(5);
        assertThat(before.moved()).isEqualTo(clock.instant().minus(Duration.ofHours(1)));
        rate(A, B, 77, 0);
        Figure.Published after = published(matrix(), A, B);
        assertThat(after.n()).isEqualTo(10);
        assertThat(after.raters()).isEqualTo(6);
        assertThat(after.moved()).isEqualTo(clock.instant());
        assertThat(steps()).containsExactly(5L, 5L);
    }

    @Test
    void waitsWhileOneGaveMoreThanHalf() {
        rate(A, B, 1, 10, 9, 9, 7, 3);
        for (int i = 0; i < 4; i++) {
            rate(A, B, 1, 0);
        }
        assertThat(withheld(matrix(), A, B)).isEqualTo(new Reason.Dominated(0.5));
        rate(A, B, 6, 5);
        assertThat(published(matrix(), A, B).n()).isEqualTo(10);
    }

    @Test
    void takesEachMeasureByItself() {
        rate(A, B, 1, 10, 9, 9, 7, 3);
        for (int i = 1; i <= 4; i++) {
            see(Measure.EASE, A, B, MARCH, 3, i);
        }
        assertThat(published(matrix(), A, B).n()).isEqualTo(5);
        assertThat(withheld(matrix(Measure.EASE, ALL), A, B)).isEqualTo(new Reason.TooFewRaters(5));
    }

    @Test
    void countsNobodyKnownAsSomebodyEach() {
        for (int i = 0; i < 5; i++) {
            see(Measure.ON_TIME, A, B, MARCH, i % 2, 0);
        }
        for (int i = 0; i < 4; i++) {
            see(Measure.ON_TIME, A, C, MARCH, 1, 0);
        }
        UnitMatrix matrix = matrix(Measure.ON_TIME, ALL);
        assertThat(published(matrix, A, B).raters()).isEqualTo(5);
        assertThat(withheld(matrix, A, C)).isEqualTo(new Reason.TooFewRaters(5));
    }

    @Test
    void countsPeopleAndNotPromisesWhereTheyAreKnown() {
        for (int i = 0; i < 20; i++) {
            see(Measure.ON_TIME, A, B, MARCH, i % 2, 1 + i % 4);
        }
        assertThat(withheld(matrix(Measure.ON_TIME, ALL), A, B))
                .isEqualTo(new Reason.TooFewRaters(5));
        see(Measure.ON_TIME, A, B, MARCH, 1, 5);
        assertThat(published(matrix(Measure.ON_TIME, ALL), A, B).n()).isEqualTo(21);
    }

    /** Whose requests were kept in time is no opinion of anybody. */
    @Test
    void letsOneAskMoreThanHalfWhereTheClockAnswers() {
        for (int i = 0; i < 20; i++) {
            see(Measure.ON_TIME, A, B, MARCH, i % 2, 1);
        }
        LongStream.range(2, 6).forEach(i -> see(Measure.ON_TIME, A, B, MARCH, 1, i));
        assertThat(published(matrix(Measure.ON_TIME, ALL), A, B).n()).isEqualTo(24);
    }

    @Test
    void countsInTheMonthOfTheStepWhateverWasSaidWhen() {
        YearMonth may = MARCH.plusMonths(2);
        rate(A, B, 1, 10, 9, 9, 7);
        observe();
        at(may.atDay(2));
        rate(A, B, may, 5, 0);
        UnitMatrix.Cell cell = matrix().cell(A, B).orElseThrow();
        assertThat(cell.from()).isEqualTo(may);
        assertThat(cell.to()).isEqualTo(may);
        assertThat(matrix(Measure.NPS, new Period(null, may.minusMonths(1))).cells()).isEmpty();
        assertThat(published(matrix(Measure.NPS, new Period(may, may)), A, B).n()).isEqualTo(5);
    }

    @Test
    void leavesEndedMonthAsItIs() {
        rate(A, B, 1, 10, 9, 9, 7, 3);
        rate(A, C, 1, 10, 9, 9);
        observe();
        at(MARCH.atEndOfMonth());
        Period march = new Period(MARCH, MARCH);
        at(MARCH.plusMonths(1).atDay(1));
        List<UnitMatrix.Cell> ended = matrix(Measure.NPS, march).cells();
        assertThat(ended).hasSize(1);
        rate(A, B, 1, 0, 0, 0, 0, 0, 0);
        rate(A, C, 4, 0, 0, 0);
        observe();
        assertThat(matrix(Measure.NPS, march).cells()).isEqualTo(ended);
        assertThat(published(matrix(), A, B).n()).isEqualTo(11);
        assertThat(published(matrix(), A, C).n()).isEqualTo(6);
    }

    /** The day ends in Moscow, three hours before it does for the clock. */
    @Test
    void endsMonthWhereTheCompanyIs() {
        clock.set(java.time.Instant.parse("2026-03-31T21:00:00Z"));
        rate(A, B, 1, 10, 9, 9, 7, 3);
        assertThat(matrix().cell(A, B).orElseThrow().from()).isEqualTo(MARCH.plusMonths(1));
    }

    @Test
    void takesHistoryMonthByMonth() {
        YearMonth december = MARCH.minusMonths(3);
        rate(A, B, december, 1, 10, 9, 9, 7, 3);
        rate(A, B, december.plusMonths(1), 1, 0, 0, 0);
        rate(A, B, december.plusMonths(2), 4, 0, 0);
        rate(A, B, MARCH, 1, 5);
        bring();
        assertThat(
                        publications
                                .edition(Structure.OF_ITS_TIME)
                                .series(Measure.NPS, new Subject.Between(A, B), ALL))
                .extracting(Publications.Point::month)
                .containsExactly(december, december.plusMonths(2));
        assertThat(published(matrix(), A, B).n()).isEqualTo(10);
        assertThat(cells.verify().waiting()).isEqualTo(1);
        assertThat(cells.verify().agrees()).isTrue();
    }

    @Test
    void takesSmallPairsTogetherAfterAYear() {
        rate(A, D, 1, 10, 10, 10);
        rate(B, D, 11, 0, 0);
        rate(C, B, 21, 0, 0);
        observe();
        at(MARCH.plusMonths(11).atEndOfMonth());
        fold.everything();
        assertThat(matrix().company()).isInstanceOf(Figure.Withheld.class);
        LocalDate later = MARCH.plusMonths(12).atDay(1);
        at(later);
        fold.everything();
        UnitMatrix matrix = matrix();
        assertThat(answers(matrix.asProvider(D).orElseThrow())).isEqualTo(5);
        assertThat(answers(matrix.company())).isEqualTo(5);
        assertThat(matrix.cell(A, D)).isEmpty();
        assertThat(withheld(matrix, C, B)).isEqualTo(new Reason.TooFewRaters(5));
        assertThat(matrix.asProvider(B).orElseThrow()).isInstanceOf(Figure.Withheld.class);
        assertThat(
                        publications
                                .edition(Structure.OF_ITS_TIME)
                                .series(Measure.NPS, new Subject.Provider(D), ALL))
                .extracting(Publications.Point::month)
                .containsExactly(YearMonth.from(later));
        assertThat(cells.verify().agrees()).isTrue();
    }

    @Test
    void takesWhatNoProviderBringsTogetherIntoTheCompanyAlone() {
        rate(A, D, 1, 10, 10, 10);
        rate(C, B, 21, 0, 0);
        observe();
        at(MARCH.plusMonths(12).atDay(1));
        UnitMatrix matrix = matrix();
        assertThat(answers(matrix.company())).isEqualTo(5);
        assertThat(matrix.cells()).isEmpty();
        assertThat(matrix.asProvider(D)).isEmpty();
        assertThat(matrix.units()).isEmpty();
    }

    @Test
    void takesTogetherOnceADay() {
        at(MARCH.plusMonths(12).atDay(1));
        fold.everything();
        rate(A, D, 1, 10, 10, 10);
        rate(B, D, 11, 0, 0);
        observe();
        assertThat(matrix().company()).isInstanceOf(Figure.Withheld.class);
        clock.advance(Duration.ofDays(1));
        assertThat(answers(matrix().company())).isEqualTo(5);
    }

    @Test
    void hidesShortPeriodOfWhichMoreWasTakenBackThanGiven() {
        YearMonth april = MARCH.plusMonths(1);
        List<Observation> kept =
                LongStream.rangeClosed(1, 6).mapToObj(i -> promise(i, MARCH, 1)).toList();
        observations.record(kept);
        observe();
        at(april.atDay(9));
        observations.record(
                LongStream.rangeClosed(1, 5).mapToObj(i -> promise(i, april, 0)).toList());
        observe();
        assertThat(withheld(matrix(Measure.ON_TIME, new Period(april, april)), A, B))
                .isEqualTo(new Reason.TooFewRaters(5));
        Figure.Published all = published(matrix(Measure.ON_TIME, ALL), A, B);
        assertThat(all.n()).isEqualTo(6);
        assertThat(all.value()).isEqualTo(1 / 6.0);
        assertThat(cells.verify().agrees()).isTrue();
    }

    @Test
    void takesNoStepOfFewerThanFivePeople() {
        java.util.Random random = new java.util.Random(5);
        for (int day = 0; day < 60; day++) {
            at(MARCH.atDay(1).plusDays(day));
            for (int i = 0; i < 12; i++) {
                rate(
                        random.nextBoolean() ? A : C,
                        random.nextBoolean() ? B : D,
                        1 + random.nextInt(9),
                        random.nextInt(11));
            }
            observe();
        }
        assertThat(steps().stream().min(Long::compare).orElseThrow()).isGreaterThanOrEqualTo(5);
        assertThat(cells.verify().agrees()).isTrue();
        assertThat(cells.verify().observations()).isEqualTo(720);
    }

    private static Observation promise(long number, YearMonth month, int kept) {
        return new Observation(
                "promise:" + number, Measure.ON_TIME, A, B, null, month.atDay(9), kept, number);
    }

    /** How many people stand behind each step. */
    private List<Long> steps() {
        return jdbc
                .sql(
                        """
                        select count(distinct rater) from insights.observation
                        where step is not null group by step order by step
                        """)
                .query(Long.class)
                .list()
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }
}
