package kollega.measurement.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PrivacyThresholdTest {

    private final PrivacyThreshold rule = PrivacyLevel.SCORE.threshold();

    @Test
    void showsFivePeople() {
        assertThat(rule.judge(Contribution.oneEach(5))).isEqualTo(Verdict.SHOWN);
    }

    @Test
    void withholdsFourPeopleHoweverManyTheirAnswers() {
        assertThat(rule.judge(new Contribution(400, 4, 100)))
                .isEqualTo(Verdict.withheld(new Reason.TooFewRaters(5)));
    }

    @Test
    void withholdsWhatOnePersonDominates() {
        assertThat(rule.judge(new Contribution(20, 5, 11)))
                .isEqualTo(Verdict.withheld(new Reason.Dominated(0.5)));
        assertThat(rule.judge(new Contribution(20, 5, 10))).isEqualTo(Verdict.SHOWN);
    }

    @Test
    void saysThatNobodyAnswered() {
        assertThat(rule.judge(Contribution.NONE))
                .isEqualTo(Verdict.withheld(new Reason.NoAnswers()));
    }

    @Test
    void tellsTheReasonInASentence() {
        assertThat(new Reason.TooFewRaters(5).sentence()).isEqualTo("hidden: fewer than 5 people");
        assertThat(new Reason.CouldBeWorkedOut(5).sentence()).contains("could be worked out");
        assertThat(new Reason.Dominated(0.5).sentence()).contains("50 %");
    }

    @Test
    void mayBeRaisedButNotLowered() {
        assertThat(rule.raisedTo(8).judge(Contribution.oneEach(7)).isShown()).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> rule.raisedTo(4));
        assertThatIllegalArgumentException().isThrownBy(() -> new PrivacyThreshold(1, 0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> new PrivacyThreshold(5, Double.NaN));
    }

    @Test
    void refusesContributionsThatCannotBe() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Contribution(3, 4, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Contribution(10, 2, 4));
        assertThatIllegalArgumentException().isThrownBy(() -> new Contribution(10, 3, 9));
        assertThatIllegalArgumentException().isThrownBy(() -> new Contribution(0, 1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Contribution(-1, 0, 0));
    }

    @Test
    void countsAPersonInBothPartsOnce() {
        RaterTally both =
                new RaterTally(Map.of(1L, 3, 2L, 1)).plus(new RaterTally(Map.of(1L, 2, 3L, 1)));

        assertThat(both.contribution()).isEqualTo(new Contribution(7, 3, 5));
    }
}
