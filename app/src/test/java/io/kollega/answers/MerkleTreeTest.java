package io.kollega.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Roots of the eight leaves that Certificate Transparency's reference implementation tests. */
class MerkleTreeTest {
    private static final List<String> LEAVES =
            Stream.of(
                            "",
                            "00",
                            "10",
                            "2021",
                            "3031",
                            "40414243",
                            "5051525354555657",
                            "606162636465666768696a6b6c6d6e6f")
                    .toList();

    @Test
    void isThatOfTheStandard() {
        assertThat(MerkleTree.root(List.of()))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(MerkleTree.root(LEAVES.subList(0, 1)))
                .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
        assertThat(MerkleTree.root(LEAVES.subList(0, 3)))
                .isEqualTo("aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77");
        assertThat(MerkleTree.root(LEAVES))
                .isEqualTo("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
    }

    @Test
    void changesWithEveryLeafAndTheirOrder() {
        String root = MerkleTree.root(LEAVES);
        assertThat(MerkleTree.root(LEAVES.reversed())).isNotEqualTo(root);
        assertThat(MerkleTree.root(LEAVES.subList(0, 7))).isNotEqualTo(root);
    }
}
