package kollega.measurement.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class OpportunityTest {

    /** By hand: 8 of 10 find it important and 3 are satisfied, so 8 + (8 - 3). */
    @Test
    void addsWhatSatisfactionLacks() {
        var found = new Opportunity(10, 8, 3);
        assertThat(found.importance()).isCloseTo(8, within(1e-12));
        assertThat(found.satisfaction()).isCloseTo(3, within(1e-12));
        assertThat(found.value()).isCloseTo(13, within(1e-12));
    }

    @Test
    void satisfactionAboveImportanceTakesNothingAway() {
        assertThat(new Opportunity(4, 1, 4).value()).isCloseTo(2.5, within(1e-12));
    }

    @Test
    void refusesCountsThatCannotBe() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Opportunity(0, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Opportunity(3, 4, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Opportunity(3, 0, -1));
    }
}
