package io.kollega.access;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes of authenticator apps: TOTP (RFC 6238) with HMAC-SHA-1, 30 seconds and six digits, which is
 * what every app understands. The clock of a phone may be a step off.
 */
final class TimeCodes {
    static final int DIGITS = 6;
    static final int STEP_SECONDS = 30;
    static final int DRIFT_STEPS = 1;

    /** As long as the output of the hash, as RFC 4226 recommends. */
    private static final int SECRET_BYTES = 20;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final TimeBasedOneTimePasswordGenerator codes;

    TimeCodes(int digits) {
        codes =
                new TimeBasedOneTimePasswordGenerator(
                        TimeBasedOneTimePasswordGenerator.DEFAULT_TIME_STEP, digits);
    }

    static byte[] secret() {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return secret;
    }

    String code(byte[] secret, Instant at) {
        try {
            return codes.generateOneTimePasswordString(
                    new SecretKeySpec(secret, codes.getAlgorithm()), at, Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("Any bytes are a key of HMAC", e);
        }
    }

    /** The step whose code it is, near now; empty if it is none's. */
    OptionalLong step(byte[] secret, String code, Instant now) {
        long current = Math.floorDiv(now.getEpochSecond(), (long) STEP_SECONDS);
        OptionalLong found = OptionalLong.empty();
        for (long step = current - DRIFT_STEPS; step <= current + DRIFT_STEPS; step++) {
            byte[] expected =
                    code(secret, Instant.ofEpochSecond(step * STEP_SECONDS))
                            .getBytes(StandardCharsets.UTF_8);
            if (MessageDigest.isEqual(expected, code.getBytes(StandardCharsets.UTF_8))) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }
}
