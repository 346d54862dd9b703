package io.kollega.answers;

import io.kollega.shell.Sha256;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The root over a list of hashes, by which everyone can check that theirs is in it: leaves and
 * nodes are marked as in RFC 9162, and an odd one goes up as it is.
 */
final class MerkleTree {
    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private MerkleTree() {}

    /**
     * The root in hex.
     *
     * @param hashes in hex; the root of none is the hash of nothing
     */
    static String root(List<String> hashes) {
        if (hashes.isEmpty()) {
            return HexFormat.of().formatHex(Sha256.of());
        }
        List<byte[]> level = new ArrayList<>();
        for (String hash : hashes) {
            level.add(Sha256.of(LEAF, HexFormat.of().parseHex(hash)));
        }
        while (level.size() > 1) {
            List<byte[]> above = new ArrayList<>();
            for (int i = 0; i < level.size(); i += 2) {
                above.add(
                        i + 1 < level.size()
                                ? Sha256.of(NODE, level.get(i), level.get(i + 1))
                                : level.get(i));
            }
            level = above;
        }
        return HexFormat.of().formatHex(level.getFirst());
    }
}
