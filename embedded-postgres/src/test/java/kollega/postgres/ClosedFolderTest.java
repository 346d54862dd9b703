package kollega.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody but its owner looks into a data folder. */
class ClosedFolderTest {
    @TempDir(factory = EnterableFolder.class)
    private Path folder;

    @Test
    void closesWhatWasOpen() throws Exception {
        Path data = Files.createDirectories(folder.resolve("data"));
        Path deep = Files.createDirectories(data.resolve("attachments/ab"));
        Path file = Files.writeString(deep.resolve("file"), "private");
        Path program = Files.writeString(data.resolve("program"), "x");
        for (Path open : List.of(data, data.resolve("attachments"), deep, program)) {
            allow(open, "rwxrwxrwx");
        }
        allow(file, "r--r--r--");
        assertThat(OpenToOthers.in(data)).hasSize(5);

        PrivateFolder.close(data);

        assertThat(OpenToOthers.in(data)).isEmpty();
        assertThat(permissions(file)).isEqualTo("r--------");
        assertThat(permissions(program)).isEqualTo("rwx------");
        assertThat(file).hasContent("private");
    }

    @Test
    void leavesAloneWhatLinksLeadTo() throws Exception {
        Path outside = Files.createDirectories(folder.resolve("outside"));
        Path file = Files.writeString(outside.resolve("file"), "theirs");
        allow(outside, "rwxr-xr-x");
        allow(file, "rw-r--r--");
        Path data = PrivateFolder.make(folder.resolve("data"));
        Files.createSymbolicLink(data.resolve("folder"), outside);
        Files.createSymbolicLink(data.resolve("file"), file);

        PrivateFolder.close(data);

        assertThat(permissions(outside)).isEqualTo("rwxr-xr-x");
        assertThat(permissions(file)).isEqualTo("rw-r--r--");
    }

    @Test
    void doesNotMakeWhatIsNotThere() throws Exception {
        PrivateFolder.close(folder.resolve("nothing"));
        assertThat(folder.resolve("nothing")).doesNotExist();
    }

    @Test
    void leavesNothingOpenInFreshFolder() throws Exception {
        Path data = folder.resolve("data");
        try (var server = EmbeddedPostgres.start(Settings.forTests(data))) {
            Sql.on(server).run("CREATE TABLE entry AS SELECT 1 AS number");
            Sql.on(server).run("VACUUM");
            assertThat(OpenToOthers.in(data)).isEmpty();
        }
        assertThat(OpenToOthers.in(data)).isEmpty();
    }

    @Test
    void closesFolderOfAnEarlierKollega() throws Exception {
        Path data = folder.resolve("data");
        MadeDatabase.copyTo(Files.createDirectories(data));
        allow(data, "rwx--x--x");
        allow(data.resolve("postgres"), "rwxrwxr-x");
        Path hostAccess = Files.writeString(data.resolve("postgres.hba.conf"), "");
        allow(hostAccess, "rw-r--r--");

        try (var server = EmbeddedPostgres.start(Settings.forTests(data))) {
            assertThat(Sql.on(server).value("SELECT current_user")).isEqualTo("kollega");
            assertThat(OpenToOthers.in(data)).isEmpty();
        }
    }

    @Test
    void letsNoOtherAccountReadAnything() throws Exception {
        RootOnly.assume("the look of another account");
        Path data = folder.resolve("data");
        try (var server = EmbeddedPostgres.start(Settings.forTests(data))) {
            assertThat(server.port()).isPositive();
            for (String path :
                    List.of("", "postgres", "postgres.hba.conf", "postgres.credentials")) {
                String seen = data.resolve(path).toString();
                assertThat(asNobody("head", "-c1", seen).succeeded()).as(seen).isFalse();
                assertThat(asNobody("ls", seen).succeeded()).as(seen).isFalse();
            }
        }
        Path open = Files.writeString(folder.resolve("open"), "x");
        allow(open, "rw-r--r--");
        assertThat(asNobody("head", "-c1", open.toString()).succeeded()).isTrue();
    }

    private static Command asNobody(String... command) throws Exception {
        return Command.run(
                Stream.concat(
                                Stream.of(
                                        "setpriv",
                                        "--reuid=1234567",
                                        "--regid=1234567",
                                        "--clear-groups"),
                                Stream.of(command))
                        .toList(),
                "",
                Duration.ofSeconds(10));
    }

    private static void allow(Path path, String permissions) throws Exception {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    private static String permissions(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
