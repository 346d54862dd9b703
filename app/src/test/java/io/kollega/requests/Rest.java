package io.kollega.requests;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import io.kollega.Cast;
import io.kollega.Described;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls the REST interface as people of the cast, and holds what it gives against its description.
 */
final class Rest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Described DESCRIBED = Described.kept();

    private final MockMvc mvc;
    private final Cast cast;
    private final Map<String, String> bearers = new ConcurrentHashMap<>();

    Rest(MockMvc mvc, Cast cast) {
        this.mvc = mvc;
        this.cast = cast;
    }

    record Reply(int status, @Nullable String location, @Nullable String type, String text) {
        JsonNode json() {
            return JSON.readTree(text);
        }

        long id() {
            return json().get("id").asLong();
        }

        String state() {
            return json().get("state").asString();
        }

        String problem() {
            return json().get("type").asString();
        }
    }

    Reply get(String login, String path) throws Exception {
        return call(login, HttpMethod.GET, path, null, Map.of());
    }

    Reply put(String login, String path, String body) throws Exception {
        return call(login, HttpMethod.PUT, path, body, Map.of());
    }

    Reply post(String login, String path, String body) throws Exception {
        return call(login, HttpMethod.POST, path, body, Map.of());
    }

    Reply delete(String login, String path) throws Exception {
        return call(login, HttpMethod.DELETE, path, null, Map.of());
    }

    Reply call(
            String login,
            HttpMethod method,
            String path,
            @Nullable String body,
            Map<String, String> headers)
            throws Exception {
        MockHttpServletRequestBuilder call =
                request(method, "/api/v1" + path)
                        .header(
                                "Authorization",
                                Objects.requireNonNull(
                                        bearers.computeIfAbsent(login, cast::bearer)));
        headers.forEach(call::header);
        if (body != null) {
            call.contentType(MediaType.APPLICATION_JSON).content(body);
        }
        MvcResult result = mvc.perform(call).andReturn();
        DESCRIBED.assertHolds(result);
        MockHttpServletResponse response = result.getResponse();
        return new Reply(
                response.getStatus(),
                response.getHeader("Location"),
                response.getContentType(),
                response.getContentAsString(java.nio.charset.StandardCharsets.UTF_8));
    }
}
