package io.kollega.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.kollega.access.SignIn.Why;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletResponse;

class WaitingTest {
    @ParameterizedTest
    @CsvSource({
        "PT0.001S, 1, access.sign-in.slowed-seconds, 1",
        "PT5S, 5, access.sign-in.slowed-seconds, 5",
        "PT5.001S, 6, access.sign-in.slowed-seconds, 6",
        "PT90S, 90, access.sign-in.slowed-seconds, 90",
        "PT90.001S, 2, access.sign-in.slowed-minutes, 91",
        "PT15M, 15, access.sign-in.slowed-minutes, 900",
    })
    void neverTellsLessThanItTakes(
            Duration delay, long amount, String sentence, String retryAfter) {
        Waiting waiting = Waiting.of(new SignIn.Outcome.Later(delay, Why.ATTEMPTS));
        MockHttpServletResponse response = new MockHttpServletResponse();
        waiting.tell(response);
        assertThat(waiting.amount()).isEqualTo(amount);
        assertThat(waiting.sentence()).isEqualTo(sentence);
        assertThat(response.getHeader("Retry-After")).isEqualTo(retryAfter);
        assertThat(waiting.status().value()).isEqualTo(429);
    }

    @Test
    void doesNotSpeakOfWrongAttemptsWhereItIsBusy() {
        Waiting waiting = new Waiting(Duration.ofSeconds(3), Why.BUSY);
        assertThat(waiting.status().value()).isEqualTo(503);
        assertThat(waiting.sentence()).isEqualTo("access.sign-in.busy");
        assertThat(waiting.problem()).isEqualTo("access.sign-in.busy");
    }
}
