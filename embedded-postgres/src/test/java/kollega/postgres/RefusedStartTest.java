package kollega.postgres;

import static kollega.postgres.CannotStart.Reason.DISK_FULL;
import static kollega.postgres.CannotStart.Reason.FOLDER_DAMAGED;
import static kollega.postgres.CannotStart.Reason.OTHER_MAJOR_VERSION;
import static kollega.postgres.CannotStart.Reason.PORT_IN_USE;
import static kollega.postgres.CannotStart.Reason.UNSUPPORTED_PLATFORM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedStartTest {

    @TempDir(factory = EnterableFolder.class)
    private Path folder;

    private CannotStart refusal(Settings settings) {
        return catchThrowableOfType(
                CannotStart.class,
                () -> {
                    try (var server = EmbeddedPostgres.start(settings)) {
                        throw new AssertionError("It started on port " + server.port() + ".");
                    }
                });
    }

    private Path cluster(String version) throws Exception {
        Path cluster =
                Files.createDirectory(
                        folder.resolve("postgres"),
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rwx------")));
        Files.writeString(cluster.resolve("PG_VERSION"), version + "\n");
        return cluster;
    }

    @ParameterizedTest
    @ValueSource(strings = {"17", "19"})
    void refusesAnotherMajorVersion(String version) throws Exception {
        cluster(version);

        CannotStart refused = refusal(Settings.forTests(folder));

        assertThat(refused.reason()).isEqualTo(OTHER_MAJOR_VERSION);
        assertThat(refused.sentence()).contains("PostgreSQL " + version, "PostgreSQL 18");
        assertThat(refused.action()).contains("restore");
    }

    @Test
    void refusesFolderThatIsNoDatabase() throws Exception {
        Files.delete(cluster("18").resolve("PG_VERSION"));
        Files.writeString(folder.resolve("postgres/notes.txt"), "mine");

        assertThat(refusal(Settings.forTests(folder)).reason()).isEqualTo(FOLDER_DAMAGED);
        assertThat(folder.resolve("postgres/notes.txt")).hasContent("mine");
    }

    @Test
    void refusesPasswordsOfAnotherDatabaseAndMakesNewOnes() throws Exception {
        MadeDatabase.copyTo(folder);
        Path file = folder.resolve("postgres.credentials");
        Credentials.generate().write(file);

        CannotStart refused = refusal(Settings.forTests(folder));
        assertThat(refused.reason()).isEqualTo(FOLDER_DAMAGED);
        assertThat(refused.action()).contains("Delete that file");

        Files.delete(file);
        try (var server = EmbeddedPostgres.start(Settings.forTests(folder))) {
            assertThat(Sql.on(server).value("SELECT current_user")).isEqualTo("kollega");
        }
    }

    @Test
    void refusesTakenPort() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            CannotStart refused = refusal(Settings.forTests(folder).withPort(taken.getLocalPort()));

            assertThat(refused.reason()).isEqualTo(PORT_IN_USE);
            assertThat(refused.sentence()).contains(Integer.toString(taken.getLocalPort()));
        }
    }

    @Test
    void refusesFullDisk() {
        CannotStart refused = refusal(Settings.forTests(folder).withFreeBytes(path -> 255L << 20));

        assertThat(refused.reason()).isEqualTo(DISK_FULL);
        assertThat(refused.sentence()).contains("255 MB");
    }

    @ParameterizedTest
    @CsvSource({"Windows 11, amd64", "Linux, riscv64", "SunOS, sparcv9"})
    void refusesUnknownPlatform(String system, String processor) {
        CannotStart refused =
                catchThrowableOfType(CannotStart.class, () -> Binaries.resource(system, processor));

        assertThat(refused.reason()).isEqualTo(UNSUPPORTED_PLATFORM);
        assertThat(refused.action()).contains("KOLLEGA_DATABASE_URL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fsync", "listen_addresses", "hba_file", "FSYNC", "log min"})
    void refusesTuningOfWhatSafetyDependsOn(String parameter) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Settings.forTests(folder).withTuning(Map.of(parameter, "off")))
                .withMessageContaining(parameter);
    }
}
