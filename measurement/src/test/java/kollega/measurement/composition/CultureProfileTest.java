package kollega.measurement.composition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class CultureProfileTest {

    private static final CultureProfile NOW = new CultureProfile(27.5, 20, 25, 27.5);
    private static final CultureProfile WANTED = new CultureProfile(35, 25, 20, 20);

    @Test
    void reproducesReferenceGap() {
        assertThat(NOW.gap(WANTED)).isCloseTo(.5076066437, within(5e-11));
        assertThat(NOW.pointsToMove(WANTED)).isCloseTo(12.5, within(1e-12));
        assertThat(NOW.flexibility()).isCloseTo(-.1115717757, within(5e-11));
    }

    @Test
    void hasNoGapToItself() {
        assertThat(NOW.gap(NOW)).isZero();
        assertThat(NOW.gap(WANTED)).isEqualTo(WANTED.gap(NOW));
    }

    @Test
    void averagesAspectsAndThenPeople() {
        var mean =
                CultureProfile.mean(
                        List.of(
                                new CultureProfile(100, 0, 0, 0),
                                new CultureProfile(10, 10, 10, 10)));
        assertThat(mean).isEqualTo(new CultureProfile(62.5, 12.5, 12.5, 12.5));
    }

    @Test
    void copesWithTypesThatGotNothing() {
        assertThat(new CultureProfile(50, 50, 0, 0).flexibility()).isGreaterThan(4);
        assertThat(new CultureProfile(50, 0, 0, 50).gap(WANTED)).isFinite();
    }

    @Test
    void refusesProfileWithoutPoints() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CultureProfile(0, 0, 0, 0))
                .withMessage("the largest part is 0.0, allowed is above 0");
    }
}
