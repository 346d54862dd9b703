package io.kollega.durability;

import static org.assertj.core.api.Assertions.assertThat;

import io.kollega.Cast;
import io.kollega.insights.Cells;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The application and its database are killed without a word, by turns, twenty times, in the middle
 * of writes.
 */
class KillTest {
    private static final int KILLS = 20;
    private static final int CLIENTS = 8;

    /** Answers between two kills, so that each falls into running writes. */
    private static final int ANSWERS_BETWEEN = 60;

    private record Tokens(List<String> clients, String specialist, long unit) {}

    @Test
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    void keepsEveryAnsweredRequestAndRatingOnceAndCountsEachOnce(@TempDir Path folder)
            throws Exception {
        // The database may run as another user, who must be able to enter.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path data = folder.resolve("data");
        Tokens tokens = Company.on(data, KillTest::tokens);
        int port = freePort();
        List<Client> clients = new ArrayList<>();
        AtomicBoolean stopped = new AtomicBoolean();
        AtomicLong answered = new AtomicLong();
        try (HttpClient http =
                        HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
                ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<?>> running = new ArrayList<>();
            Application application = Application.start(data, port);
            try {
                for (String client : tokens.clients()) {
                    Client next =
                            new Client(
                                    http,
                                    application.address(),
                                    client,
                                    tokens.specialist(),
                                    tokens.unit(),
                                    stopped,
                                    answered);
                    clients.add(next);
                    running.add(threads.submit(next));
                }
                for (int kill = 0; kill < KILLS; kill++) {
                    await(answered, ANSWERS_BETWEEN, running);
                    if (kill % 2 == 0) {
                        application.killDatabase();
                    } else {
                        application.kill();
                        application = Application.start(data, port);
                    }
                }
                await(answered, ANSWERS_BETWEEN, running);
                stopped.set(true);
                for (Future<?> client : running) {
                    client.get(1, TimeUnit.MINUTES);
                }
            } finally {
                stopped.set(true);
                threads.shutdownNow();
                application.close();
            }
        }
        Company.on(data, modules -> check(modules, clients));
    }

    private static Tokens tokens(ConfigurableApplicationContext modules) {
        Cast cast = modules.getBean(Cast.class);
        List<String> clients = new ArrayList<>();
        for (int i = 1; i <= CLIENTS; i++) {
            clients.add(cast.token("client" + i));
        }
        return new Tokens(clients, cast.token("pavel"), cast.unit("it").value());
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void await(AtomicLong answered, long more, List<Future<?>> running)
            throws Exception {
        long aim = answered.get() + more;
        while (answered.get() < aim) {
            for (Future<?> client : running) {
                if (client.isDone()) {
                    client.get();
                }
            }
            LockSupport.parkNanos(5_000_000);
        }
    }

    private static Void check(ConfigurableApplicationContext modules, List<Client> clients) {
        JdbcClient jdbc = modules.getBean(JdbcClient.class);
        Map<Long, String> subjects = new HashMap<>();
        jdbc.sql("select id, subject from requests.request")
                .query(row -> {
                    subjects.put(row.getLong(1), row.getString(2));
                });
        Map<Long, Integer> scores = new HashMap<>();
        jdbc.sql("select request, score from ratings.rating where side = 'client'")
                .query(row -> {
                    assertThat(scores.put(row.getLong(1), row.getInt(2))).isNull();
                });
        Map<Long, String> submitted = new HashMap<>();
        Map<Long, Integer> rated = new HashMap<>();
        for (Client client : clients) {
            client.submitted().forEach((id, key) -> submitted.put(id, "Вопрос " + key));
            rated.putAll(client.rated());
        }
        // Every client went on until its last call was answered, so nothing else may be there.
        assertThat(subjects).isEqualTo(submitted);
        assertThat(scores).isEqualTo(rated);
        assertThat(modules.getBean(Cells.class).verify().agrees()).isTrue();
        assertThat(
                        count(
                                jdbc,
                                """
                                select sum(v0 + v1 + v2 + v3 + v4 + v5 + v6 + v7 + v8 + v9 + v10)
                                    + (select coalesce(sum(n), 0) from insights.observation
                                       where measure = 'nps' and step is null)
                                from insights.cell where measure = 'nps'\
                                """))
                .isEqualTo(rated.size());
        assertThat(
                        count(
                                jdbc,
                                "select count(*) from insights.observation where measure = 'on-time'"))
                .isEqualTo(submitted.size());
        return null;
    }

    private static long count(JdbcClient jdbc, String query) {
        return jdbc.sql(query).query(Long.class).single();
    }
}
