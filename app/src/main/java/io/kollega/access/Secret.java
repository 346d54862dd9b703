package io.kollega.access;

import io.kollega.shell.Sha256;
import java.security.SecureRandom;
import java.util.Base64;

/** Secrets of 256 random bits, of which only the SHA-256 hash is ever stored. */
final class Secret {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private Secret() {}

    /** A new secret in letters, digits, {@code -} and {@code _}. */
    static String create() {
        return create(BYTES);
    }

    /** One of another length; four characters for every three bytes. */
    static String create(int bytes) {
        byte[] bits = new byte[bytes];
        RANDOM.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    static byte[] hash(String secret) {
        return Sha256.of(secret);
    }
}
