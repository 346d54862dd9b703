package io.kollega.waves;

import static org.assertj.core.api.Assertions.assertThat;

import io.kollega.answers.Sums;
import io.kollega.organization.Name;
import io.kollega.organization.Unit;
import io.kollega.organization.UnitId;
import io.kollega.surveys.KeyGroup;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kollega.measurement.disclosure.Reason;
import org.junit.jupiter.api.Test;

/** Which units may be shown. Unit 1 is above 2, 3 and 4; 9 stands alone. */
class GroupsTest {
    private static final List<Unit> UNITS =
            List.of(unit(1, 0), unit(2, 1), unit(3, 1), unit(4, 1), unit(9, 0));

    private static Unit unit(long id, long parent) {
        return new Unit(
                new UnitId(id),
                "u" + id,
                new Name("u" + id, null),
                parent == 0 ? null : new UnitId(parent));
    }

    private static KeyGroup group(String id, int invited, long... units) {
        return new KeyGroup(
                id,
                Arrays.stream(units).mapToObj(UnitId::new).collect(Collectors.toSet()),
                invited);
    }

    private static Groups groups(List<KeyGroup> groups, Map<String, Integer> answered) {
        Map<String, Sums> sums = new HashMap<>();
        answered.forEach((id, n) -> sums.put(id, new Sums(Map.of("x", (long) n), n, 0, 0, 0)));
        return new Groups(groups, UNITS, sums, 5);
    }

    private static long n(Groups.Shown shown) {
        return shown instanceof Groups.Shown.Together(var sums) ? sums.n() : 0;
    }

    private static Set<UnitId> branch(long... units) {
        return group("", 0, units).units();
    }

    @Test
    void showsWhatConsistsOfFive() {
        Groups groups =
                groups(
                        List.of(group("a", 8, 2), group("b", 8, 3), group("c", 8, 9)),
                        Map.of("a", 5, "b", 6, "c", 7));
        assertThat(n(groups.of(branch(2)))).isEqualTo(5);
        assertThat(n(groups.of(branch(2, 3)))).isEqualTo(11);
        assertThat(n(groups.all())).isEqualTo(18);
    }

    @Test
    void joinsFewerSoThatNoDifferenceTellsThem() {
        Groups groups =
                groups(
                        List.of(group("a", 8, 2), group("b", 8, 3), group("c", 8, 9)),
                        Map.of("a", 4, "b", 6, "c", 7));
        // Four of a are joined with b: b alone would tell them.
        assertThat(groups.of(branch(2)))
                .isEqualTo(new Groups.Shown.Hidden(new Reason.TooFewRaters(5)));
        assertThat(groups.of(branch(3)))
                .isEqualTo(new Groups.Shown.Hidden(new Reason.CouldBeWorkedOut(5)));
        assertThat(n(groups.of(branch(2, 3)))).isEqualTo(10);
        assertThat(n(groups.of(branch(9)))).isEqualTo(7);
        assertThat(n(groups.all())).isEqualTo(17);
    }

    @Test
    void neverShowsPartOfThoseWhoShareAKey() {
        Groups groups =
                groups(List.of(group("a", 12, 2, 3), group("c", 8, 9)), Map.of("a", 9, "c", 7));
        assertThat(groups.of(branch(2)))
                .isEqualTo(new Groups.Shown.Hidden(new Reason.CouldBeWorkedOut(5)));
        assertThat(n(groups.of(branch(2, 3)))).isEqualTo(9);
    }

    @Test
    void showsNothingOfAFewInAll() {
        Groups groups = groups(List.of(group("a", 8, 2), group("c", 8, 9)), Map.of("a", 2, "c", 2));
        assertThat(groups.all()).isEqualTo(new Groups.Shown.Hidden(new Reason.TooFewRaters(5)));
    }
}
