package kollega.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RunningServerTest {

    private EmbeddedPostgres server;
    private Path folder;

    @BeforeAll
    void start(@TempDir(factory = EnterableFolder.class) Path folder) throws CannotStart {
        this.folder = folder;
        server = EmbeddedPostgres.start(Settings.of(folder));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fsync", "synchronous_commit", "full_page_writes", "data_checksums"})
    void isDurable(String parameter) throws SQLException {
        assertThat(Sql.on(server).value("SHOW " + parameter)).isEqualTo("on");
    }

    @Test
    void bringsPostgres18() throws SQLException {
        assertThat(Sql.on(server).value("SHOW server_version")).startsWith("18.");
    }

    @Test
    void listensOnLoopbackAlone() throws Exception {
        String port = String.format(":%04X ", server.port());
        var listening =
                Files.readAllLines(Path.of("/proc/net/tcp")).stream()
                        .filter(line -> line.contains(port) && line.contains(" 0A "))
                        .toList();

        assertThat(listening).singleElement().asString().contains(" 0100007F" + port);
        assertThat(Files.readString(Path.of("/proc/net/tcp6"))).doesNotContain(port + "0000");
    }

    @ParameterizedTest
    @CsvSource({"kollega, kollega", "postgres, postgres", "postgres, kollega"})
    void refusesWrongPassword(String user, String database) {
        var wrong = new Coordinates(server.port(), database, user, "wrong");

        assertThatThrownBy(() -> new Sql(wrong).connect())
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refused -> assertThat(refused.getSQLState()).isEqualTo("28P01"));
    }

    @Test
    void trustsNobody() throws SQLException {
        try (var connection = server.superuser().connect("postgres")) {
            assertThat(
                            Sql.list(
                                    connection,
                                    "SELECT concat_ws(' ', type, address, auth_method, error) FROM pg_hba_file_rules"))
                    .containsExactly("host 127.0.0.1 scram-sha-256");
        }
    }

    @Test
    void givesTheApplicationAnOrdinaryRole() throws SQLException {
        assertThat(
                        Sql.on(server)
                                .value(
                                        "SELECT rolsuper OR rolcreaterole OR rolcreatedb OR rolreplication OR rolbypassrls"
                                                + " FROM pg_roles WHERE rolname = current_user"))
                .isEqualTo("f");
        assertThat(Sql.on(server).list("SELECT extname FROM pg_extension"))
                .contains("pg_trgm", "unaccent", "btree_gin");
    }

    @Test
    void findsCyrillicWhateverTheCase() throws SQLException {
        assertThat(Sql.on(server).value("SELECT 'Бухгалтерия' ILIKE '%ГАЛТЕР%'")).isEqualTo("t");
        assertThat(Sql.on(server).value("SELECT lower('ЁЛКА Étude')")).isEqualTo("ёлка étude");
        assertThat(Sql.on(server).value("SELECT unaccent('ёлка')")).isEqualTo("елка");
    }

    @Test
    void findsCyrillicBySimilarity() throws SQLException {
        assertThat(Sql.on(server).value("SELECT similarity('бухгалтерия', 'БУХГАЛТЕРИИ') > 0.5"))
                .isEqualTo("t");
        assertThat(Sql.on(server).value("SELECT array_length(show_trgm('отдел'), 1)"))
                .isEqualTo("6");
    }

    @Test
    void searchesRussianAndEnglishTexts() throws SQLException {
        assertThat(
                        Sql.on(server)
                                .value(
                                        "SELECT to_tsvector('russian', 'Сломались принтеры')"
                                                + " @@ plainto_tsquery('russian', 'сломался принтер')"))
                .isEqualTo("t");
        assertThat(
                        Sql.on(server)
                                .value(
                                        "SELECT to_tsvector('english', 'printers are failing')"
                                                + " @@ plainto_tsquery('english', 'printer fails')"))
                .isEqualTo("t");
    }

    @Test
    void sortsNamesAsRussianReadersExpect() throws SQLException {
        assertThat(
                        Sql.on(server)
                                .list(
                                        "SELECT name FROM unnest(ARRAY['яков', 'Ёлкин', 'Жуков', 'елин', 'adams', 'Еремин'])"
                                                + " AS name ORDER BY name COLLATE \"ru-x-icu\""))
                .isEqualTo(List.of("елин", "Ёлкин", "Еремин", "Жуков", "яков", "adams"));
    }

    @Test
    void isFoundByAnAdministrationCommand() throws Exception {
        assertThat(EmbeddedPostgres.attach(folder)).contains(server.coordinates());
    }

    @Test
    void staysOwnedAfterAnotherLook() throws Exception {
        assertThat(EmbeddedPostgres.attach(folder)).isPresent();

        try (var other = OwnerProcess.start(folder, folder.resolve("cache"))) {
            assertThat(other.line())
                    .hasValueSatisfying(line ->
                            assertThat(line)
                                    .startsWith("FOLDER_IN_USE")
                                    .contains("process " + ProcessHandle.current().pid()));
        }
    }

    @Test
    void refusesSecondStartInTheSameProcess() {
        assertThatThrownBy(() -> EmbeddedPostgres.start(Settings.of(folder)))
                .isInstanceOfSatisfying(
                        CannotStart.class,
                        refused -> {
                            assertThat(refused.reason())
                                    .isEqualTo(CannotStart.Reason.FOLDER_IN_USE);
                            assertThat(refused).hasMessageContaining(folder.toString());
                        });
    }

    @Test
    void keepsPasswordsToItsOwner() throws Exception {
        assertThat(Files.getPosixFilePermissions(folder.resolve("postgres.credentials")))
                .containsExactlyInAnyOrderElementsOf(
                        java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
        assertThat(server.coordinates().toString()).doesNotContain(server.password());
    }

    @Test
    void neverRunsAsRoot() throws Exception {
        long pid =
                PostmasterFile.read(folder.resolve("postgres/postmaster.pid")).orElseThrow().pid();

        assertThat(Account.ownerUid(Path.of("/proc/" + pid))).isNotZero();
    }
}
