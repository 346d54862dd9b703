package kollega.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptDataTest {

    @TempDir(factory = EnterableFolder.class)
    private Path folder;

    @Test
    void keepsRowsPortAndPasswordBetweenStarts() throws Exception {
        Coordinates first;
        try (var server = EmbeddedPostgres.start(Settings.of(folder.resolve("data")))) {
            first = server.coordinates();
            Sql.on(server).run("CREATE TABLE note AS SELECT 'сохранено' AS text");
        }
        try (var server = EmbeddedPostgres.start(Settings.of(folder.resolve("data")))) {
            assertThat(Sql.on(server).list("SELECT text FROM note")).containsExactly("сохранено");
            assertThat(server.coordinates()).isEqualTo(first);
        }
    }
}
