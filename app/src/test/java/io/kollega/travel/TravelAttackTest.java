package io.kollega.travel;

import static org.assertj.core.api.Assertions.assertThat;

import io.kollega.travel.TravelQuestion.Level;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Somebody reads how work travels of every period, for units and divisions and in all, and adds and
 * subtracts whatever can be: exact linear algebra over cells of a row and a month. What then stands
 * alone must be nobody's, or that of people enough.
 */
class TravelAttackTest {
    private static final Span EVER =
            new Span(Simulated.month(0), Simulated.month(Simulated.MONTHS - 1));

    /** What is known of a list: of which cells sums are told, and who is behind each cell. */
    private record Knowledge<K>(Map<K, Map<LocalDate, Set<Long>>> people, List<Set<Spot<K>>> sums) {
        /** Spans of a row of too few people whose sum follows from what is told. */
        List<String> readable() {
            List<Spot<K>> cells = new ArrayList<>();
            people.forEach(
                    (key, months) -> months.keySet().forEach(m -> cells.add(new Spot<>(key, m))));
            Map<Spot<K>, Integer> columns = new HashMap<>();
            cells.forEach(cell -> columns.put(cell, columns.size()));
            Equations equations = new Equations();
            sums.forEach(sum -> equations.learn(vector(sum, columns)));
            List<String> readable = new ArrayList<>();
            people.forEach((key, months) -> {
                for (int from = 0; from < Simulated.MONTHS; from++) {
                    Set<Long> who = new HashSet<>();
                    Set<Spot<K>> span = new HashSet<>();
                    for (int to = from; to < Simulated.MONTHS; to++) {
                        LocalDate month = Simulated.month(to);
                        if (months.containsKey(month)) {
                            who.addAll(months.getOrDefault(month, Set.of()));
                            span.add(new Spot<>(key, month));
                        }
                        if (!who.isEmpty()
                                && who.size() < People.FEWEST
                                && equations.tell(vector(span, columns))) {
                            readable.add(key + " " + Simulated.month(from) + " to " + month);
                        }
                    }
                }
            });
            return readable;
        }

        private static <K> long[] vector(Set<Spot<K>> cells, Map<Spot<K>, Integer> columns) {
            long[] vector = new long[columns.size()];
            cells.forEach(cell -> vector[columns.getOrDefault(cell, -1)] = 1);
            return vector;
        }
    }

    /** A cell by its row and month. */
    private record Spot<K>(K key, LocalDate month) {}

    @ParameterizedTest
    @ValueSource(ints = {60, 150, 400, 1_000, 3_000})
    void readsNobodyOfUnits(int requests) {
        for (long seed = 1; seed <= 10; seed++) {
            Simulated company = new Simulated(seed, requests);
            assertThat(units(company, company.lists()).readable()).as("seed " + seed).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 150, 400, 1_000, 3_000})
    void readsNobodyOfHandovers(int requests) {
        for (long seed = 1; seed <= 10; seed++) {
            Simulated company = new Simulated(seed, requests);
            assertThat(hops(company, company.lists()).readable()).as("seed " + seed).isEmpty();
        }
    }

    @Test
    void readsPeopleWhereEachPeriodIsJudgedByItself() {
        Simulated company = new Simulated(1, 400);
        Map<Long, Map<LocalDate, Set<Long>>> people = unitPeople(company);
        List<Set<Spot<Long>>> sums = new ArrayList<>();
        people.forEach((unit, months) -> {
            for (int from = 0; from < Simulated.MONTHS; from++) {
                for (int to = from; to < Simulated.MONTHS; to++) {
                    Span period = new Span(Simulated.month(from), Simulated.month(to));
                    Set<Long> who = new HashSet<>();
                    Set<Spot<Long>> sum = new HashSet<>();
                    months.forEach((month, some) -> {
                        if (period.has(month)) {
                            who.addAll(some);
                            sum.add(new Spot<>(unit, month));
                        }
                    });
                    if (who.size() >= People.FEWEST) {
                        sums.add(sum);
                    }
                }
            }
        });
        assertThat(new Knowledge<>(people, sums).readable()).isNotEmpty();
    }

    @Test
    void readsPeopleWhereTotalsCountWhatRowsHide() {
        assertThat(
                        java.util.stream.LongStream.rangeClosed(1, 10)
                                .mapToObj(seed -> withAllTotals(new Simulated(seed, 400)))
                                .filter(units -> !units.readable().isEmpty()))
                .isNotEmpty();
    }

    private static Knowledge<Long> withAllTotals(Simulated company) {
        Knowledge<Long> units = units(company, company.lists());
        for (int i = 0; i < Simulated.MONTHS; i++) {
            LocalDate month = Simulated.month(i);
            Set<Spot<Long>> total = new HashSet<>();
            units.people()
                    .forEach((unit, months) -> {
                        if (months.containsKey(month)) {
                            total.add(new Spot<>(unit, month));
                        }
                    });
            units.sums().add(total);
        }
        for (long division = 100; division < 103; division++) {
            for (int i = 0; i < Simulated.MONTHS; i++) {
                LocalDate month = Simulated.month(i);
                long shown = division;
                Set<Spot<Long>> total = new HashSet<>();
                units.people()
                        .forEach((unit, months) -> {
                            if (Simulated.division(unit) == shown && months.containsKey(month)) {
                                total.add(new Spot<>(unit, month));
                            }
                        });
                units.sums().add(total);
            }
        }
        return units;
    }

    @Test
    void stillTellsMostOfWhatThereIs() {
        Simulated company = new Simulated(1, 3_000);
        Lists lists = company.lists();
        assertThat(lists.parts(Level.UNITS).rows())
                .filteredOn(row -> row.told(EVER, Cell.Part::held) > 0)
                .hasSizeGreaterThan(9);
        assertThat(lists.company())
                .hasValueSatisfying(row -> assertThat(row.counted(EVER)).hasSize(Simulated.MONTHS));
        for (Row<Long, Cell.Part> row : lists.parts(Level.UNITS).rows()) {
            long told = row.told(EVER, Cell.Part::held);
            assertThat(told == 0 || told == row.sum(EVER, Cell.Part::held)).isTrue();
        }
    }

    private static Knowledge<Long> units(Simulated company, Lists lists) {
        List<Set<Spot<Long>>> sums = new ArrayList<>();
        Map<Long, Map<LocalDate, Set<Long>>> people = unitPeople(company);
        told(lists.parts(Level.UNITS).rows(), sums, people, (row, unit) -> row.equals(unit));
        told(
                lists.parts(Level.DIVISIONS).rows(),
                sums,
                people,
                (row, unit) -> row == Simulated.division(unit));
        lists.company().ifPresent(row -> told(List.of(row), sums, people, (_, _) -> true));
        return new Knowledge<>(people, sums);
    }

    private static Knowledge<Lists.Between> hops(Simulated company, Lists lists) {
        Map<Lists.Between, Map<LocalDate, Set<Long>>> people = new HashMap<>();
        for (Simulated.Asked asked : company.all()) {
            if (asked.units().size() == 2) {
                people.computeIfAbsent(
                                new Lists.Between(asked.units().get(0), asked.units().get(1)),
                                _ -> new HashMap<>())
                        .computeIfAbsent(Simulated.month(asked.month()), _ -> new HashSet<>())
                        .add(asked.person());
            }
        }
        List<Set<Spot<Lists.Between>>> sums = new ArrayList<>();
        told(lists.hops(Level.UNITS).rows(), sums, people, (row, between) -> row.equals(between));
        told(
                lists.hops(Level.DIVISIONS).rows(),
                sums,
                people,
                (row, between) ->
                        row.from() == Simulated.division(between.from())
                                && row.to() == Simulated.division(between.to()));
        lists.company().ifPresent(row -> told(List.of(row), sums, people, (_, _) -> true));
        return new Knowledge<>(people, sums);
    }

    private static Map<Long, Map<LocalDate, Set<Long>>> unitPeople(Simulated company) {
        Map<Long, Map<LocalDate, Set<Long>>> people = new HashMap<>();
        for (Simulated.Asked asked : company.all()) {
            for (long unit : asked.units()) {
                people.computeIfAbsent(unit, _ -> new HashMap<>())
                        .computeIfAbsent(Simulated.month(asked.month()), _ -> new HashSet<>())
                        .add(asked.person());
            }
        }
        return people;
    }

    private interface Contains<R, K> {
        boolean test(R row, K key);
    }

    /** Adds all that a list tells of every period. */
    private static <R, C extends Cell, K> void told(
            List<Row<R, C>> rows,
            List<Set<Spot<K>>> sums,
            Map<K, Map<LocalDate, Set<Long>>> people,
            Contains<R, K> contains) {
        for (Row<R, C> row : rows) {
            for (int from = 0; from < Simulated.MONTHS && row.tells(0); from++) {
                for (int to = from; to < Simulated.MONTHS; to++) {
                    Function<LocalDate, Boolean> counts = counting(row, from, to);
                    Set<Spot<K>> sum = new HashSet<>();
                    people.forEach((key, months) -> {
                        if (contains.test(row.key(), key)) {
                            months.keySet().stream()
                                    .filter(counts::apply)
                                    .forEach(month -> sum.add(new Spot<>(key, month)));
                        }
                    });
                    if (!sum.isEmpty()) {
                        sums.add(sum);
                    }
                }
            }
        }
    }

    private static Function<LocalDate, Boolean> counting(Row<?, ?> row, int from, int to) {
        Span period = new Span(Simulated.month(from), Simulated.month(to));
        return month -> row.counts(month, period);
    }
}
