package io.kollega.travel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SpanTest {
    @Test
    void closesPartAsSoonAsItIsSafe() {
        assertThat(parts(Map.of(1, 5, 2, 2, 3, 3, 4, 6)))
                .containsExactly(span(1, 1), span(2, 3), span(4, 4));
    }

    @Test
    void addsWhatIsLeftToPartBefore() {
        assertThat(parts(Map.of(1, 5, 2, 5, 3, 4))).containsExactly(span(1, 1), span(2, 3));
    }

    @Test
    void tellsNothingOfTooFew() {
        assertThat(parts(Map.of(1, 2, 5, 2))).isEmpty();
    }

    @Test
    void countsOnlyPartsThatLieWhollyInPeriod() {
        assertThat(span(2, 3).within(span(1, 3))).isTrue();
        assertThat(span(2, 3).within(span(2, 3))).isTrue();
        assertThat(span(2, 3).within(span(3, 4))).isFalse();
    }

    @Test
    void tellsBoundsOfFewThatWentAlike() {
        assertThat(Told.of(19, 19, 19)).isEqualTo(Told.NEARLY_ALL);
        assertThat(Told.of(0, 19, 19)).isEqualTo(Told.HARDLY_ANY);
        assertThat(Told.of(9, 10, 10)).isEqualTo(Told.NEARLY_ALL);
        assertThat(Told.of(1, 10, 10)).isEqualTo(Told.HARDLY_ANY);
        assertThat(Told.of(10, 11, 11)).isEqualTo(Told.EXACTLY);
        assertThat(Told.of(8, 10, 10)).isEqualTo(Told.EXACTLY);
        assertThat(Told.of(20, 20, 20)).isEqualTo(Told.EXACTLY);
    }

    @Test
    void tellsUsualTimesOfFewByTheNextRoundOne() {
        assertThat(Usual.bound(3_599)).isEqualTo(new Usual(3_600, Usual.Precision.AT_MOST));
        assertThat(Usual.bound(3_600)).isEqualTo(new Usual(4 * 3_600, Usual.Precision.AT_MOST));
        assertThat(Usual.bound(400 * 86_400))
                .isEqualTo(new Usual(365 * 86_400, Usual.Precision.AT_LEAST));
    }

    /** Parts of at least five people, of so many others each month. */
    private static List<Span> parts(Map<Integer, Integer> people) {
        Map<LocalDate, Integer> months = new TreeMap<>();
        people.forEach((month, count) -> months.put(month(month), count));
        return Span.parts(
                new java.util.TreeSet<>(months.keySet()),
                (_, span) ->
                        months.entrySet().stream()
                                        .filter(month -> span.has(month.getKey()))
                                        .mapToInt(Map.Entry::getValue)
                                        .sum()
                                >= 5);
    }

    private static Span span(int first, int last) {
        return new Span(month(first), month(last));
    }

    private static LocalDate month(int month) {
        return LocalDate.of(2025, month, 1);
    }
}
