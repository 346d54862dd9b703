package kollega.postgres;

import static kollega.postgres.DiskSpace.EXHAUSTED;
import static kollega.postgres.DiskSpace.LOW;
import static kollega.postgres.DiskSpace.PLENTY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FullDiskTest {

    private static final long MB = 1L << 20;

    @TempDir(factory = EnterableFolder.class)
    private Path folder;

    private final LinkedBlockingQueue<ServerEvent> events = new LinkedBlockingQueue<>();

    @ParameterizedTest
    @CsvSource({"1024, PLENTY", "1023, LOW", "256, LOW", "255, EXHAUSTED", "0, EXHAUSTED"})
    void hasThreeLevels(long mebibytes, DiskSpace level) {
        assertThat(DiskSpace.of(mebibytes * MB)).isEqualTo(level);
    }

    private void expect(DiskSpace level, long mebibytes) throws InterruptedException {
        assertThat(events.poll(30, TimeUnit.SECONDS))
                .isEqualTo(new ServerEvent.SpaceChanged(level, mebibytes * MB));
    }

    @Test
    void refusesWritesUntilThereIsSpaceAgain() throws Exception {
        MadeDatabase.copyTo(folder);
        var free = new AtomicLong(5_000 * MB);
        var settings =
                Settings.forTests(folder)
                        .withListener(events::add)
                        .withFreeBytes(path -> free.get());
        try (var server = EmbeddedPostgres.start(settings)) {
            Sql.on(server).run("CREATE TABLE entry (number int)");

            free.set(900 * MB);
            expect(LOW, 900);
            Sql.on(server).run("INSERT INTO entry VALUES (1)");

            free.set(100 * MB);
            expect(EXHAUSTED, 100);
            assertThatThrownBy(() -> Sql.on(server).run("INSERT INTO entry VALUES (2)"))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refused -> assertThat(refused.getSQLState()).isEqualTo("25006"));
            assertThat(Sql.on(server).list("SELECT number FROM entry")).containsExactly("1");

            free.set(2_000 * MB);
            expect(PLENTY, 2_000);
            Sql.on(server).run("INSERT INTO entry VALUES (3)");

            free.set(100 * MB);
            expect(EXHAUSTED, 100);
        }
        try (var server = EmbeddedPostgres.start(Settings.forTests(folder))) {
            Sql.on(server).run("INSERT INTO entry VALUES (4)");
            assertThat(Sql.on(server).list("SELECT number FROM entry"))
                    .containsExactly("1", "3", "4");
        }
    }
}
