package io.kollega.wishes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import io.kollega.Cast;
import io.kollega.Described;
import io.kollega.KollegaTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Wishes as programs voice, weigh and answer them. */
@KollegaTest
class WishesApiTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Described DESCRIBED = Described.kept();
    private static final List<String> FIVE =
            List.of("irina", "client5", "client6", "client7", "client8");

    @Autowired MockMvc mvc;
    @Autowired Cast cast;

    private final Map<String, String> bearers = new ConcurrentHashMap<>();

    private record Reply(int status, JsonNode json) {}

    private Reply call(String who, String method, String path, @Nullable String body)
            throws Exception {
        MockHttpServletRequestBuilder call =
                request(HttpMethod.valueOf(method), "/api/v1/wishes" + path)
                        .header(
                                "Authorization",
                                Objects.requireNonNull(bearers.computeIfAbsent(who, cast::bearer)));
        if (body != null) {
            call.contentType(MediaType.APPLICATION_JSON).content(body);
        }
        MvcResult result = mvc.perform(call).andReturn();
        DESCRIBED.assertHolds(result);
        return new Reply(
                result.getResponse().getStatus(),
                JSON.readTree(result.getResponse().getContentAsString(StandardCharsets.UTF_8)));
    }

    private String voiced(@Nullable Long unit) throws Exception {
        Reply voiced =
                call(
                        "irina",
                        "POST",
                        "",
                        "{\"unit\":%s,\"text\":\" Второй монитор \"}".formatted(unit));
        assertThat(voiced.status()).as(voiced.json().toString()).isEqualTo(201);
        assertThat(voiced.json().get("text").asString()).isEqualTo("Второй монитор");
        return "/" + voiced.json().get("id").asLong();
    }

    private Reply support(String who, String wish, int importance, int satisfaction)
            throws Exception {
        return call(
                who,
                "PUT",
                wish + "/support",
                "{\"importance\":%d,\"satisfaction\":%d}".formatted(importance, satisfaction));
    }

    @Test
    void showsWeightsOfFivePeopleAtATime() throws Exception {
        String wish = voiced(cast.unit("it").value());
        for (String who : FIVE.subList(0, 4)) {
            support(who, wish, 1, 1);
            assertThat(support(who, wish, 5, 2).json().get("support").has("withheld")).isTrue();
        }
        JsonNode five = support("client8", wish, 3, 4).json().get("support");
        assertThat(five.get("n").asInt()).isEqualTo(5);
        assertThat(five.get("importance").asDouble()).isEqualTo(8);
        assertThat(five.get("satisfaction").asDouble()).isEqualTo(2);
        assertThat(five.get("opportunity").asDouble()).isEqualTo(14);

        // A sixth, and four who think otherwise now: nothing moves until there is a fifth.
        support("client9", wish, 1, 5);
        for (String who : FIVE.subList(0, 3)) {
            assertThat(support(who, wish, 1, 5).json().get("support")).isEqualTo(five);
        }
        assertThat(support("client8", wish, 3, 4).json().get("support")).isEqualTo(five);
        JsonNode six = support("client7", wish, 1, 5).json().get("support");
        assertThat(six.get("n").asInt()).isEqualTo(6);
        assertThat(six.get("importance").asDouble()).isZero();
    }

    @Test
    void isAnsweredByTheHeadOfItsUnitAlone() throws Exception {
        String wish = voiced(cast.unit("it").value());
        String planned = "{\"decision\":\"planned\",\"text\":\"К маю\"}";
        assertThat(call("irina", "PUT", wish + "/answer", planned).status()).isEqualTo(403);
        assertThat(call("oleg", "PUT", wish + "/answer", planned).status()).isEqualTo(403);
        assertThat(call("anna", "PUT", wish + "/answer", planned).status()).isEqualTo(403);
        Reply answered = call("vera", "PUT", wish + "/answer", planned);
        assertThat(answered.status()).isEqualTo(200);
        assertThat(answered.json().get("answer").get("decision").asString()).isEqualTo("planned");
        assertThat(answered.json().get("own").asBoolean()).isFalse();
        assertThat(call("vera", "PUT", wish + "/answer", "{\"decision\":\"declined\"}").status())
                .isEqualTo(422);
        assertThat(call("vera", "PUT", wish + "/answer", "{\"decision\":\"maybe\"}").status())
                .isEqualTo(422);
        assertThat(call("vera", "PUT", voiced(null) + "/answer", planned).status()).isEqualTo(403);
        assertThat(call("anna", "PUT", voiced(null) + "/answer", planned).status()).isEqualTo(200);
    }

    @Test
    void refusesWhatIsNoWish() throws Exception {
        assertThat(call("irina", "POST", "", "{\"unit\":null,\"text\":\" \\u200b \"}").status())
                .isEqualTo(422);
        assertThat(call("irina", "POST", "", "{\"unit\":987654321,\"text\":\"a\"}").status())
                .isEqualTo(422);
        assertThat(call("irina", "POST", "", "{\"text\":\"" + "a".repeat(2_001) + "\"}").status())
                .isEqualTo(422);
        String wish = voiced(null);
        assertThat(support("irina", wish, 0, 3).status()).isEqualTo(422);
        assertThat(support("irina", wish, 3, 6).status()).isEqualTo(422);
        assertThat(support("irina", "/987654321", 3, 3).status()).isEqualTo(404);
    }

    @Test
    void listsPageByPage() throws Exception {
        long unit = cast.unit("accounting").value();
        voiced(unit);
        voiced(unit);
        Reply first = call("irina", "GET", "?unit=" + unit + "&limit=1", null);
        assertThat(first.json().get("items")).hasSize(1);
        Reply second =
                call(
                        "irina",
                        "GET",
                        "?unit=%d&limit=1&cursor=%s"
                                .formatted(unit, first.json().get("next").asString()),
                        null);
        assertThat(second.json().get("items").get(0).get("id").asLong())
                .isGreaterThan(first.json().get("items").get(0).get("id").asLong());
    }
}
