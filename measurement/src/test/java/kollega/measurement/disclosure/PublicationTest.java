package kollega.measurement.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import kollega.measurement.Interval;
import kollega.measurement.disclosure.Publication.Cell;
import kollega.measurement.score.NetScore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicationTest {

    private static final int K = 5;
    private static final PrivacyThreshold RULE = new PrivacyThreshold(K, 0.5);
    private static final Cell FEW = new Cell.Withheld(new Reason.TooFewRaters(K));
    private static final Cell DERIVABLE = new Cell.Withheld(new Reason.CouldBeWorkedOut(K));

    @Test
    void showsRoundedScoresAndSaysWhyOthersAreWithheld() {
        Publication none = Publication.of(company(30, 1), RULE, 0.5);

        Publication.Step step =
                none.publish(List.of(set(0, 12), set(12, 28), set(28, 30), Set.of()));

        assertThat(step.cells().get(0)).isInstanceOf(Cell.Shown.class);
        assertThat(step.cells().get(1)).isInstanceOf(Cell.Shown.class);
        assertThat(step.cells().get(2)).isEqualTo(FEW);
        assertThat(step.cells().get(3)).isEqualTo(new Cell.Withheld(new Reason.NoAnswers()));
        assertThat(step.publication().rank()).isEqualTo(2);
        assertThat(none.rank()).isZero();
    }

    /** Beside the total and the larger unit the smaller one would tell of the two left over. */
    @Test
    void withholdsOneMoreCellWhereATotalWouldTellTheSmallOne() {
        Publication total =
                Publication.of(company(30, 1), RULE, 0.5)
                        .publish(List.of(set(0, 30)))
                        .publication();

        List<Cell> units = total.publish(List.of(set(0, 12), set(12, 28), set(28, 30))).cells();

        assertThat(units.get(0)).isEqualTo(DERIVABLE);
        assertThat(units.get(1)).isInstanceOf(Cell.Shown.class);
        assertThat(units.get(2)).isEqualTo(FEW);
    }

    @Test
    void remembersWhatEarlierTablesTold() {
        Publication first =
                Publication.of(company(30, 1), RULE, 0.5)
                        .publish(List.of(set(0, 20)))
                        .publication();

        assertThat(first.publish(List.of(set(0, 18))).cells()).containsExactly(DERIVABLE);
        assertThat(first.publish(List.of(set(0, 21))).cells()).containsExactly(DERIVABLE);
        assertThat(first.publish(List.of(set(0, 26))).cells().getFirst())
                .isInstanceOf(Cell.Shown.class);
    }

    @Test
    void withholdsWhatOnePersonDominates() {
        List<NetScore> people = new ArrayList<>(company(9, 1));
        people.add(NetScore.of(10, 0, 0));

        assertThat(Publication.of(people, RULE, 0.5).publish(List.of(set(0, 10))).cells())
                .containsExactly(new Cell.Withheld(new Reason.Dominated(0.5)));
    }

    /**
     * Two figures of 26 people each, of whom 24 are the same: 24 promoters among neutral others
     * would leave hardly anything open about the two.
     */
    @Test
    void withholdsWhatWouldNarrowAHiddenCellDown() {
        List<NetScore> people = new ArrayList<>();
        IntStream.range(0, 20).forEach(_ -> people.add(NetScore.of(1, 0, 0)));
        IntStream.range(0, 20).forEach(_ -> people.add(NetScore.of(0, 0, 1)));
        // Units of 10 promoters and of 10 detractors; the last detractors work with promoters.
        Publication none = Publication.of(people, RULE, 0.5);
        Set<Integer> hidden = set(36, 40);
        List<Set<Integer>> table = List.of(hidden, union(set(0, 4), hidden), set(0, 5));

        Publication.Step strict = none.publish(table);
        Publication.Step lax = Publication.of(people, RULE, 0).publish(table);

        assertThat(lax.cells().subList(1, 3)).allMatch(Cell.Shown.class::isInstance);
        assertThat(strict.cells().get(0)).isEqualTo(FEW);
        assertThat(strict.cells().subList(1, 3))
                .contains(new Cell.Withheld(new Reason.CouldBeNarrowedDown(0.5)));
    }

    @Test
    void publishesABandWhereEverybodyAnsweredAlike() {
        List<NetScore> people = IntStream.range(0, 8).mapToObj(_ -> NetScore.of(0, 0, 1)).toList();

        assertThat(Publication.of(people, RULE, 0.5).publish(List.of(set(0, 8))).cells())
                .containsExactly(new Cell.Shown(PublishedScore.LOW));
    }

    @Test
    void refusesPeopleAndColumnsThatDoNotExist() {
        assertThatIllegalArgumentException().isThrownBy(() -> Publication.of(List.of(), RULE, 0.5));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Publication.of(company(3, 1), RULE, Double.NaN));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Publication.of(company(6, 1), RULE, 0.5).publish(List.of(set(2, 9))))
                .withMessageContaining("column is 6");
    }

    /**
     * The same tables by every choice of four traits, by a threshold alone and with all rules; the
     * attacker solves for persons and hidden cells, and bounds the latter.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void tellsNothingThatAThresholdAloneTells(long seed) {
        Random random = new Random(seed);
        List<NetScore> people = company(40, seed);
        List<List<Set<Integer>>> tables = tables(random, people.size());
        List<Set<Integer>> naive =
                tables.stream().flatMap(List::stream).filter(cell -> cell.size() >= K).toList();
        List<Set<Integer>> small =
                tables.stream()
                        .flatMap(List::stream)
                        .filter(cell -> !cell.isEmpty() && cell.size() < K)
                        .toList();

        List<Set<Integer>> all = tables.stream().flatMap(List::stream).distinct().toList();
        List<Cell> results = Publication.of(people, RULE, 0.5).publish(all).cells();
        List<Set<Integer>> shown = new ArrayList<>();
        List<HiddenRanges.Figure> told = new ArrayList<>();
        for (int cell = 0; cell < all.size(); cell++) {
            if (results.get(cell) instanceof Cell.Shown(PublishedScore score)) {
                shown.add(all.get(cell));
                told.add(new HiddenRanges.Figure(all.get(cell), sums(score, all.get(cell))));
            }
        }
        Attacker onNaive = new Attacker(people.size(), naive);
        Attacker onShown = new Attacker(people.size(), shown);
        int[] one = IntStream.generate(() -> 1).limit(people.size()).toArray();
        HiddenRanges bounds = HiddenRanges.of(2, told, one);

        assertThat(onNaive.recoveredPeople()).isPositive();
        assertThat(onShown.recoveredPeople()).isZero();
        assertThat(small).filteredOn(onNaive::recovers).hasSizeGreaterThan(small.size() / 2);
        assertThat(small).noneMatch(onShown::recovers);
        assertThat(small)
                .allSatisfy(cell ->
                        assertThat(bounds.range(cell).width())
                                .isGreaterThanOrEqualTo(0.5 * 2 * cell.size() - 1e-6));
        assertThat(shown.size()).isGreaterThan(5);
    }

    /** What readers conclude from a score of single answers, with their own arithmetic. */
    private static Interval sums(PublishedScore score, Set<Integer> cell) {
        int n = cell.size();
        return switch (score) {
            case PublishedScore.Band(int low, int high) ->
                    new Interval(n + n * low / 100.0, n + n * high / 100.0);
            case PublishedScore.Rounded(int points, int _, int _) -> {
                double half = n < 20 ? 2.5 : 0.5;
                yield new Interval(
                        n + n * Math.max(-100, points - half) / 100,
                        n + n * Math.min(100, points + half) / 100);
            }
        };
    }

    /** Everyone, and tables by every choice of four traits. */
    private static List<List<Set<Integer>>> tables(Random random, int people) {
        int[] values = {2, 2, 2, 2};
        int[][] traits = new int[people][4];
        for (int[] person : traits) {
            for (int trait = 0; trait < 4; trait++) {
                person[trait] = random.nextInt(values[trait]);
            }
        }
        List<List<Set<Integer>>> tables = new ArrayList<>();
        for (int choice = 0; choice < 16; choice++) {
            Map<List<Integer>, Set<Integer>> cells = new HashMap<>();
            for (int person = 0; person < people; person++) {
                List<Integer> key = new ArrayList<>();
                for (int trait = 0; trait < 4; trait++) {
                    key.add((choice >> trait & 1) == 1 ? traits[person][trait] : -1);
                }
                cells.computeIfAbsent(key, k -> new HashSet<>()).add(person);
            }
            tables.add(List.copyOf(cells.values()));
        }
        return tables;
    }

    private static List<NetScore> company(int people, long seed) {
        Random random = new Random(seed);
        return IntStream.range(0, people)
                .mapToObj(_ -> random.nextInt(3))
                .map(kind -> NetScore.of(kind == 0 ? 1 : 0, kind == 1 ? 1 : 0, kind == 2 ? 1 : 0))
                .toList();
    }

    private static Set<Integer> set(int from, int to) {
        Set<Integer> set = new HashSet<>();
        IntStream.range(from, to).forEach(set::add);
        return set;
    }

    private static Set<Integer> union(Set<Integer> a, Set<Integer> b) {
        Set<Integer> union = new HashSet<>(a);
        union.addAll(b);
        return union;
    }
}
