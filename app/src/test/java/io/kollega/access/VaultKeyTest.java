package io.kollega.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultKeyTest {
    @TempDir Path folder;

    @Test
    void isMadeOnceForItsOwnerAlone() throws Exception {
        Path file = folder.resolve("data").resolve("secret.key");
        byte[] key = new VaultKey("", file).bytes();
        assertThat(key).hasSize(32);
        assertThat(new VaultKey("", file).bytes()).isEqualTo(key);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (var files = Files.list(file.getParent())) {
            assertThat(files).as("nothing is left of making it").containsExactly(file);
        }
    }

    @Test
    void isTakenFromTheEnvironmentBeforeTheFile() throws Exception {
        byte[] given = new byte[32];
        given[0] = 7;
        Path file = folder.resolve("secret.key");
        assertThat(new VaultKey(Base64.getEncoder().encodeToString(given) + "\n", file).bytes())
                .isEqualTo(given);
        assertThat(file).doesNotExist();
    }

    @Test
    void isRefusedWithoutBeingTold() {
        for (String wrong : new String[] {"not base 64!", "c2hvcnQ="}) {
            assertThatThrownBy(() -> new VaultKey(wrong, folder.resolve("secret.key")).bytes())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("KOLLEGA_SECRET_KEY")
                    .hasMessageContaining("openssl")
                    .hasMessageNotContaining(wrong);
        }
    }
}
