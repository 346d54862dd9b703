package kollega.measurement.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import kollega.measurement.score.NetScore;
import org.junit.jupiter.api.Test;

class PublishedScoreTest {

    @Test
    void saysABandWhenEveryoneAnsweredAlike() {
        assertThat(PublishedScore.of(NetScore.of(40, 0, 0))).isEqualTo(PublishedScore.HIGH);
        assertThat(PublishedScore.of(NetScore.of(0, 0, 40))).isEqualTo(PublishedScore.LOW);
        assertThat(PublishedScore.of(NetScore.of(0, 40, 0))).isEqualTo(PublishedScore.MIDDLE);
    }

    @Test
    void saysABandWhenAllButOneOfTenAnsweredAlike() {
        assertThat(PublishedScore.of(NetScore.of(9, 1, 0))).isEqualTo(PublishedScore.HIGH);
        assertThat(PublishedScore.of(NetScore.of(1, 0, 9))).isEqualTo(PublishedScore.LOW);
        assertThat(PublishedScore.of(NetScore.of(8, 2, 0)))
                .isInstanceOf(PublishedScore.Rounded.class);
        assertThat(PublishedScore.of(NetScore.of(10, 1, 0)))
                .isInstanceOf(PublishedScore.Rounded.class);
    }

    @Test
    void roundsFewAnswersToFivePoints() {
        assertThat(PublishedScore.of(NetScore.of(5, 3, 2)))
                .isEqualTo(new PublishedScore.Rounded(30, -25, 70));
        assertThat(PublishedScore.of(NetScore.of(12, 9, 3)))
                .isEqualTo(new PublishedScore.Rounded(38, 6, 62));
    }

    @Test
    void keepsTheScoreWithinItsInterval() {
        Random random = new Random(1);
        for (int i = 0; i < 2000; i++) {
            NetScore score =
                    NetScore.of(random.nextInt(30), random.nextInt(30), 1 + random.nextInt(30));
            if (PublishedScore.of(score)
                    instanceof PublishedScore.Rounded(int points, int low, int high)) {
                assertThat(points).isBetween(low, high);
                assertThat(low).isGreaterThanOrEqualTo(-100);
                assertThat(high).isLessThanOrEqualTo(100);
            }
        }
    }
}
