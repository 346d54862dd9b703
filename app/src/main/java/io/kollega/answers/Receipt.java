package io.kollega.answers;

import io.kollega.shell.Sha256;
import io.kollega.surveys.Base64Url;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What lets its holder replace or withdraw an answer: the answer's place and a secret. Of the
 * secret only a hash is kept.
 */
@SuppressWarnings("ArrayRecordComponent")
record Receipt(Slot slot, byte[] secret) {
    private static final int HASH = 32;
    private static final int SECRET = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    static Receipt of(Slot slot) {
        byte[] secret = new byte[SECRET];
        RANDOM.nextBytes(secret);
        return new Receipt(slot, secret);
    }

    /** As it is given to the person. */
    String text() {
        byte[] both = Arrays.copyOf(HexFormat.of().parseHex(slot.hash()), HASH + SECRET);
        System.arraycopy(secret, 0, both, HASH, SECRET);
        return Base64Url.encode(both);
    }

    static Optional<Receipt> read(String text) {
        return Base64Url.decode(text)
                .filter(bytes -> bytes.length == HASH + SECRET)
                .map(bytes ->
                        new Receipt(
                                new Slot(HexFormat.of().formatHex(bytes, 0, HASH)),
                                Arrays.copyOfRange(bytes, HASH, HASH + SECRET)));
    }

    /** By which it is known again. */
    String hash() {
        return Base64Url.encode(Sha256.of(secret));
    }
}
