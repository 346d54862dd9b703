package io.kollega.organization;

import static org.assertj.core.api.Assertions.assertThat;

import io.kollega.organization.Timeline.Span;
import io.kollega.organization.Timeline.Trait;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineTest {
    private static final LocalDate SPRING = LocalDate.of(2024, 3, 1);
    private static final LocalDate SUMMER = LocalDate.of(2024, 6, 1);
    private static final LocalDate AUTUMN = LocalDate.of(2024, 9, 1);
    private static final LocalDate WINTER = LocalDate.of(2024, 12, 1);

    private record Desk(String room, String colour) {}

    private static final List<Trait<Desk>> TRAITS =
            List.of(
                    new Trait<>(Desk::room, (it, wanted) -> new Desk(wanted.room(), it.colour())),
                    new Trait<>(
                            Desk::colour, (it, wanted) -> new Desk(it.room(), wanted.colour())));

    /** In room a, by plan in room b from autumn on. */
    private final Timeline<Desk> planned = desk(SPRING, "a", "red").with(AUTUMN, of("b"), TRAITS);

    @Test
    void changesNothingByTheSame() {
        assertThat(planned.with(SUMMER, of("a"), TRAITS)).isEqualTo(planned);
        assertThat(planned.with(WINTER, of("b"), TRAITS)).isEqualTo(planned);
        assertThat(planned.nextAfter(SUMMER)).contains(AUTUMN);
        assertThat(planned.nextAfter(WINTER)).isEmpty();
    }

    @Test
    void keepsWhatIsPlannedOfThatAndCarriesTheRestOn() {
        Timeline<Desk> changed = planned.with(SUMMER, new Desk("c", "blue"), TRAITS);
        assertThat(changed.spans())
                .containsExactly(
                        new Span<>(SPRING, SUMMER, of("a")),
                        new Span<>(SUMMER, AUTUMN, new Desk("c", "blue")),
                        new Span<>(AUTUMN, Timeline.ENDLESS, new Desk("b", "blue")));
    }

    /** A plan that leads back is a plan too. */
    @Test
    void stopsAtTheFirstPlanOfThat() {
        Timeline<Desk> there = planned.with(WINTER, of("a"), TRAITS);
        assertThat(there.with(SUMMER, of("c"), TRAITS).on(WINTER)).contains(of("a"));
    }

    @Test
    void takesAPlanBackOnItsDay() {
        assertThat(planned.with(AUTUMN, of("a"), TRAITS)).isEqualTo(desk(SPRING, "a", "red"));
    }

    @Test
    void addsDaysBeforeTheFirst() {
        assertThat(planned.with(SPRING.minusYears(1), of("a"), TRAITS))
                .isEqualTo(desk(SPRING.minusYears(1), "a", "red").with(AUTUMN, of("b"), TRAITS));
        assertThat(planned.with(SPRING.minusYears(1), of("z"), TRAITS).spans())
                .hasSize(3)
                .first()
                .isEqualTo(new Span<>(SPRING.minusYears(1), SPRING, of("z")));
    }

    @Test
    void keepsAnEnd() {
        Timeline<Desk> ended = new Timeline<>(List.of(new Span<>(SPRING, AUTUMN, of("a"))));
        assertThat(ended.with(SUMMER, of("b"), TRAITS).on(AUTUMN)).isEmpty();
        assertThat(ended.with(WINTER, of("b"), TRAITS).spans())
                .containsExactly(
                        new Span<>(SPRING, AUTUMN, of("a")),
                        new Span<>(WINTER, Timeline.ENDLESS, of("b")));
        assertThat(ended.nearest(WINTER)).contains(of("a"));
        assertThat(ended.nearest(SPRING.minusDays(1))).contains(of("a"));
    }

    private static Desk of(String room) {
        return new Desk(room, "red");
    }

    private static Timeline<Desk> desk(LocalDate from, String room, String colour) {
        return Timeline.<Desk>empty().with(from, new Desk(room, colour), TRAITS);
    }
}
