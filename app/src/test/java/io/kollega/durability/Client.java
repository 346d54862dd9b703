package io.kollega.durability;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody who asks, is helped, and rates, over and over, and sends again whatever was not
 * answered: with the same key, as a careful program does.
 */
final class Client implements Runnable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http;
    private final String address;
    private final String client;
    private final String specialist;
    private final long unit;
    private final AtomicBoolean stopped;
    private final AtomicLong answered;
    private final Map<Long, UUID> submitted = new ConcurrentHashMap<>();
    private final Map<Long, Integer> rated = new ConcurrentHashMap<>();

    Client(
            HttpClient http,
            String address,
            String client,
            String specialist,
            long unit,
            AtomicBoolean stopped,
            AtomicLong answered) {
        this.http = http;
        this.address = address;
        this.client = client;
        this.specialist = specialist;
        this.unit = unit;
        this.stopped = stopped;
        this.answered = answered;
    }

    /** Requests whose submission was answered with success, with the key they were sent under. */
    Map<Long, UUID> submitted() {
        return submitted;
    }

    /** Scores whose rating was answered with success. */
    Map<Long, Integer> rated() {
        return rated;
    }

    @Override
    public void run() {
        while (!stopped.get()) {
            UUID key = UUID.randomUUID();
            String request =
                    """
                    {"unit": %d, "kind": "question", "subject": "Вопрос %s", "body": "Как?"}\
                    """
                            .formatted(unit, key);
            HttpResponse<String> reply = insist("POST", "/requests", client, key, request, 201);
            long id = JSON.readTree(reply.body()).get("id").asLong();
            submitted.put(id, key);
            int score = ThreadLocalRandom.current().nextInt(11);
            insist(
                    "PUT",
                    "/requests/" + id + "/solution",
                    specialist,
                    null,
                    "{\"text\": \"Так.\"}",
                    200);
            insist(
                    "PUT",
                    "/requests/" + id + "/rating",
                    client,
                    null,
                    "{\"score\": " + score + "}",
                    200);
            rated.put(id, score);
            insist(
                    "PUT",
                    "/requests/" + id + "/rating",
                    specialist,
                    null,
                    "{\"aspects\": {\"clarity\": 4}}",
                    200);
        }
    }

    /** Sends until it is answered; an answer that is neither success nor trouble is a failure. */
    private HttpResponse<String> insist(
            String method,
            String path,
            String bearer,
            @Nullable UUID key,
            String body,
            int success) {
        while (true) {
            try {
                HttpRequest.Builder call =
                        HttpRequest.newBuilder(URI.create(address + "/api/v1" + path))
                                .timeout(PATIENCE)
                                .header("Authorization", "Bearer " + bearer)
                                .header("Content-Type", "application/json")
                                .method(method, BodyPublishers.ofString(body));
                if (key != null) {
                    call.header("Idempotency-Key", key.toString());
                }
                HttpResponse<String> reply = http.send(call.build(), BodyHandlers.ofString());
                if (reply.statusCode() == success || again(path, bearer, reply)) {
                    answered.incrementAndGet();
                    return reply;
                }
                if (reply.statusCode() < 500) {
                    throw new IllegalStateException(
                            method + " " + path + ": " + reply.statusCode() + " " + reply.body());
                }
                LockSupport.parkNanos(100_000_000);
            } catch (IOException unreachable) {
                LockSupport.parkNanos(100_000_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    /** A solution, or the rating that opens both, whose first answer was lost: taken already. */
    private boolean again(String path, String bearer, HttpResponse<String> reply) {
        return reply.statusCode() == 409 && bearer.equals(specialist) && !path.equals("/requests");
    }
}
