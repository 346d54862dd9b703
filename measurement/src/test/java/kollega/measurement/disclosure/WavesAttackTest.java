package kollega.measurement.disclosure;

import static kollega.measurement.disclosure.AtomPartition.Turnover.HIDDEN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Four waves of a company in which people move, join and leave. The attacker knows who was where
 * and takes it that nobody changed their mind, so that units of one wave can be subtracted from
 * those of another.
 */
class WavesAttackTest {

    private static final int K = 5;
    private static final int WAVES = 4;
    private static final int UNITS = 16;
    private static final int MOST_PEOPLE = 320;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aThresholdAloneTellsPeopleWhoMovedJoinedOrLeft(long seed) {
        List<Map<Integer, Set<Integer>>> waves = waves(seed);
        List<Set<Integer>> published = new ArrayList<>();
        for (Map<Integer, Set<Integer>> wave : waves) {
            published.add(union(wave.values()));
            wave.values().stream().filter(unit -> unit.size() >= K).forEach(published::add);
        }

        assertThat(new Attacker(MOST_PEOPLE, published).recoveredPeople()).isGreaterThan(5);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void atomsBesidesEarlierWavesTellNobody(long seed) {
        List<List<Set<Integer>>> shown = new ArrayList<>();
        int atoms = 0;
        for (Map<Integer, Set<Integer>> wave : waves(seed)) {
            List<Set<Integer>> next = people(wave, partition(wave).besides(wave, shown, HIDDEN));
            shown.add(next);
            atoms += next.size();
        }
        Attacker attacker =
                new Attacker(MOST_PEOPLE, shown.stream().flatMap(List::stream).toList());

        assertThat(attacker.recoveredPeople()).isZero();
        for (int wave = 1; wave < WAVES; wave++) {
            assertThat(differences(shown.get(wave - 1), shown.get(wave)))
                    .allSatisfy(few -> assertThat(attacker.recovers(few)).isFalse());
        }
        assertThat(atoms).as("atoms of all waves").isGreaterThan(UNITS);
    }

    /** Who of an atom was not in one of the wave before, where these are fewer than k. */
    private static List<Set<Integer>> differences(
            List<Set<Integer>> before, List<Set<Integer>> after) {
        List<Set<Integer>> differences = new ArrayList<>();
        for (Set<Integer> a : before) {
            for (Set<Integer> b : after) {
                Set<Integer> left = new HashSet<>(a);
                left.removeAll(b);
                if (!left.isEmpty() && left.size() < K) {
                    differences.add(left);
                }
            }
        }
        return differences;
    }

    private static List<Map<Integer, Set<Integer>>> waves(long seed) {
        Random random = new Random(seed);
        Map<Integer, Integer> home = new LinkedHashMap<>();
        List<Map<Integer, Set<Integer>>> waves = new ArrayList<>();
        int next = 0;
        for (int wave = 0; wave < WAVES; wave++) {
            for (int joined = 0; joined < (wave == 0 ? 200 : 8); joined++) {
                home.put(next++, random.nextInt(UNITS));
            }
            if (wave > 0) {
                home.keySet().removeIf(_ -> random.nextInt(20) == 0);
                home.replaceAll(
                        (_, unit) -> random.nextInt(20) == 0 ? random.nextInt(UNITS) : unit);
            }
            Map<Integer, Set<Integer>> units = new HashMap<>();
            home.forEach((person, unit) ->
                    units.computeIfAbsent(unit, u -> new HashSet<>()).add(person));
            waves.add(units);
        }
        return waves;
    }

    private static AtomPartition<Integer> partition(Map<Integer, Set<Integer>> wave) {
        List<UnitCount<Integer>> units = new ArrayList<>();
        units.add(new UnitCount<>(-1, null, 0, 0));
        wave.forEach((unit, members) ->
                units.add(new UnitCount<>(unit, -1, members.size() + 3, members.size())));
        return AtomPartition.of(units, K);
    }

    private static List<Set<Integer>> people(
            Map<Integer, Set<Integer>> wave, AtomPartition<Integer> partition) {
        return partition.atoms().stream()
                .map(atom -> {
                    Set<Integer> people = new HashSet<>();
                    atom.units().forEach(unit -> people.addAll(wave.getOrDefault(unit, Set.of())));
                    return people;
                })
                .toList();
    }

    private static Set<Integer> union(Iterable<Set<Integer>> sets) {
        Set<Integer> union = new HashSet<>();
        sets.forEach(union::addAll);
        return union;
    }
}
