package kollega.measurement.scale;

import static kollega.measurement.Expected.estimate;
import static kollega.measurement.Expected.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ExpertKeyTest {

    private final ExpertKey key = new ExpertKey(new double[] {1, 2, 3, 4}, .9);

    /** Reference: Shrout and Fleiss (1979), table 2 and 4: ICC(2,4) = .62. */
    @Test
    void reproducesPublishedAgreement() {
        double[][] judges = {
            {9, 6, 8, 7, 10, 6}, {2, 1, 4, 1, 5, 2}, {5, 3, 6, 2, 6, 4}, {8, 2, 8, 6, 9, 7}
        };
        assertThat(estimate(ExpertKey.agreement(judges))).isCloseTo(.62, within(5e-4));
    }

    @Test
    void takesTheMeanOfExpertsWhoAgree() {
        var ratings = new double[8][];
        for (int i = 0; i < 8; i++) {
            ratings[i] = new double[] {1 + i % 2, 3, 5 - i % 2};
        }
        var found = estimate(ExpertKey.of(ratings));
        assertThat(found.ratings()).containsExactly(new double[] {1.5, 3, 4.5}, within(1e-12));
        assertThat(found.agreement()).isGreaterThan(.9);
    }

    @Test
    void saysWhenExpertsAreFewOrDisagree() {
        assertThat(reason(ExpertKey.of(new double[7][3])))
                .isEqualTo("there are 7 experts, a key needs at least 8");
        var quarrel = new double[8][];
        for (int i = 0; i < 8; i++) {
            quarrel[i] = i < 5 ? new double[] {1, 3, 4} : new double[] {5, 3, 1};
        }
        assertThat(reason(ExpertKey.of(quarrel))).startsWith("the experts agree too little");
    }

    @Test
    void scoresTheOrderAndNotTheStyle() {
        assertThat(estimate(key.score(new double[] {3, 3.5, 4, 4.5}))).isCloseTo(0, within(1e-12));
        assertThat(estimate(key.score(new double[] {4, 3, 2, 1}))).isCloseTo(-4, within(1e-12));
        assertThat(reason(key.score(new double[] {3, 3, 3, 3}))).contains("rated alike");
    }

    @Test
    void scoresPicksAtBothEnds() {
        assertThat(key.score(3, 0)).isEqualTo(2);
        assertThat(key.score(0, 3)).isEqualTo(-2);
        assertThat(key.score(3, 1)).isEqualTo(1);
        assertThat(key.score(1, 2)).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> key.score(1, 1))
                .withMessage("worst is 1, allowed is another option than best");
    }
}
