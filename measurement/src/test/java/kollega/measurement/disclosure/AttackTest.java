package kollega.measurement.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import kollega.measurement.disclosure.PublicationAuditor.Table;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The same company, published by a threshold alone and by atoms with the audit; the same attacker,
 * who knows who is in which figure.
 */
class AttackTest {

    private static final int K = 5;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void threeFiltersAboveAThresholdTellMostPeoplesAnswers(long seed) {
        SimulatedCompany company = SimulatedCompany.random(seed);
        Attacker attacker = new Attacker(company.size(), aboveThreshold(company.tables(3)));

        assertThat(attacker.recoveredPeople()).isGreaterThan(company.size() / 2);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void oneFilterAboveAThresholdTellsHiddenTeams(long seed) {
        SimulatedCompany company = SimulatedCompany.random(seed);
        List<List<Set<Integer>>> tables = company.tables(1);
        tables.add(company.table(List.of("division", "team")));
        Attacker attacker = new Attacker(company.size(), aboveThreshold(tables));

        assertThat(smallCells(tables)).anyMatch(attacker::recovers);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void atomsAndAuditTellNobodysAnswers(long seed) {
        SimulatedCompany company = SimulatedCompany.random(seed);
        AtomPartition<Integer> partition = AtomPartition.of(company.units(), K);
        List<Set<Integer>> published = new ArrayList<>(unionsOfAtoms(company, partition, seed));
        List<List<Set<Integer>>> extra = extraTables(company);
        List<Table> tables = new ArrayList<>();
        published.forEach(union -> tables.add(new Table("union of atoms", List.of(union))));
        extra.forEach(cells -> tables.add(new Table("by traits", cells)));
        int[] onePersonEach = new int[company.size()];
        Arrays.fill(onePersonEach, 1);

        List<Verdict> verdicts = PublicationAuditor.of(K, onePersonEach).admit(tables).verdicts();
        for (int table = 0; table < tables.size(); table++) {
            if (verdicts.get(table).isShown()) {
                published.addAll(aboveThreshold(List.of(tables.get(table).cells())));
            }
        }
        Attacker attacker = new Attacker(company.size(), published);

        assertThat(verdicts.subList(0, tables.size() - extra.size())).allMatch(Verdict::isShown);
        assertThat(attacker.recoveredPeople()).isZero();
        assertThat(smallCells(company.tables(3))).noneMatch(attacker::recovers);
        assertThat(teamsShown(partition)).isGreaterThan(25);
        assertThat(verdicts.subList(tables.size() - extra.size(), tables.size()))
                .filteredOn(Verdict::isShown)
                .hasSizeGreaterThan(extra.size() / 2);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theSameTablesWithoutTheAuditTellHiddenCells(long seed) {
        SimulatedCompany company = SimulatedCompany.random(seed);
        AtomPartition<Integer> partition = AtomPartition.of(company.units(), K);
        List<Set<Integer>> published = new ArrayList<>(unionsOfAtoms(company, partition, seed));
        published.addAll(aboveThreshold(extraTables(company)));
        Attacker attacker = new Attacker(company.size(), published);

        assertThat(smallCells(extraTables(company))).anyMatch(attacker::recovers);
    }

    /** Atoms, and 400 random unions of them. */
    private static List<Set<Integer>> unionsOfAtoms(
            SimulatedCompany company, AtomPartition<Integer> partition, long seed) {
        Random random = new Random(seed);
        List<Set<Integer>> atoms = partition.atoms().stream().map(company::members).toList();
        List<Set<Integer>> unions = new ArrayList<>(atoms);
        for (int i = 0; i < 400; i++) {
            Set<Integer> union = new HashSet<>(atoms.get(random.nextInt(atoms.size())));
            atoms.stream().filter(atom -> random.nextBoolean()).forEach(union::addAll);
            unions.add(union);
        }
        return unions;
    }

    /** For every division one table by each trait and one by each two. */
    private static List<List<Set<Integer>>> extraTables(SimulatedCompany company) {
        List<String> traits = List.copyOf(SimulatedCompany.traitNames());
        List<List<Set<Integer>>> tables = new ArrayList<>();
        for (int first = 0; first < traits.size(); first++) {
            for (int second = first; second < traits.size(); second++) {
                List<Set<Integer>> cells =
                        company.table(List.of(traits.get(first), traits.get(second)));
                for (Set<Integer> division : company.table(List.of("division"))) {
                    tables.add(cells.stream().map(cell -> both(cell, division)).toList());
                }
            }
        }
        return tables;
    }

    private static Set<Integer> both(Set<Integer> a, Set<Integer> b) {
        Set<Integer> both = new HashSet<>(a);
        both.retainAll(b);
        return both;
    }

    private static List<Set<Integer>> aboveThreshold(List<List<Set<Integer>>> tables) {
        return tables.stream()
                .flatMap(List::stream)
                .filter(cell -> cell.size() >= K)
                .distinct()
                .toList();
    }

    private static List<Set<Integer>> smallCells(List<List<Set<Integer>>> tables) {
        return tables.stream()
                .flatMap(List::stream)
                .filter(cell -> !cell.isEmpty() && cell.size() < K)
                .distinct()
                .toList();
    }

    private static long teamsShown(AtomPartition<Integer> partition) {
        return IntStream.range(1000, 1043).filter(team -> partition.unit(team).isShown()).count();
    }
}
