package kollega.measurement.disclosure;

import static kollega.measurement.disclosure.AtomPartition.Turnover.HIDDEN;
import static kollega.measurement.disclosure.AtomPartition.Turnover.LET_THROUGH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AtomPartitionTest {

    private static final int K = 5;
    private static final Verdict FEW = Verdict.withheld(new Reason.TooFewRaters(K));
    private static final Verdict DERIVABLE = Verdict.withheld(new Reason.CouldBeWorkedOut(K));

    @Test
    void makesAnAtomOfEveryUnitWithEnoughPeople() {
        AtomPartition<String> atoms =
                AtomPartition.of(
                        List.of(
                                top("company", 0),
                                unit("it", "company", 7),
                                unit("hr", "company", 6)),
                        K);

        assertThat(atoms.atoms()).hasSize(2);
        assertThat(atoms.unit("it")).isEqualTo(Verdict.SHOWN);
        assertThat(atoms.unit("hr")).isEqualTo(Verdict.SHOWN);
        assertThat(atoms.unit("company")).isEqualTo(Verdict.SHOWN);
    }

    @Test
    void mergesSmallSiblingsAndShowsThemAboveOnly() {
        AtomPartition<String> atoms =
                AtomPartition.of(
                        List.of(
                                top("company", 0),
                                unit("it", "company", 7),
                                unit("hr", "company", 3),
                                unit("law", "company", 2)),
                        K);

        assertThat(atoms.unit("it")).isEqualTo(Verdict.SHOWN);
        assertThat(atoms.unit("hr")).isEqualTo(FEW);
        assertThat(atoms.units(Set.of("hr", "law"))).isEqualTo(Verdict.SHOWN);
        assertThat(atoms.unit("company")).isEqualTo(Verdict.SHOWN);
    }

    @Test
    void letsALeftoverJoinTheSmallestAtomBesideIt() {
        AtomPartition<String> atoms =
                AtomPartition.of(
                        List.of(
                                top("company", 0),
                                unit("it", "company", 9),
                                unit("hr", "company", 6),
                                unit("law", "company", 2)),
                        K);

        assertThat(atoms.unit("it")).isEqualTo(Verdict.SHOWN);
        assertThat(atoms.unit("hr")).isEqualTo(DERIVABLE);
        assertThat(atoms.units(Set.of("hr", "law"))).isEqualTo(Verdict.SHOWN);
    }

    @Test
    void showsNothingOfAWaveThatIsTooSmall() {
        AtomPartition<String> atoms = AtomPartition.of(List.of(top("company", 4)), K);

        assertThat(atoms.atoms()).isEmpty();
        assertThat(atoms.unit("company")).isEqualTo(FEW);
    }

    @Test
    void asksForMoreEligiblePeopleThanRespondents() {
        assertThat(AtomPartition.of(List.of(new UnitCount<>("a", null, 6, 6)), K).atoms())
                .isEmpty();
        assertThat(AtomPartition.of(List.of(new UnitCount<>("a", null, 7, 5)), K).atoms())
                .hasSize(1);
    }

    @Test
    void refusesWhatIsNoTree() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AtomPartition.of(List.<UnitCount<String>>of(), K))
                .withMessageContaining("number of units");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        AtomPartition.of(
                                List.of(top("c", 9), unit("a", "b", 9), unit("b", "a", 9)), K))
                .withMessageContaining("cycle");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AtomPartition.of(List.of(unit("a", "b", 9)), K))
                .withMessageContaining("no unit here");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AtomPartition.of(List.of(top("a", 9), top("a", 9)), K))
                .withMessageContaining("each unit once");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AtomPartition.of(List.of(top("a", 9)), 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AtomPartition.of(List.of(top("a", 9)), K).unit("z"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void partitionsAllRespondentsIntoAtomsOfEnoughPeople(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            List<UnitCount<Integer>> units = tree(random, 1 + random.nextInt(60));
            AtomPartition<Integer> partition = AtomPartition.of(units, K);
            int respondents = units.stream().mapToInt(UnitCount::respondents).sum();
            List<Integer> covered =
                    partition.atoms().stream().flatMap(atom -> atom.units().stream()).toList();

            assertThat(covered).doesNotHaveDuplicates();
            assertThat(partition.atoms())
                    .allSatisfy(atom -> {
                        assertThat(atom.respondents()).isGreaterThanOrEqualTo(K);
                        assertThat(atom.eligible()).isGreaterThanOrEqualTo(K + 2);
                    });
            if (!partition.atoms().isEmpty()) {
                assertThat(partition.atoms().stream().mapToInt(Atom::respondents).sum())
                        .isEqualTo(respondents);
                assertThat(partition.unit(0)).isEqualTo(Verdict.SHOWN);
            }
        }
    }

    /** The audit sees every person; a thousand random unions of atoms tell it nothing of any. */
    @ParameterizedTest
    @ValueSource(longs = {6, 7, 8})
    void survivesTheAuditOfAThousandRandomUnions(long seed) {
        Random random = new Random(seed);
        AtomPartition<Integer> partition = AtomPartition.of(tree(random, 43), K);
        List<Set<Integer>> atoms = new ArrayList<>();
        int people = 0;
        for (Atom<Integer> atom : partition.atoms()) {
            Set<Integer> members = new HashSet<>();
            for (int i = 0; i < atom.respondents(); i++) {
                members.add(people++);
            }
            atoms.add(members);
        }
        List<PublicationAuditor.Table> unions = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            Set<Integer> union = new HashSet<>();
            atoms.stream().filter(atom -> random.nextBoolean()).forEach(union::addAll);
            union.addAll(atoms.get(random.nextInt(atoms.size())));
            unions.add(new PublicationAuditor.Table("union " + i, List.of(union)));
        }

        assertThat(
                        PublicationAuditor.of(K, IntStream.range(0, people).map(i -> 1).toArray())
                                .admit(unions)
                                .verdicts())
                .allMatch(Verdict::isShown);
    }

    @Test
    void mergesWhatAReorganizationWouldTellApart() {
        Map<String, Set<Integer>> before = new LinkedHashMap<>();
        before.put("a", people(0, 10));
        before.put("b", people(10, 20));
        before.put("c", people(20, 30));
        Map<String, Set<Integer>> after = new HashMap<>(before);
        after.put("a", people(0, 8));
        after.put("b", people(8, 20));
        AtomPartition<String> later = wave(after);

        AtomPartition<String> beside =
                later.besides(after, List.of(List.copyOf(before.values())), LET_THROUGH);

        assertThat(later.unit("a")).isEqualTo(Verdict.SHOWN);
        assertThat(beside.unit("a")).isEqualTo(DERIVABLE);
        assertThat(beside.units(Set.of("a", "b"))).isEqualTo(Verdict.SHOWN);
        assertThat(beside.unit("c")).isEqualTo(Verdict.SHOWN);
    }

    @Test
    void keepsAtomsWhereManyMovedOrNobody() {
        Map<String, Set<Integer>> before =
                Map.of("a", people(0, 10), "b", people(10, 20), "c", people(20, 30));
        Map<String, Set<Integer>> after =
                Map.of("a", people(0, 5), "b", people(5, 20), "c", people(20, 32));

        assertThat(
                        wave(after)
                                .besides(after, List.of(List.copyOf(before.values())), LET_THROUGH)
                                .atoms())
                .hasSize(3);
    }

    /** By elimination over single people: no pair or single mover shows in the two waves. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void tellsNothingOfFewMoversAfterEditsOfTheTree(long seed) {
        Random random = new Random(seed);
        int told = 0;
        for (int round = 0; round < 12; round++) {
            Map<Integer, Set<Integer>> before = teams(random, 24, 4, person -> random.nextInt(4));
            Map<Integer, Integer> home = new HashMap<>();
            before.forEach((team, members) -> members.forEach(person -> home.put(person, team)));
            Map<Integer, Set<Integer>> after =
                    teams(
                            random,
                            26,
                            4,
                            person ->
                                    home.containsKey(person) && random.nextInt(5) > 0
                                            ? home.get(person)
                                            : random.nextInt(4));
            List<Set<Integer>> first = shown(before, wave(before, 3));
            List<Set<Integer>> second =
                    shown(after, wave(after, 3).besides(after, List.of(first), LET_THROUGH));

            assertThat(SmallSets.disclosed(first, second, 26, 3)).isEmpty();
            told += SmallSets.disclosed(first, shown(after, wave(after, 3)), 26, 3).size();
        }
        assertThat(told).as("what the waves would tell unmerged").isPositive();
    }

    /** Two moves of five and one of eleven: what is left when the first two are taken from it. */
    @Test
    void seesWhatOnlyFourWavesTogetherTell() {
        List<Set<Integer>> first = List.of(people(0, 20), people(20, 40));
        List<Set<Integer>> second = List.of(people(5, 20), union(people(0, 5), people(20, 40)));
        List<Set<Integer>> third =
                List.of(union(people(0, 5), people(10, 20)), union(people(5, 10), people(20, 40)));
        Map<String, Set<Integer>> fourth =
                Map.of("a", people(11, 20), "b", union(people(0, 11), people(20, 40)));
        AtomPartition<String> wave = wave(fourth);

        for (List<Set<Integer>> earlier : List.of(first, second, third)) {
            assertThat(wave.besides(fourth, List.of(earlier), HIDDEN).atoms()).hasSize(2);
        }
        assertThat(wave.besides(fourth, List.of(first, second, third), HIDDEN).atoms()).hasSize(1);
    }

    @Test
    void hidesFewJoinersOnlyWhereToldTo() {
        Map<String, Set<Integer>> after = Map.of("a", people(0, 11), "b", people(20, 30));
        List<Set<Integer>> before = List.of(people(0, 10), people(20, 30));

        assertThat(wave(after).besides(after, List.of(before), LET_THROUGH).atoms()).hasSize(2);
        assertThat(wave(after).besides(after, List.of(before), HIDDEN).atoms()).isEmpty();
    }

    private static Set<Integer> union(Set<Integer> a, Set<Integer> b) {
        Set<Integer> union = new HashSet<>(a);
        union.addAll(b);
        return union;
    }

    private interface Placement {
        int of(int person);
    }

    private static Map<Integer, Set<Integer>> teams(
            Random random, int people, int teams, Placement placement) {
        Map<Integer, Set<Integer>> members = new HashMap<>();
        for (int person = 0; person < people; person++) {
            if (random.nextInt(12) > 0) {
                members.computeIfAbsent(placement.of(person) % teams, t -> new HashSet<>())
                        .add(person);
            }
        }
        return members;
    }

    private static <U> List<Set<Integer>> shown(
            Map<U, Set<Integer>> members, AtomPartition<U> partition) {
        return partition.atoms().stream()
                .map(atom -> {
                    Set<Integer> people = new HashSet<>();
                    atom.units().forEach(unit -> people.addAll(members.get(unit)));
                    return people;
                })
                .toList();
    }

    private static <U> AtomPartition<U> wave(Map<U, Set<Integer>> members) {
        return wave(members, K);
    }

    private static <U> AtomPartition<U> wave(Map<U, Set<Integer>> members, int k) {
        return AtomPartition.of(
                members.entrySet().stream()
                        .map(e ->
                                new UnitCount<>(
                                        e.getKey(),
                                        null,
                                        e.getValue().size() + 2,
                                        e.getValue().size()))
                        .toList(),
                k);
    }

    private static Set<Integer> people(int from, int to) {
        Set<Integer> people = new HashSet<>();
        IntStream.range(from, to).forEach(people::add);
        return people;
    }

    static List<UnitCount<Integer>> tree(Random random, int units) {
        List<UnitCount<Integer>> tree = new ArrayList<>();
        for (int unit = 0; unit < units; unit++) {
            int eligible = random.nextInt(18);
            tree.add(
                    new UnitCount<>(
                            unit,
                            unit == 0 ? null : random.nextInt(unit),
                            eligible,
                            random.nextInt(eligible + 1)));
        }
        return tree;
    }

    private static UnitCount<String> top(String unit, int respondents) {
        return new UnitCount<>(unit, null, respondents + 2, respondents);
    }

    private static UnitCount<String> unit(String unit, String parent, int respondents) {
        return new UnitCount<>(unit, parent, respondents + 2, respondents);
    }
}
