package io.kollega.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeCodesTest {
    private static final byte[] RFC = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    private final TimeCodes codes = new TimeCodes(TimeCodes.DIGITS);

    /** Appendix B of RFC 6238, the rows of SHA-1. */
    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void areThoseOfTheStandard(long second, String code) {
        assertThat(new TimeCodes(8).code(RFC, Instant.ofEpochSecond(second))).isEqualTo(code);
        assertThat(codes.code(RFC, Instant.ofEpochSecond(second))).isEqualTo(code.substring(2));
    }

    @Test
    void fitOneStepAroundNowAndNoFurther() {
        Instant now = Instant.ofEpochSecond(1_234_567_890);
        long step = 1_234_567_890 / TimeCodes.STEP_SECONDS;
        for (int off = -3; off <= 3; off++) {
            String code = codes.code(RFC, now.plusSeconds(off * TimeCodes.STEP_SECONDS));
            if (Math.abs(off) <= TimeCodes.DRIFT_STEPS) {
                assertThat(codes.step(RFC, code, now)).as("%d steps off", off).hasValue(step + off);
            } else {
                assertThat(codes.step(RFC, code, now)).as("%d steps off", off).isEmpty();
            }
        }
    }

    @Test
    void fitOnlyInFull() {
        Instant now = Instant.ofEpochSecond(59);
        for (String wrong : new String[] {"", "0", "28708", "2870820", "94287082", "абвгде"}) {
            assertThat(codes.step(RFC, wrong, now)).as(wrong).isEmpty();
        }
    }

    @Test
    void comeFromSecretsOfTheirOwn() {
        assertThat(TimeCodes.secret()).hasSize(20).isNotEqualTo(TimeCodes.secret());
    }
}
