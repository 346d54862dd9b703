package kollega.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoverTest {

    @TempDir(factory = EnterableFolder.class)
    private Path folder;

    private void plant(long pid) throws Exception {
        Files.writeString(
                folder.resolve("postgres/postmaster.pid"),
                pid
                        + "\n"
                        + folder.resolve("postgres")
                        + "\n1\n5432\n\n127.0.0.1\n 1 1\nready   \n");
    }

    private void expectStart() throws Exception {
        try (var server = EmbeddedPostgres.start(Settings.forTests(folder))) {
            assertThat(Sql.on(server).value("SELECT 1")).isEqualTo("1");
        }
    }

    private Process startAsServerAccount(String script) throws Exception {
        var account = Account.choose(new Layout(folder));
        return new ProcessBuilder(account.command(List.of("sh", "-c", script))).start();
    }

    @Test
    void startsWhateverProcessHasItsOldNumber() throws Exception {
        MadeDatabase.copyTo(folder);
        Process foreign = startAsServerAccount("echo started; exec sleep 60");
        try {
            assertThat(foreign.inputReader().readLine()).isEqualTo("started");
            plant(foreign.pid());

            expectStart();

            assertThat(foreign.isAlive()).isTrue();
        } finally {
            foreign.destroyForcibly().waitFor();
        }
    }

    @Test
    void startsWhileAZombieHasItsOldNumber() throws Exception {
        MadeDatabase.copyTo(folder);
        // The shell becomes a program that never asks for its children.
        Process parent = startAsServerAccount("sh -c 'echo $$; exec true' & exec sleep 60");
        try {
            long zombie = Long.parseLong(parent.inputReader().readLine());
            awaitZombie(zombie);
            plant(zombie);

            expectStart();
        } finally {
            parent.destroyForcibly().waitFor();
        }
    }

    private static void awaitZombie(long pid) throws Exception {
        while (!Files.readString(Path.of("/proc/" + pid + "/stat")).contains(") Z ")) {
            Thread.onSpinWait();
        }
    }

    @Test
    void startsWithAHalfWrittenProcessFile() throws Exception {
        MadeDatabase.copyTo(folder);
        Files.writeString(folder.resolve("postgres/postmaster.pid"), "");

        expectStart();
    }

    @Test
    void deletesHalfMadeClusters() throws Exception {
        Path halfMade = Files.createDirectories(folder.resolve("postgres.new-1/base/1"));
        Files.writeString(halfMade.resolve("1259"), "half");
        Files.createDirectories(folder.resolve("attachments"));
        Files.createDirectories(folder.resolve("postgres"));

        expectStart();

        assertThat(folder.resolve("postgres.new-1")).doesNotExist();
        assertThat(folder.resolve("attachments")).exists();
    }
}
