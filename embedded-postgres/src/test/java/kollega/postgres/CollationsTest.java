package kollega.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CollationsTest {

    private static final String VERSION =
            "SELECT collversion FROM pg_collation WHERE collname = 'ru-x-icu'";
    private static final String FILES =
            "SELECT relfilenode FROM pg_class WHERE relname IN ('by_name', 'by_id') ORDER BY relname";

    @TempDir(factory = EnterableFolder.class)
    private Path folder;

    @Test
    void rebuildsIndexesWhoseOrderChangedWithTheBinaries() throws Exception {
        MadeDatabase.copyTo(folder);
        Path file = folder.resolve("postgres.credentials");
        String version;
        List<String> before;
        try (var server = EmbeddedPostgres.start(Settings.forTests(folder))) {
            version = Sql.on(server).value(VERSION);
            Sql.on(server).run("CREATE TABLE person (id int, name text COLLATE \"ru-x-icu\")");
            Sql.on(server).run("CREATE INDEX by_name ON person (name)");
            Sql.on(server).run("CREATE INDEX by_id ON person (id)");
            before = Sql.on(server).list(FILES);
            pretendOlderLibrary(server);
        }
        Credentials.read(file).orElseThrow().comparedWith("older binaries").write(file);

        try (var server = EmbeddedPostgres.start(Settings.forTests(folder))) {
            List<String> after = Sql.on(server).list(FILES);

            assertThat(Sql.on(server).value(VERSION)).isEqualTo(version);
            assertThat(after.getFirst()).as("by_id").isEqualTo(before.getFirst());
            assertThat(after.getLast()).as("by_name").isNotEqualTo(before.getLast());
        }
    }

    private static void pretendOlderLibrary(EmbeddedPostgres server) throws SQLException {
        try (var connection = server.superuser().connect("kollega");
                var statement = connection.createStatement()) {
            statement.execute(
                    "UPDATE pg_collation SET collversion = '1.0' WHERE collname = 'ru-x-icu'");
        }
    }
}
