package kollega.measurement.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeMergeTest {

    private static final PrivacyThreshold FIVE = PrivacyLevel.SCORE.threshold();

    @Test
    void mergesNeighboursOnlyAsFarAsNeeded() {
        assertThat(SafeMerge.neighbours(categories(8, 2, 6, 4, 9), FIVE))
                .containsExactly(List.of(0, 1), List.of(2, 3), List.of(4));
    }

    @Test
    void mergesAnyCategoriesOnlyAsFarAsNeeded() {
        assertThat(SafeMerge.any(categories(8, 2, 6, 4, 9), FIVE))
                .containsExactly(List.of(0), List.of(1, 3), List.of(2), List.of(4));
    }

    @Test
    void letsALeftoverJoinTheSmallestGroup() {
        assertThat(SafeMerge.any(categories(8, 2, 6), FIVE))
                .containsExactly(List.of(0), List.of(1, 2));
    }

    @Test
    void showsNothingOfTooFewPeople() {
        assertThat(SafeMerge.neighbours(categories(2, 2), FIVE)).isEmpty();
        assertThat(SafeMerge.any(categories(2, 2), FIVE)).isEmpty();
        assertThat(SafeMerge.any(List.of(), FIVE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void makesGroupsThatMayBeShownAndHoldEveryCategory(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            int[] sizes = random.ints(1 + random.nextInt(9), 0, 9).toArray();
            List<RaterTally> categories = categories(sizes);
            for (List<List<Integer>> groups :
                    List.of(
                            SafeMerge.neighbours(categories, FIVE),
                            SafeMerge.any(categories, FIVE))) {
                boolean possible = FIVE.judge(sum(categories)).isShown();
                assertThat(groups.stream().flatMap(List::stream).sorted().toList())
                        .isEqualTo(
                                possible
                                        ? IntStream.range(0, sizes.length).boxed().toList()
                                        : List.of());
                assertThat(groups)
                        .allMatch(group ->
                                FIVE.judge(sum(group.stream().map(categories::get).toList()))
                                        .isShown());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5, 6})
    void findsNoFewerGroupsOfNeighboursThanTryingAllCuts(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 60; round++) {
            List<RaterTally> categories =
                    categories(random.ints(1 + random.nextInt(8), 0, 9).toArray());
            int best = 0;
            for (int cuts = 0; cuts < 1 << (categories.size() - 1); cuts++) {
                best = Math.max(best, groups(categories, cuts));
            }

            assertThat(SafeMerge.neighbours(categories, FIVE)).hasSize(best);
        }
    }

    private static int groups(List<RaterTally> categories, int cuts) {
        int groups = 0;
        RaterTally group = RaterTally.NONE;
        for (int category = 0; category < categories.size(); category++) {
            group = group.plus(categories.get(category));
            if (category == categories.size() - 1 || (cuts >> category & 1) == 1) {
                if (!FIVE.judge(group.contribution()).isShown()) {
                    return 0;
                }
                groups++;
                group = RaterTally.NONE;
            }
        }
        return groups;
    }

    private static Contribution sum(List<RaterTally> tallies) {
        return tallies.stream().reduce(RaterTally.NONE, RaterTally::plus).contribution();
    }

    private static List<RaterTally> categories(int... sizes) {
        List<RaterTally> categories = new ArrayList<>();
        for (int category = 0; category < sizes.length; category++) {
            Map<Long, Integer> people = new HashMap<>();
            for (int i = 0; i < sizes[category]; i++) {
                people.put(100L * category + i, 1);
            }
            categories.add(new RaterTally(people));
        }
        return categories;
    }
}
