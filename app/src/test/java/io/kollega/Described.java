package io.kollega;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.test.web.servlet.MvcResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A description of a REST interface, to hold answers against. Knows of JSON Schema what ours uses,
 * and takes anything else for a fault; stricter than JSON Schema, it takes an undeclared property
 * for one too.
 */
public final class Described {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Path KEPT = Path.of("..", "docs", "openapi.json");
    private static final Set<String> KNOWN =
            Set.of(
                    "$ref",
                    "additionalProperties",
                    "description",
                    "enum",
                    "example",
                    "format",
                    "items",
                    "maximum",
                    "minimum",
                    "oneOf",
                    "pattern",
                    "properties",
                    "required",
                    "type");

    private final JsonNode description;

    Described(JsonNode description) {
        this.description = description;
    }

    /** The description in the repository; that it is the one served is tested elsewhere. */
    public static Described kept() {
        return new Described(JSON.readTree(KEPT));
    }

    /** Asserts of an answer that it is as described; of a refusal, nothing. */
    public void assertHolds(String method, String path, int status, String body) {
        if (status == 204) {
            assertThat(body).as("%s %s", method, path).isEmpty();
        } else if (status / 100 == 2) {
            assertThat(faults(method, path, status, JSON.readTree(body)))
                    .as("%s %s answered %s", method, path, body)
                    .isEmpty();
        }
    }

    public void assertHolds(MvcResult result) {
        assertHolds(
                Objects.requireNonNull(result.getRequest().getMethod()),
                Objects.requireNonNull(result.getRequest().getRequestURI()),
                result.getResponse().getStatus(),
                new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }

    List<String> faults(String method, String path, int status, JsonNode answer) {
        List<String> faults = new ArrayList<>();
        JsonNode response =
                description
                        .path("paths")
                        .path(template(path))
                        .path(method.toLowerCase(Locale.ROOT))
                        .path("responses")
                        .path(Integer.toString(status));
        check(schema(response), answer, "answer", faults);
        return faults;
    }

    /** The answers of which the description doesn't say what they hold. */
    List<String> bare() {
        List<String> bare = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : description.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> call : path.getValue().properties()) {
                for (Map.Entry<String, JsonNode> response :
                        call.getValue().path("responses").properties()) {
                    // 204 says that there is nothing.
                    if (response.getKey().startsWith("2") && !response.getKey().equals("204")) {
                        String at = call.getKey() + " " + path.getKey();
                        bare(schema(response.getValue()), at, new HashSet<>(), bare);
                    }
                }
            }
        }
        return bare;
    }

    private static JsonNode schema(JsonNode response) {
        return response.path("content").path("application/json").path("schema");
    }

    private void bare(JsonNode schema, String at, Set<String> seen, List<String> bare) {
        if (schema.has("$ref")) {
            if (seen.add(schema.get("$ref").asString())) {
                bare(referred(schema), at, seen, bare);
            }
        } else if (schema.has("oneOf")) {
            schema.get("oneOf").forEach(form -> bare(form, at, seen, bare));
        } else if (types(schema).contains("array")) {
            bare(schema.path("items"), at + "[]", seen, bare);
        } else if (schema.has("properties")) {
            schema.get("properties")
                    .properties()
                    .forEach(part -> bare(part.getValue(), at + "." + part.getKey(), seen, bare));
        } else if (schema.path("additionalProperties").isObject()) {
            bare(schema.get("additionalProperties"), at + ".*", seen, bare);
        } else if (types(schema).isEmpty() || types(schema).contains("object")) {
            bare.add(at);
        }
    }

    /** The path of the description that an address falls under; a literal one before others. */
    private String template(String address) {
        String path = address.replaceFirst("\\?.*", "");
        return description.path("paths").propertyNames().stream()
                .filter(template -> path.matches(template.replaceAll("\\{\\w+}", "[^/]+")))
                .min(Comparator.comparing(template -> template.contains("{")))
                .orElseThrow(() -> new AssertionError(address + " is not described"));
    }

    private void check(JsonNode schema, JsonNode value, String at, List<String> faults) {
        schema.propertyNames().stream()
                .filter(keyword -> !KNOWN.contains(keyword))
                .forEach(keyword -> faults.add(at + " is described with " + keyword));
        if (schema.has("$ref")) {
            check(referred(schema), value, at, faults);
        } else if (schema.has("oneOf")) {
            form(schema.get("oneOf"), value, at, faults);
        } else if (types(schema).stream().noneMatch(type -> is(type, value))) {
            faults.add(at + " is no " + types(schema) + ": " + value);
        } else if (schema.has("enum")
                && schema.get("enum").valueStream().noneMatch(value::equals)) {
            faults.add(at + " is none of " + schema.get("enum") + ": " + value);
        } else if (value.isObject()) {
            object(schema, value, at, faults);
        } else if (value.isArray()) {
            value.forEach(item -> check(schema.path("items"), item, at + "[]", faults));
        } else if (value.isString()) {
            text(schema, value.asString(), at, faults);
        } else if (value.isNumber()) {
            number(schema, value.decimalValue(), at, faults);
        }
    }

    private void form(JsonNode forms, JsonNode value, String at, List<String> faults) {
        List<String> others = new ArrayList<>();
        int fits = 0;
        for (JsonNode form : forms) {
            List<String> wrong = new ArrayList<>();
            check(form, value, at, wrong);
            fits += wrong.isEmpty() ? 1 : 0;
            others.addAll(wrong);
        }
        if (fits != 1) {
            faults.add(at + " fits " + fits + " forms: " + others);
        }
    }

    private void object(JsonNode schema, JsonNode value, String at, List<String> faults) {
        schema.path("required")
                .forEach(name -> {
                    if (!value.has(name.asString())) {
                        faults.add(at + " lacks " + name.asString());
                    }
                });
        JsonNode others = schema.path("additionalProperties");
        for (Map.Entry<String, JsonNode> part : value.properties()) {
            JsonNode declared = schema.path("properties").path(part.getKey());
            if (declared.isMissingNode() && !others.isObject()) {
                faults.add(at + " has the undeclared " + part.getKey());
            } else {
                check(
                        declared.isMissingNode() ? others : declared,
                        part.getValue(),
                        at + "." + part.getKey(),
                        faults);
            }
        }
    }

    private static void text(JsonNode schema, String text, String at, List<String> faults) {
        if (schema.has("pattern")
                && !Pattern.compile(schema.get("pattern").asString()).matcher(text).find()) {
            faults.add(at + " is not like " + schema.get("pattern").asString() + ": " + text);
        }
        if (schema.path("format").asString("").equals("date-time")) {
            try {
                OffsetDateTime.parse(text);
            } catch (DateTimeParseException e) {
                faults.add(at + " is no instant: " + e.getMessage());
            }
        }
    }

    private static void number(JsonNode schema, BigDecimal number, String at, List<String> faults) {
        if (schema.has("minimum") && number.compareTo(schema.get("minimum").decimalValue()) < 0
                || schema.has("maximum")
                        && number.compareTo(schema.get("maximum").decimalValue()) > 0) {
            faults.add(at + " is out of its range: " + number);
        }
    }

    private static boolean is(String type, JsonNode value) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isString();
            case "boolean" -> value.isBoolean();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "null" -> value.isNull();
            default -> false;
        };
    }

    private static List<String> types(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray()
                ? type.valueStream().map(JsonNode::asString).toList()
                : type.isString() ? List.of(type.asString()) : List.of();
    }

    private JsonNode referred(JsonNode schema) {
        return description.at(schema.get("$ref").asString().substring(1));
    }
}
