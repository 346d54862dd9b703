package io.kollega.ratings;

import static org.assertj.core.api.Assertions.assertThat;

import io.kollega.ratings.Draft.Fault;
import io.kollega.ratings.Draft.Reading;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DraftTest {

    @Test
    void readsScoreAlone() {
        assertThat(client("0")).isEqualTo(new Reading.Fit(Rating.tap(0)));
        assertThat(client(" 10 ")).isEqualTo(new Reading.Fit(Rating.tap(10)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"11", "-1", "7.5", "9,5", "nine", "010"})
    void refusesScoreThatIsNone(String score) {
        assertThat(client(score)).isEqualTo(new Reading.Unfit(Set.of(Fault.SCORE)));
    }

    @Test
    void asksTheClientForScore() {
        assertThat(Draft.empty().read(Side.CLIENT))
                .isEqualTo(new Reading.Unfit(Set.of(Fault.SCORE_MISSING)));
    }

    @Test
    void asksTheProviderForSomething() {
        assertThat(Draft.empty().read(Side.PROVIDER))
                .isEqualTo(new Reading.Unfit(Set.of(Fault.NOTHING)));
    }

    @Test
    void refusesWhatTheOtherSideIsAskedAbout() {
        Draft draft = new Draft("9", null, null, Map.of("clarity", "5"), List.of(), null);
        assertThat(draft.read(Side.CLIENT)).isEqualTo(new Reading.Unfit(Set.of(Fault.ASPECT)));
    }

    @Test
    void namesEverythingThatIsWrong() {
        Draft draft =
                new Draft(
                        "9",
                        "simple",
                        "maybe",
                        Map.of("speed", "6"),
                        List.of("magic"),
                        "a".repeat(2001));
        assertThat(draft.read(Side.CLIENT))
                .isEqualTo(
                        new Reading.Unfit(
                                Set.of(
                                        Fault.EASE,
                                        Fault.SOLVED,
                                        Fault.ASPECT,
                                        Fault.REASON,
                                        Fault.COMMENT)));
    }

    @Test
    void keepsReasonsThatFitTheScore() {
        Draft draft = new Draft("9", null, null, Map.of(), List.of("slow", "fast"), null);
        assertThat(draft.read(Side.CLIENT))
                .isEqualTo(
                        new Reading.Fit(
                                new Rating(
                                        Side.CLIENT,
                                        9,
                                        null,
                                        null,
                                        Map.of(),
                                        List.of(Reason.FAST),
                                        "")));
    }

    private static Reading client(String score) {
        return new Draft(score, null, null, Map.of(), List.of(), null).read(Side.CLIENT);
    }
}
