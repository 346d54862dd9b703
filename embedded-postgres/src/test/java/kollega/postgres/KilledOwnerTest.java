package kollega.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledOwnerTest {

    @TempDir(factory = EnterableFolder.class)
    private Path folder;

    private Path data() {
        return folder.resolve("data");
    }

    private Path binaries() throws Exception {
        return BinariesCache.folder(Optional.empty(), Account.choose(new Layout(folder)));
    }

    private void killAndExpectEveryCommittedRow(OwnerProcess owner) throws Exception {
        owner.await("committed");
        int committed = Integer.parseInt(owner.await("committed"));
        committed = Math.max(committed, owner.kill());

        try (var server = EmbeddedPostgres.start(Settings.of(data()))) {
            assertThat(Sql.on(server).list("SELECT number FROM entry WHERE number <= " + committed))
                    .hasSize(committed);
            Sql.on(server).run("INSERT INTO entry SELECT max(number) + 1 FROM entry");
        }
    }

    @BeforeEach
    void makeDatabase() throws Exception {
        Files.createDirectory(
                data(),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx--x--x")));
        MadeDatabase.copyTo(data());
    }

    @Test
    void startsWithEveryCommittedRow() throws Exception {
        killAndExpectEveryCommittedRow(OwnerProcess.start(data(), binaries()));
    }

    /** Without setpriv nothing ends the server with its owner: the next start has to. */
    @Test
    void stopsServerThatLivesOn() throws Exception {
        Path programs = folder.resolve("programs");
        allow(programs, "runuser", "id", "true", "test", "readlink", "setsid", "sh");

        killAndExpectEveryCommittedRow(
                OwnerProcess.start(
                        data(),
                        binaries(),
                        List.of(),
                        OwnerProcess.thisClassPath(),
                        Optional.of(programs)));
    }

    @Test
    void refusesRootWithoutAWayToAnOrdinaryAccount() throws Exception {
        RootOnly.assume("a refusal that only root can meet");
        Path programs = folder.resolve("programs");
        allow(programs, "id", "true", "test");

        try (var owner =
                OwnerProcess.start(
                        data(),
                        binaries(),
                        List.of(),
                        OwnerProcess.thisClassPath(),
                        Optional.of(programs))) {
            assertThat(owner.line())
                    .hasValueSatisfying(line ->
                            assertThat(line)
                                    .startsWith("NO_ORDINARY_ACCOUNT")
                                    .contains("util-linux"));
        }
    }

    /** The folder holds these programs, wherever this system keeps them. */
    private static void allow(Path folder, String... programs) throws Exception {
        Files.createDirectory(folder);
        for (String program : programs) {
            for (String place : List.of("/usr/bin", "/usr/sbin", "/bin", "/sbin")) {
                Path found = Path.of(place, program);
                if (Files.isExecutable(found)) {
                    Path caller =
                            Files.writeString(
                                    folder.resolve(program),
                                    "#!/bin/sh\nexec " + found + " \"$@\"\n");
                    Files.setPosixFilePermissions(
                            caller, PosixFilePermissions.fromString("rwxr-xr-x"));
                    break;
                }
            }
        }
    }
}
