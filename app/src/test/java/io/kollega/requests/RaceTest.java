package io.kollega.requests;

import static org.assertj.core.api.Assertions.assertThat;

import io.kollega.Cast;
import io.kollega.KollegaTest;
import io.kollega.TestClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;

/** Many at once: nothing is lost, nothing is done twice. */
@KollegaTest
class RaceTest {
    private static final int THREADS = 8;

    @Autowired MockMvc mvc;
    @Autowired Cast cast;
    @Autowired TestClock clock;
    @Autowired JdbcClient jdbc;
    Rest rest;

    @BeforeEach
    void connect() {
        clock.set(TestClock.START);
        rest = new Rest(mvc, cast);
    }

    @Test
    void createsOneRequestForOneKeyHoweverManySendIt() throws Exception {
        String key = UUID.randomUUID().toString();
        String subject = "Одно на всех " + key;
        List<Rest.Reply> replies = atOnce(_ -> submit(key, subject));
        assertThat(replies).allSatisfy(reply -> assertThat(reply.status()).isEqualTo(201));
        assertThat(replies.stream().map(Rest.Reply::text).distinct()).hasSize(1);
        assertThat(replies.stream().map(Rest.Reply::location).distinct()).hasSize(1);
        assertThat(count(subject)).isEqualTo(1);
    }

    @Test
    void repeatsTheFirstAnswerEvenAfterTheRequestHasMovedOn() throws Exception {
        String key = UUID.randomUUID().toString();
        Rest.Reply first = submit(key, "Повтор");
        rest.put("pavel", "/requests/" + first.id() + "/solution", "{}");
        assertThat(submit(key, "Повтор")).isEqualTo(first);
    }

    @Test
    void refusesKeyWithAnotherContent() throws Exception {
        String key = UUID.randomUUID().toString();
        submit(key, "Первое");
        Rest.Reply other = submit(key, "Второе");
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.problem()).isEqualTo("urn:kollega:problem:idempotency-key-reused");
        assertThat(count("Второе")).isZero();
    }

    @Test
    void keepsKeysOfDifferentPeopleApart() throws Exception {
        String key = UUID.randomUUID().toString();
        Rest.Reply mine = submit(key, "Моё");
        Rest.Reply theirs =
                rest.call(
                        "client1",
                        HttpMethod.POST,
                        "/requests",
                        body("Моё"),
                        Map.of("Idempotency-Key", key));
        assertThat(theirs.status()).isEqualTo(201);
        assertThat(theirs.id()).isNotEqualTo(mine.id());
    }

    @Test
    void keepsNothingOfRefusedCalls() throws Exception {
        String key = UUID.randomUUID().toString();
        assertThat(submit(key, "").status()).isEqualTo(422);
        assertThat(submit(key, "Теперь с темой").status()).isEqualTo(201);
    }

    @Test
    void oneOfManyWhoSawTheSameVersionWins() throws Exception {
        long id = submit(UUID.randomUUID().toString(), "Кто успел").id();
        List<Rest.Reply> replies =
                atOnce(i ->
                        rest.call(
                                i % 2 == 0 ? "pavel" : "vera",
                                HttpMethod.PUT,
                                "/requests/" + id + "/solution",
                                "{\"text\":\"Решил " + i + "\"}",
                                Map.of("If-Match", "\"1\"")));
        assertThat(replies.stream().filter(reply -> reply.status() == 200)).hasSize(1);
        assertThat(replies.stream().filter(reply -> reply.status() == 409)).hasSize(THREADS - 1);
        JsonNode entries = rest.get("irina", "/requests/" + id).json().get("entries");
        assertThat(entries.valueStream().map(e -> e.get("happening").asString()))
                .containsExactly("submitted", "assigned", "solved");
    }

    @Test
    void losesNoReplyOfManyAtOnce() throws Exception {
        long id = submit(UUID.randomUUID().toString(), "Все сразу").id();
        List<Rest.Reply> replies =
                atOnce(i ->
                        rest.post(
                                "irina",
                                "/requests/" + id + "/entries",
                                "{\"text\":\"Слово " + i + "\"}"));
        assertThat(replies).allSatisfy(reply -> assertThat(reply.status()).isEqualTo(201));
        List<String> texts =
                rest.get("irina", "/requests/" + id + "/entries")
                        .json()
                        .valueStream()
                        .map(entry -> entry.get("text").asString())
                        .toList();
        assertThat(texts)
                .containsAll(IntStream.range(0, THREADS).mapToObj(i -> "Слово " + i).toList());
        assertThat(rest.get("irina", "/requests/" + id).json().get("version").asInt())
                .isEqualTo(THREADS + 1);
    }

    private Rest.Reply submit(String key, String subject) throws Exception {
        return rest.call(
                "irina",
                HttpMethod.POST,
                "/requests",
                body(subject),
                Map.of("Idempotency-Key", key));
    }

    private String body(String subject) {
        return "{\"unit\":%d,\"subject\":\"%s\"}".formatted(cast.unit("it").value(), subject);
    }

    private int count(String subject) {
        return jdbc.sql("select count(*) from requests.request where subject = ?")
                .param(subject)
                .query(Integer.class)
                .single();
    }

    private interface Numbered {
        Rest.Reply call(int number) throws Exception;
    }

    private static List<Rest.Reply> atOnce(Numbered call) throws Exception {
        CyclicBarrier start = new CyclicBarrier(THREADS);
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Callable<Rest.Reply>> calls = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int number = i;
                calls.add(() -> {
                    start.await();
                    return call.call(number);
                });
            }
            List<Rest.Reply> replies = new ArrayList<>();
            for (Future<Rest.Reply> reply : threads.invokeAll(calls)) {
                replies.add(reply.get());
            }
            return replies;
        }
    }
}
