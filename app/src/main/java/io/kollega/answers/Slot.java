package io.kollega.answers;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The place of one answer in a campaign: a hash, so that places stand in an order that says
 * nothing. That of an anonymous answer is the hash of its spent message.
 *
 * @param hash SHA-256 in hex
 */
public record Slot(String hash) {
    /** The place of whoever spends this message. */
    static Slot of(byte[] message) {
        return new Slot(HexFormat.of().formatHex(sha256(message)));
    }

    /** The place under a name that is known, for campaigns that are not anonymous. */
    public static Slot named(String name) {
        return of(("named " + name).getBytes(StandardCharsets.UTF_8));
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
