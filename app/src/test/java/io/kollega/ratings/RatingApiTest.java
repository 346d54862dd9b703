package io.kollega.ratings;

import static org.assertj.core.api.Assertions.assertThat;

import io.kollega.Cast;
import io.kollega.Described;
import io.kollega.KollegaTest;
import io.kollega.TestClock;
import io.kollega.requests.events.RequestId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionOperations;

@KollegaTest
class RatingApiTest {
    private static final Described DESCRIBED = Described.kept();

    @Autowired MockMvcTester http;
    @Autowired Cast cast;
    @Autowired TestClock clock;
    @Autowired ApplicationEventPublisher events;
    @Autowired TransactionOperations transactions;

    private Solving solving;

    @BeforeEach
    void begin() {
        solving = new Solving(cast, clock, events, transactions);
    }

    @Test
    void takesBothSidesAndOpensThem() {
        RequestId request = solving.solved();
        MvcTestResult first =
                put(
                        request,
                        "irina",
                        """
                        {"score":9,"ease":"rather-easy","solved":"yes",
                         "aspects":{"speed":4,"tone":5},"comment":"Спасибо"}
                        """);
        assertThat(first).hasStatus(200);
        assertThat(first).bodyJson().extractingPath("$.standing").isEqualTo("sealed");
        assertThat(first).bodyJson().extractingPath("$.own.ease").isEqualTo("rather-easy");
        assertThat(first).bodyJson().extractingPath("$.closesAt").asString().startsWith("2026-03-");

        MvcTestResult second = put(request, "pavel", "{\"aspects\":{\"clarity\":5,\"manners\":4}}");
        assertThat(second).hasStatus(200);
        assertThat(second).bodyJson().extractingPath("$.side").isEqualTo("provider");
        assertThat(second).bodyJson().extractingPath("$.standing").isEqualTo("revealed");
        assertThat(second).bodyJson().extractingPath("$.other.score").isEqualTo(9);
        assertThat(get(request, "irina"))
                .bodyJson()
                .extractingPath("$.other.aspects.clarity")
                .isEqualTo(5);
        assertThat(put(request, "irina", "{\"score\":1}")).hasStatus(409);
    }

    @Test
    void needsScoreAlone() {
        RequestId request = solving.solved();
        assertThat(put(request, "irina", "{\"score\":0}")).hasStatus(200);
        assertThat(put(request, "pavel", "{\"score\":10}")).hasStatus(200);
    }

    @Test
    void saysWhatIsWrong() {
        RequestId request = solving.solved();
        for (String body :
                List.of(
                        "{}",
                        "{\"score\":11}",
                        "{\"score\":-1}",
                        "{\"score\":7.5}",
                        "{\"score\":1e999999999}",
                        "{\"score\":1e-999999999}",
                        "{\"score\":5,\"aspects\":{\"speed\":1e999999999}}",
                        "{\"score\":5,\"ease\":\"simple\"}",
                        "{\"score\":5,\"solved\":\"perhaps\"}",
                        "{\"score\":5,\"aspects\":{\"speed\":6}}",
                        "{\"score\":5,\"aspects\":{\"clarity\":5}}")) {
            assertThat(put(request, "irina", body))
                    .as(body)
                    .hasStatus(422)
                    .hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        }
        assertThat(put(request, "irina", "{\"score\":")).hasStatus(400);
        assertThat(put(request, "pavel", "{}")).hasStatus(422);
    }

    @Test
    void answersByWhoAsksAndWhen() {
        RequestId submitted = solving.submitted("irina", "accounting", "it");
        assertThat(put(submitted, "irina", "{\"score\":5}")).hasStatus(409);
        RequestId solved = solving.solved();
        for (RequestId there : List.of(submitted, solved)) {
            for (String stranger : List.of("client1", "oleg", "vera", "anna")) {
                assertThat(put(there, stranger, "{\"score\":5}")).as(stranger).hasStatus(404);
            }
        }
        assertThat(put(submitted, "pavel", "{\"score\":5}")).as("no party yet").hasStatus(404);
        assertThat(get(solved, "client1")).hasStatus(404);
        RequestId own = solving.solved("pavel", "it", "pavel", "it");
        assertThat(put(own, "pavel", "{\"score\":5}")).hasStatus(403);
        assertThat(put(new RequestId(6_999_999), "irina", "{\"score\":5}")).hasStatus(404);
        assertThat(put(solved, "adam", "{\"score\":5}")).hasStatus(403);
        assertThat(http.get().uri("/api/v1/requests/{id}/rating", solved.value())).hasStatus(401);
    }

    private MvcTestResult put(RequestId request, String login, String body) {
        return described(
                http.put()
                        .uri("/api/v1/requests/{id}/rating", request.value())
                        .header(HttpHeaders.AUTHORIZATION, cast.bearer(login))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body)
                        .exchange());
    }

    private MvcTestResult get(RequestId request, String login) {
        return described(
                http.get()
                        .uri("/api/v1/requests/{id}/rating", request.value())
                        .header(HttpHeaders.AUTHORIZATION, cast.bearer(login))
                        .exchange());
    }

    private static MvcTestResult described(MvcTestResult result) {
        DESCRIBED.assertHolds(result.getMvcResult());
        return result;
    }
}
