package kollega.measurement.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowSpaceTest {

    private static final int COLUMNS = 10;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void knowsWhatLiesInTheSpaceAsTheIntegersDo(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 50; round++) {
            RowSpace space = new RowSpace(ones(), 0);
            List<BitSet> added = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                BitSet set = set(random);
                added.add(set);
                add(space, set);

                assertThat(space.rank()).isEqualTo(RationalRank.of(added, COLUMNS));
            }
            for (int i = 0; i < 20; i++) {
                BitSet probe = set(random);
                List<BitSet> with = new ArrayList<>(added);
                with.add(probe);

                assertThat(space.firstPlace(space.reduce(columns(probe))) < 0)
                        .isEqualTo(RationalRank.of(with, COLUMNS) == space.rank());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6, 7, 8})
    void isAsBeforeWhenAdditionsAreUndone(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 50; round++) {
            RowSpace space = new RowSpace(ones(), 0);
            for (int i = 0; i < 4; i++) {
                add(space, set(random));
            }
            space.watch(space.reduce(columns(set(random))));
            int rank = space.rank();
            List<BitSet> probes = IntStream.range(0, 9).mapToObj(i -> set(random)).toList();
            List<int[]> before = probes.stream().map(p -> space.reduce(columns(p))).toList();

            for (int i = 0; i < 3; i++) {
                add(space, set(random));
            }
            while (space.rank() > rank) {
                space.removeLast();
            }

            for (int i = 0; i < before.size(); i++) {
                assertThat(space.reduce(columns(probes.get(i)))).isEqualTo(before.get(i));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {9, 10, 11, 12})
    void refusesExactlyWhatWouldPutAPersonIntoTheSpace(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 40; round++) {
            RowSpace space = new RowSpace(ones(), 2);
            List<BitSet> added = new ArrayList<>();
            for (int i = 0; i < 14; i++) {
                BitSet set = set(random);
                List<BitSet> with = new ArrayList<>(added);
                with.add(set);

                assertThat(add(space, set)).isEqualTo(!holdsAPerson(with));
                if (!holdsAPerson(with)) {
                    added.add(set);
                }
            }
        }
    }

    private static boolean holdsAPerson(List<BitSet> sets) {
        int rank = RationalRank.of(sets, COLUMNS);
        return IntStream.range(0, COLUMNS)
                .anyMatch(person -> {
                    List<BitSet> with = new ArrayList<>(sets);
                    with.add(BitSet.valueOf(new long[] {1L << person}));
                    return RationalRank.of(with, COLUMNS) == rank;
                });
    }

    private static boolean add(RowSpace space, BitSet set) {
        int[] reduced = space.reduce(columns(set));
        int place = space.firstPlace(reduced);
        return place < 0 || space.add(reduced, place);
    }

    private static BitSet set(Random random) {
        return BitSet.valueOf(new long[] {1 + random.nextInt((1 << COLUMNS) - 1)});
    }

    private static int[] columns(BitSet set) {
        return set.stream().toArray();
    }

    private static int[] ones() {
        int[] ones = new int[COLUMNS];
        Arrays.fill(ones, 1);
        return ones;
    }
}
