package io.kollega.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.kollega.Cast;
import java.net.URI;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;

/** What happened before a journey begins, through the REST interface: once for a database. */
final class EarlierRatings {
    private static final String QUESTION =
            "{\"unit\":%d,\"kind\":\"question\",\"subject\":\"Раньше\",\"body\":\"\"}";
    private static final Set<Integer> DONE = new HashSet<>();

    private final Cast cast;
    private final RestClient rest;
    private final int port;

    EarlierRatings(int port, Cast cast) {
        this.cast = cast;
        this.port = port;
        rest =
                RestClient.builder()
                        .baseUrl("http://127.0.0.1:" + port + "/api/v1")
                        .defaultStatusHandler(HttpStatusCode::isError, (_, _) -> {})
                        .build();
    }

    /** Four of logistics asked IT; both sides rated. */
    void ofFourClients() {
        if (!DONE.add(port)) {
            return;
        }
        String pavel = cast.bearer("pavel");
        long it = cast.unit("it").value();
        for (int i = 1; i <= 4; i++) {
            String client = cast.bearer("client" + i);
            URI asked =
                    Objects.requireNonNull(
                            send(client, "POST", "/requests", QUESTION.formatted(it), 201)
                                    .getHeaders()
                                    .getLocation());
            String path = asked.getPath().replace("/api/v1", "");
            send(pavel, "PUT", path + "/solution", "{\"text\":\"Готово\"}", 200);
            send(client, "PUT", path + "/rating", "{\"score\":%d}".formatted(5 + i), 200);
            send(
                    pavel,
                    "PUT",
                    path + "/rating",
                    "{\"aspects\":{\"clarity\":5,\"completeness\":4,\"manners\":5}}",
                    200);
        }
    }

    private ResponseEntity<String> send(
            String bearer, String method, String path, String body, int expected) {
        ResponseEntity<String> answer =
                rest.method(HttpMethod.valueOf(method))
                        .uri(path)
                        .header("Authorization", bearer)
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(body)
                        .retrieve()
                        .toEntity(String.class);
        assertThat(answer.getStatusCode().value())
                .as(path + ": " + answer.getBody())
                .isEqualTo(expected);
        return answer;
    }
}
