package io.kollega.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.kollega.Cast;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;

/** What happened before a journey begins, through the REST interface. */
final class Earlier {
    private static final String QUESTION =
            "{\"unit\":%d,\"kind\":\"question\",\"subject\":\"%s\",\"body\":\"\"}";
    private static final Set<String> DONE = new HashSet<>();

    private final Cast cast;
    private final RestClient rest;
    private final int port;
    private final Map<String, String> bearers = new HashMap<>();

    Earlier(int port, Cast cast) {
        this.cast = cast;
        this.port = port;
        rest =
                RestClient.builder()
                        .baseUrl("http://127.0.0.1:" + port)
                        .defaultStatusHandler(HttpStatusCode::isError, (_, _) -> {})
                        .build();
    }

    /** So many of logistics asked this unit, and both sides rated; once for an application. */
    void rated(int clients, String provider, String specialist) {
        if (!DONE.add(port + provider)) {
            return;
        }
        for (int i = 1; i <= clients; i++) {
            rated("client" + i, provider, specialist, "Раньше", 4 + i);
        }
    }

    /** The page of a request that both sides have rated. */
    String rated(String client, String provider, String specialist, String subject, int score) {
        String page = solved(client, provider, specialist, subject);
        send(client, "PUT", page + "/rating", "{\"score\":%d,\"ease\":\"easy\"}".formatted(score));
        send(
                specialist,
                "PUT",
                page + "/rating",
                "{\"aspects\":{\"clarity\":5,\"completeness\":4,\"manners\":5}}");
        return page;
    }

    String asked(String client, String provider, String subject) {
        URI asked =
                Objects.requireNonNull(
                        send(
                                        client,
                                        "POST",
                                        "/requests",
                                        QUESTION.formatted(cast.unit(provider).value(), subject))
                                .getHeaders()
                                .getLocation());
        return asked.getPath().replace("/api/v1", "");
    }

    String solved(String client, String provider, String specialist, String subject) {
        String page = asked(client, provider, subject);
        send(specialist, "PUT", page + "/solution", "{\"text\":\"Готово\"}");
        return page;
    }

    String paused(String client, String provider, String specialist, String subject) {
        String page = asked(client, provider, subject);
        send(
                specialist,
                "PUT",
                page + "/assignment",
                "{\"person\":%d}".formatted(cast.id(specialist).value()));
        send(specialist, "POST", page + "/entries", "{\"text\":\"Между нами\",\"internal\":true}");
        send(
                specialist,
                "PUT",
                page + "/pause",
                "{\"reason\":\"waiting-client\",\"note\":\"К какой?\"}");
        return page;
    }

    private ResponseEntity<String> send(String login, String method, String path, String body) {
        ResponseEntity<String> answer =
                rest.method(HttpMethod.valueOf(method))
                        .uri("/api/v1" + path)
                        .header(
                                "Authorization",
                                Objects.requireNonNull(
                                        bearers.computeIfAbsent(login, cast::bearer)))
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(body)
                        .retrieve()
                        .toEntity(String.class);
        assertThat(answer.getStatusCode().is2xxSuccessful())
                .as(path + ": " + answer.getBody())
                .isTrue();
        return answer;
    }
}
