package io.kollega.insights;

import static org.assertj.core.api.Assertions.assertThat;

import io.kollega.organization.Succession;
import io.kollega.organization.UnitId;
import io.kollega.organization.UnitsToday;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kollega.measurement.disclosure.Reason;
import org.junit.jupiter.api.Test;

/** Figures of merged units: on their own as things were, with their heir's as they are today. */
class StructureTest extends OnDatabase {
    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);

    private final Structure today = merged(Map.of(C, Set.of(A)));

    @Test
    void addsWhatWasSaidOfMergedUnitToItsHeir() {
        rate(B, C, 1, 10, 10, 10, 10, 10, 3);
        rate(B, A, 1, 10, 3, 3, 3, 3);
        rate(D, A, 50, 9, 9, 9, 9, 9);
        observe();
        UnitMatrix then = seen(Structure.OF_ITS_TIME);
        assertThat(published(then, B, C).n()).isEqualTo(6);
        assertThat(published(then, B, A).n()).isEqualTo(5);
        UnitMatrix now = seen(today);
        assertThat(now.cell(B, C)).isEmpty();
        assertThat(now.units()).doesNotContain(C);
        assertThat(published(now, B, A).n()).isEqualTo(11);
        assertThat(published(now, B, A).raters()).isEqualTo(6);
        assertThat(answers(now.asProvider(A).orElseThrow())).isEqualTo(16);
        assertThat(now.company()).isEqualTo(then.company());
        assertThat(now.asClient(B)).isEqualTo(then.asClient(B));
    }

    @Test
    void goesOnWithTheCourseOfMergedUnit() {
        YearMonth april = MARCH.plusMonths(1);
        rate(B, C, MARCH, 1, 9, 9, 9, 9, 9, 9);
        rate(C, D, MARCH, 1, 9, 9, 9, 9, 9);
        bring();
        rate(B, A, april, 1, 3, 3, 3, 3, 3);
        rate(A, D, april, 1, 3, 3, 3, 3, 3);
        at(april.atDay(20));
        bring();
        for (Subject subject :
                List.of(
                        new Subject.Provider(A),
                        new Subject.Client(A),
                        new Subject.Between(B, A),
                        new Subject.Between(A, D))) {
            assertThat(months(Structure.OF_ITS_TIME, subject)).containsExactly(april);
            assertThat(months(today, subject)).containsExactly(MARCH, april);
        }
        assertThat(months(today, new Subject.Provider(C))).isEmpty();
        assertThat(months(Structure.OF_ITS_TIME, new Subject.Provider(C))).containsExactly(MARCH);
        assertThat(months(today, new Subject.Company())).containsExactly(MARCH, april);
    }

    @Test
    void saysOfHeirThatSomethingOfMergedUnitWaits() {
        rate(B, C, 1, 9, 9, 9, 9);
        observe();
        assertThat(withheld(seen(today), B, A)).isEqualTo(new Reason.TooFewRaters(5));
        see(Measure.NPS, B, C, MARCH, 9, 5);
        for (int i = 0; i < 9; i++) {
            see(Measure.NPS, B, C, MARCH, 9, 1);
        }
        see(Measure.NPS, B, A, MARCH, 9, 1);
        observe();
        assertThat(withheld(seen(today), B, A)).isInstanceOf(Reason.Dominated.class);
    }

    @Test
    void goesOnFromHeirToHeirButNotThroughDividedUnits() {
        assertThat(merged(Map.of(A, Set.of(B), B, Set.of(C))).heirs())
                .isEqualTo(Map.of(A, C, B, C));
        assertThat(merged(Map.of(A, Set.of(B), B, Set.of(C, D))).heirs()).isEqualTo(Map.of(A, B));
        assertThat(merged(Map.of(A, Set.of(B, C))).heirs()).isEmpty();
        // Nobody can go on with a circle.
        assertThat(merged(Map.of(A, Set.of(B), B, Set.of(A))).heirs()).isEmpty();
    }

    @Test
    void knowsWhereUnitComesFrom() {
        UnitsToday units = units(Map.of(A, Set.of(B), C, Set.of(B, D)));
        assertThat(units.predecessors(B)).containsOnlyKeys(A, C);
        assertThat(units.predecessors(D)).containsOnlyKeys(C);
        assertThat(units.predecessors(A)).isEmpty();
    }

    private UnitMatrix seen(Structure structure) {
        return publications.edition(structure).matrix(Measure.NPS, Period.ALL);
    }

    private List<YearMonth> months(Structure structure, Subject subject) {
        return publications.edition(structure).series(Measure.NPS, subject, Period.ALL).stream()
                .map(Publications.Point::month)
                .toList();
    }

    private static Structure merged(Map<UnitId, Set<UnitId>> successors) {
        return Structure.of(units(successors), false);
    }

    private static UnitsToday units(Map<UnitId, Set<UnitId>> successors) {
        return new UnitsToday(
                Map.of(),
                List.of(),
                Map.copyOf(
                        successors.entrySet().stream()
                                .collect(
                                        java.util.stream.Collectors.toMap(
                                                Map.Entry::getKey,
                                                one -> new Succession(one.getValue(), DAY)))));
    }
}
