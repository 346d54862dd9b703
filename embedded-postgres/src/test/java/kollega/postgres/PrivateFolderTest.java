package kollega.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A data folder below a folder that root alone may enter, as /root is. */
class PrivateFolderTest {

    @TempDir private Path folder;

    @Test
    void startsWithoutOpeningTheFolderToAnybody() throws Exception {
        RootOnly.assume("a folder that the server's account may not enter");
        Path data = folder.resolve("data");
        for (int start = 1; start <= 2; start++) {
            try (var server = EmbeddedPostgres.start(Settings.forTests(data))) {
                Sql.on(server).run("CREATE TABLE IF NOT EXISTS entry ()");
                Sql.on(server).run("INSERT INTO entry DEFAULT VALUES");
                assertThat(Sql.on(server).value("SELECT count(*) FROM entry"))
                        .isEqualTo(Integer.toString(start));
                reload(server);
                assertThat(Sql.on(server).value("SELECT 1")).isEqualTo("1");
            }
        }
        assertThat(Files.getPosixFilePermissions(folder))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    private static void reload(EmbeddedPostgres server) throws Exception {
        try (var connection = server.superuser().connect("postgres")) {
            assertThat(Sql.list(connection, "SELECT pg_reload_conf()")).containsExactly("t");
            assertThat(Sql.list(connection, "SELECT error FROM pg_hba_file_rules"))
                    .containsOnlyNulls();
        }
    }
}
