package io.kollega.demo;

import io.kollega.organization.Name;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * A table of a YAML file that ships with the demo. What is missing where it must stand is a bug.
 */
final class Sheet {
    private final Map<?, ?> values;

    private Sheet(Map<?, ?> values) {
        this.values = values;
    }

    /** Reads a resource below {@code demo/}. */
    static Sheet read(String file) {
        try (var stream = Sheet.class.getResourceAsStream("/demo/" + file);
                var text =
                        new InputStreamReader(
                                Objects.requireNonNull(stream, file), StandardCharsets.UTF_8)) {
            Object root = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
            return new Sheet((Map<?, ?>) root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean has(String key) {
        return values.get(key) != null;
    }

    String text(String key) {
        return value(key).toString();
    }

    @Nullable String textOrNull(String key) {
        Object value = values.get(key);
        return value == null ? null : value.toString();
    }

    double number(String key) {
        return ((Number) value(key)).doubleValue();
    }

    double number(String key, double otherwise) {
        return has(key) ? number(key) : otherwise;
    }

    List<String> texts(String key) {
        return has(key)
                ? ((List<?>) value(key)).stream().map(Object::toString).toList()
                : List.of();
    }

    /** Texts with their English, each a list of two. */
    List<Name> names(String key) {
        return has(key)
                ? ((List<?>) value(key))
                        .stream()
                                .map(item -> (List<?>) item)
                                .map(item ->
                                        new Name(
                                                item.getFirst().toString(),
                                                item.getLast().toString()))
                                .toList()
                : List.of();
    }

    List<Sheet> sheets(String key) {
        return has(key)
                ? ((List<?>) value(key)).stream().map(item -> new Sheet((Map<?, ?>) item)).toList()
                : List.of();
    }

    Sheet sheet(String key) {
        return has(key) ? new Sheet((Map<?, ?>) value(key)) : new Sheet(Map.of());
    }

    /** Every list in this table by its key, in the file's order. */
    Map<String, List<String>> lists() {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        values.keySet().forEach(key -> lists.put(key.toString(), texts(key.toString())));
        return lists;
    }

    /** Every number in this table by its key. */
    Map<String, Double> numbers() {
        Map<String, Double> numbers = new LinkedHashMap<>();
        values.keySet().forEach(key -> numbers.put(key.toString(), number(key.toString())));
        return numbers;
    }

    private Object value(String key) {
        return Objects.requireNonNull(values.get(key), key);
    }
}
