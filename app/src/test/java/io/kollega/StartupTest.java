package io.kollega;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import kollega.postgres.Coordinates;
import kollega.postgres.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class StartupTest {

    @Test
    void refusesDatabaseThatNewerKollegaHasWritten(CapturedOutput output) throws Exception {
        Coordinates database = TestServer.fresh().coordinates();
        start(database);
        try (Connection connection =
                        DriverManager.getConnection(
                                database.jdbcUrl(), database.user(), database.password());
                Statement statement = connection.createStatement()) {
            statement.execute(
                    """
                    insert into flyway_schema_history_requests
                    select installed_rank + 1, '9999', 'of the future', type, 'V9999__of_the_future.sql',
                        checksum, installed_by, installed_on, execution_time, success
                    from flyway_schema_history_requests order by installed_rank desc limit 1
                    """);
        }
        RuntimeException failure =
                catchThrowableOfType(RuntimeException.class, () -> start(database));
        assertThat(Startup.explain(failure)).isEqualTo(2);
        assertThat(output.getErr().strip())
                .endsWith(
                        "The database was written by another version of Kollega: start the newest"
                                + " version that has run on it, or give another folder with"
                                + " --data.");
    }

    @Test
    void refusesTakenPortBeforeAnythingBegins(CapturedOutput output) throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            String port = Integer.toString(taken.getLocalPort());
            RuntimeException failure =
                    catchThrowableOfType(
                            RuntimeException.class,
                            () -> Startup.refuseTakenPort(new String[] {"--server.port=" + port}));
            assertThat(Startup.explain(failure)).isEqualTo(2);
            assertThat(output.getErr()).contains("Port " + port + " is in use");
        }
    }

    @Test
    void saysWhichSettingIsWrong(CapturedOutput output) throws Exception {
        Coordinates database = TestServer.fresh().coordinates();
        RuntimeException failure =
                catchThrowableOfType(
                        RuntimeException.class,
                        () -> start(database, false, "--KOLLEGA_ADDRESS=kollega"));
        assertThat(Startup.explain(failure)).isEqualTo(2);
        assertThat(output.getErr().strip())
                .endsWith(
                        "KOLLEGA_ADDRESS must be the address people open, without a path, such as"
                                + " https://kollega.example.com, not kollega.");
    }

    @Test
    void refusesMailServerItCannotReadAndTellsNoPassword(CapturedOutput output) throws Exception {
        Coordinates database = TestServer.fresh().coordinates();
        RuntimeException failure =
                catchThrowableOfType(
                        RuntimeException.class,
                        () ->
                                start(
                                        database,
                                        false,
                                        "--KOLLEGA_MAIL_URL=http://me:secret48151@mail.example"));
        assertThat(Startup.explain(failure)).isEqualTo(2);
        assertThat(output.getErr().strip().lines().toList().getLast())
                .startsWith("KOLLEGA_MAIL_URL must be smtp://user:password@host:port");
        assertThat(output.getAll()).doesNotContain("secret48151");
    }

    @Test
    void explainsFaultsOfItsOwnInFull(CapturedOutput output) {
        assertThat(Startup.explain(new IllegalStateException("A fault"))).isEqualTo(1);
        assertThat(output.getErr()).contains("IllegalStateException: A fault");
    }

    private static void start(Coordinates database) {
        start(database, true);
    }

    private static void start(Coordinates database, boolean lazy, String... settings) {
        List<String> all =
                new ArrayList<>(
                        List.of(
                                "--kollega.background=false",
                                "--KOLLEGA_DATABASE_URL=" + database.jdbcUrl(),
                                "--KOLLEGA_DATABASE_USER=" + database.user(),
                                "--KOLLEGA_DATABASE_PASSWORD=" + database.password()));
        all.addAll(List.of(settings));
        new SpringApplicationBuilder(Kollega.class)
                .web(WebApplicationType.NONE)
                .lazyInitialization(lazy)
                .run(all.toArray(String[]::new))
                .close();
    }
}
