package io.kollega.requests;

import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A client's answers as a column of JSON. */
@Component
final class Fields {
    private static final TypeReference<Map<String, String>> ANSWERS = new TypeReference<>() {};

    private final JsonMapper json;

    Fields(JsonMapper json) {
        this.json = json;
    }

    String write(Map<String, String> answers) {
        return answers.isEmpty() ? "{}" : json.writeValueAsString(answers);
    }

    Map<String, String> read(String text) {
        return text.equals("{}") ? Map.of() : json.readValue(text, ANSWERS);
    }
}
