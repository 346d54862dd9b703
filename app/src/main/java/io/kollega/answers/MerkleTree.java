package io.kollega.answers;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The root over a list of hashes, by which everyone can check that theirs is in it: leaves and
 * nodes are marked as in RFC 9162, and an odd one goes up as it is.
 */
final class MerkleTree {
    private MerkleTree() {}

    /**
     * The root in hex.
     *
     * @param hashes in hex; the root of none is the hash of nothing
     */
    static String root(List<String> hashes) {
        if (hashes.isEmpty()) {
            return HexFormat.of().formatHex(Slot.sha256(new byte[0]));
        }
        List<byte[]> level = new ArrayList<>();
        for (String hash : hashes) {
            level.add(marked((byte) 0, HexFormat.of().parseHex(hash)));
        }
        while (level.size() > 1) {
            List<byte[]> above = new ArrayList<>();
            for (int i = 0; i < level.size(); i += 2) {
                above.add(
                        i + 1 < level.size()
                                ? marked((byte) 1, level.get(i), level.get(i + 1))
                                : level.get(i));
            }
            level = above;
        }
        return HexFormat.of().formatHex(level.getFirst());
    }

    private static byte[] marked(byte mark, byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(mark);
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
