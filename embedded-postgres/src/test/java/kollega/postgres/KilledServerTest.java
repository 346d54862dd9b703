package kollega.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledServerTest {

    private static final String LONG_QUERY =
            "SELECT count(*) FROM generate_series(1, 1000000) a, generate_series(1, 1000000) b";

    @TempDir(factory = EnterableFolder.class)
    private Path folder;

    private final LinkedBlockingQueue<ServerEvent> events = new LinkedBlockingQueue<>();

    private ProcessHandle postmaster() throws Exception {
        long pid =
                PostmasterFile.read(folder.resolve("postgres/postmaster.pid")).orElseThrow().pid();
        return ProcessHandle.of(pid).orElseThrow();
    }

    @Test
    void isStartedAgainWithEveryCommittedRow() throws Exception {
        MadeDatabase.copyTo(folder);
        try (var server = EmbeddedPostgres.start(Settings.of(folder).withListener(events::add))) {
            Sql.on(server).run("CREATE TABLE entry AS SELECT generate_series(1, 1000) AS number");
            Sql.on(server).run("INSERT INTO entry VALUES (1001)");

            CompletableFuture<String> busy =
                    CompletableFuture.supplyAsync(() -> endOfLongQuery(server));
            awaitLongQuery(server);
            assertThat(postmaster().destroyForcibly()).isTrue();

            assertThat(events.poll(30, TimeUnit.SECONDS)).isEqualTo(new ServerEvent.Restarted(137));
            assertThat(busy).isCompletedWithValue("57P01");
            assertThat(Sql.on(server).value("SELECT count(*) FROM entry")).isEqualTo("1001");
            Sql.on(server).run("INSERT INTO entry VALUES (1002)");
        }
        assertThat(folder.resolve("postgres/postmaster.pid")).doesNotExist();
    }

    /** A busy backend does not notice that its server is gone; it has to be told. */
    private static String endOfLongQuery(EmbeddedPostgres server) {
        try {
            return Sql.on(server).value(LONG_QUERY);
        } catch (SQLException e) {
            return e.getSQLState();
        }
    }

    private static void awaitLongQuery(EmbeddedPostgres server) throws SQLException {
        while (Sql.on(server)
                .list(
                        "SELECT 1 FROM pg_stat_activity WHERE state = 'active' AND query = '"
                                + LONG_QUERY
                                + "'")
                .isEmpty()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void isLeftAloneOnceTheDiskIsFull() throws Exception {
        MadeDatabase.copyTo(folder);
        var free = new AtomicLong(Long.MAX_VALUE);
        var settings =
                Settings.forTests(folder)
                        .withListener(events::add)
                        .withFreeBytes(path -> free.get());
        try (var server = EmbeddedPostgres.start(settings)) {
            assertThat(server.space()).isEqualTo(DiskSpace.PLENTY);
            free.set(0);
            assertThat(postmaster().destroyForcibly()).isTrue();

            ServerEvent event = events.poll(30, TimeUnit.SECONDS);
            while (event instanceof ServerEvent.SpaceChanged) {
                event = events.poll(30, TimeUnit.SECONDS);
            }
            assertThat(event)
                    .isInstanceOfSatisfying(
                            ServerEvent.GaveUp.class,
                            gaveUp -> assertThat(gaveUp.sentence()).contains("disk is full"));
        }
        assertThat(Files.exists(folder.resolve("postgres/PG_VERSION"))).isTrue();
    }
}
