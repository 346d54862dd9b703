package io.kollega.answers;

import io.kollega.shell.Sha256;
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
        return new Slot(HexFormat.of().formatHex(Sha256.of(message)));
    }

    /** The place under a name that is known, for campaigns that are not anonymous. */
    public static Slot named(String name) {
        return new Slot(Sha256.hex("named " + name));
    }
}
