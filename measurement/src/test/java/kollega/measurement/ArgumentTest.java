package kollega.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ArgumentTest {

    @Test
    void refusalNamesArgumentItsValueAndWhatIsAllowed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Argument.atLeast("promoters", 0, -3))
                .withMessage("promoters is -3, allowed is at least 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Argument.finite("weights", new double[] {1, Double.NaN}))
                .withMessage("weights[1] is NaN, allowed is a finite number");
    }

    @Test
    void acceptsBordersOfShareButNotOfProbability() {
        assertThat(Argument.share("share", 0)).isZero();
        assertThat(Argument.share("share", 1)).isOne();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Argument.between0And1("level", 1))
                .withMessageContaining("level is 1.0");
        assertThatIllegalArgumentException().isThrownBy(() -> Argument.share("share", Double.NaN));
    }

    @Test
    void lackOfDataKeepsItsReasonThroughMap() {
        Outcome<Integer> thin = Outcome.notEnoughData("3 answers, 5 needed");
        assertThat(thin.map(n -> n + 1)).isEqualTo(Outcome.notEnoughData("3 answers, 5 needed"));
        assertThat(Outcome.estimated(2).map(n -> n + 1)).isEqualTo(Outcome.estimated(3));
    }
}
