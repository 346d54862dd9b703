package io.kollega;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The description of the REST interface is kept in the repository, so that a change of it is seen
 * in review. After a change that is meant, run this test with KOLLEGA_WRITE_OPENAPI=true.
 */
@KollegaTest
class OpenApiTest {
    private static final Path KEPT = Path.of("..", "docs", "openapi.json");
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .build();

    @Autowired private MockMvc mvc;
    @Autowired private Cast cast;

    @Test
    void describesWhatIsKept() throws Exception {
        String served =
                mvc.perform(
                                get("/api/v1/openapi.json")
                                        .header("Authorization", cast.bearer("irina")))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8);
        ObjectNode now = (ObjectNode) JSON.readTree(served);
        now.remove("servers");
        if ("true".equals(System.getenv("KOLLEGA_WRITE_OPENAPI"))) {
            Files.writeString(
                    KEPT,
                    JSON.writeValueAsString(JSON.treeToValue(now, java.util.TreeMap.class)) + "\n");
        }
        JsonNode kept = JSON.readTree(Files.readString(KEPT));
        assertThat((JsonNode) now)
                .as("differs from docs/openapi.json; if meant, run with KOLLEGA_WRITE_OPENAPI=true")
                .isEqualTo(kept);
    }
}
