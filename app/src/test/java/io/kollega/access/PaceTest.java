package io.kollega.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaceTest {
    private static final Pace PACE =
            new Pace(3, Duration.ofSeconds(5), Duration.ofMinutes(1), Duration.ofMinutes(10));

    @ParameterizedTest
    @CsvSource({
        "0, 0", "3, 0", "3.4, 0", "3.6, 5", "4, 5", "5, 10", "6, 20", "7, 40", "8, 60", "99, 60"
    })
    void doublesTheDelayUpToTheLongest(double level, long seconds) {
        assertThat(PACE.delay(level)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void forgivesOneByOne() {
        assertThat(PACE.left(5, Duration.ofMinutes(10))).isEqualTo(4);
        assertThat(PACE.left(5, Duration.ofMinutes(5))).isEqualTo(4.5);
        assertThat(PACE.left(5, Duration.ofHours(1))).isZero();
        assertThat(PACE.left(5, Duration.ofHours(-1))).isEqualTo(5);
    }

    @Test
    void countsNoFurtherThanTheLongestDelay() {
        double level = 0;
        for (int i = 0; i < 1000; i++) {
            level = PACE.more(level);
        }
        assertThat(PACE.delay(level)).isEqualTo(PACE.longest());
        assertThat(level).as("forgiven in %s minutes", level * 10).isEqualTo(8);
    }
}
