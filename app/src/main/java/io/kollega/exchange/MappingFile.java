package io.kollega.exchange;

import io.kollega.shell.CleanText;
import io.kollega.tables.CellProblem;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * Reads a mapping file. Every value is text, so that {@code no: closed} means the word "no"; every
 * problem has its line; a key that is not known is refused, because it would be ignored silently.
 */
final class MappingFile {
    private MappingFile() {}

    /** The mapping can't be used. */
    static final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;

        @SuppressWarnings("serial") // never serialized
        private final CellProblem problem;

        Unusable(CellProblem problem) {
            super(problem.toString());
            this.problem = problem;
        }

        CellProblem problem() {
            return problem;
        }
    }

    static EventMapping read(Reader text) throws IOException, Unusable {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(10);
        Node root;
        try {
            root = new Yaml(new SafeConstructor(options)).compose(text);
        } catch (MarkedYAMLException e) {
            long line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw unusable(line, null, null, "exchange.mapping.yaml");
        } catch (YAMLException e) {
            // Among them too many aliases, too deep, too long, and bytes that are no text.
            throw unusable(
                    1,
                    null,
                    null,
                    e.getCause() instanceof CharacterCodingException || e instanceof ReaderException
                            ? "tables.expected-utf8"
                            : "exchange.mapping.yaml");
        }
        if (!(root instanceof MappingNode)) {
            throw unusable(1, null, null, "exchange.mapping.yaml");
        }
        return mapping(new Section("", root));
    }

    private static EventMapping mapping(Section top) throws Unusable {
        top.only(
                "missing",
                "source",
                "request",
                "at",
                "state",
                "unit",
                "person",
                "client",
                "service",
                "promise-kept",
                "calendar");
        Section at = top.section("at");
        at.only("column", "pattern", "zone");
        Section state = top.section("state");
        state.only("columns", "map", "otherwise");
        Optional<Section> unit = top.sectionIfNested("unit");
        if (unit.isPresent()) {
            unit.get().only("column", "parent");
        }
        Optional<Section> client = top.sectionIfNested("client");
        if (client.isPresent()) {
            client.get().only("unit", "person");
        }
        String request = top.text("request");
        return new EventMapping(
                top.optional("source").orElse(request),
                Set.copyOf(top.list("missing").orElse(List.of())),
                request,
                new EventMapping.At(at.text("column"), format(at)),
                state.list("columns")
                        .filter(columns -> !columns.isEmpty())
                        .orElseThrow(() -> state.absent("columns")),
                states(state),
                state.optional("otherwise").isEmpty() ? null : state(state, "otherwise"),
                unit.isPresent() ? unit.get().text("column") : top.text("unit"),
                unit.isPresent() ? unit.get().optional("parent").orElse(null) : null,
                top.optional("person").orElse(null),
                client.isPresent()
                        ? client.get().optional("unit").orElse(null)
                        : top.optional("client").orElse(null),
                client.isPresent() ? client.get().optional("person").orElse(null) : null,
                top.optional("service").orElse(null),
                top.optional("promise-kept").orElse(null),
                top.optional("calendar").orElse("always"));
    }

    private static InstantFormat format(Section at) throws Unusable {
        ZoneId zone = null;
        Optional<String> named = at.optional("zone");
        if (named.isPresent()) {
            try {
                zone = ZoneId.of(named.get());
            } catch (DateTimeException e) {
                throw at.wrong("zone", "exchange.mapping.zone");
            }
        }
        String pattern = at.optional("pattern").orElse("ISO");
        if (pattern.equalsIgnoreCase("ISO")) {
            return InstantFormat.iso(zone);
        }
        Optional<String> guess = InstantFormat.guess(pattern);
        if (guess.isPresent()) {
            throw at.wrong("pattern", guess.get());
        }
        InstantFormat format;
        try {
            format = InstantFormat.of(pattern, zone);
        } catch (IllegalArgumentException e) {
            throw at.wrong("pattern", "exchange.mapping.pattern");
        }
        if (zone == null && !InstantFormat.tellsOffset(pattern)) {
            throw at.absent("zone");
        }
        return format;
    }

    private static Map<String, EventState> states(Section state) throws Unusable {
        Map<String, EventState> states = new LinkedHashMap<>();
        Optional<Section> map = state.sectionIfNested("map");
        if (map.isPresent()) {
            for (String key : map.get().keys()) {
                states.put(key, state(map.get(), key));
            }
        }
        if (states.isEmpty() && state.optional("otherwise").isEmpty()) {
            throw state.absent("map");
        }
        return states;
    }

    private static EventState state(Section section, String key) throws Unusable {
        return EventState.of(section.text(key))
                .orElseThrow(() ->
                        section.wrong(
                                key,
                                "exchange.mapping.state",
                                java.util.Arrays.stream(EventState.values())
                                        .map(EventState::slug)
                                        .collect(Collectors.joining(", "))));
    }

    private static Unusable unusable(
            long line,
            @Nullable String key,
            @Nullable String value,
            String expected,
            String... arguments) {
        return new Unusable(CellProblem.of(line, key, value, expected, arguments));
    }

    /** A part of the file with its keys. */
    private static final class Section {
        private final String path;
        private final Node node;
        private final Map<String, Node> entries = new LinkedHashMap<>();

        Section(String path, Node node) throws Unusable {
            this.path = path;
            this.node = node;
            if (!(node instanceof MappingNode mapping)) {
                throw unusable(line(node), path, null, "exchange.mapping.section");
            }
            for (NodeTuple tuple : mapping.getValue()) {
                String key = scalar(tuple.getKeyNode());
                if (entries.put(key, tuple.getValueNode()) != null) {
                    throw unusable(
                            line(tuple.getKeyNode()), name(key), null, "exchange.mapping.twice");
                }
            }
        }

        void only(String... known) throws Unusable {
            for (Map.Entry<String, Node> entry : entries.entrySet()) {
                if (!Set.of(known).contains(entry.getKey())) {
                    throw unusable(
                            line(entry.getValue()),
                            name(entry.getKey()),
                            null,
                            "exchange.mapping.unknown-key",
                            String.join(", ", known));
                }
            }
        }

        Set<String> keys() {
            return entries.keySet();
        }

        String text(String key) throws Unusable {
            return optional(key).orElseThrow(() -> absent(key));
        }

        Optional<String> optional(String key) throws Unusable {
            Node value = entries.get(key);
            if (value == null || Tag.NULL.equals(value.getTag())) {
                return Optional.empty();
            }
            return Optional.of(scalar(value));
        }

        Optional<List<String>> list(String key) throws Unusable {
            Node value = entries.get(key);
            if (value == null) {
                return Optional.empty();
            }
            if (value instanceof SequenceNode sequence) {
                List<String> items = new java.util.ArrayList<>();
                for (Node item : sequence.getValue()) {
                    items.add(scalar(item));
                }
                return Optional.of(items);
            }
            return Optional.of(List.of(scalar(value)));
        }

        Section section(String key) throws Unusable {
            return sectionIfNested(key).orElseThrow(() -> absent(key));
        }

        Optional<Section> sectionIfNested(String key) throws Unusable {
            return entries.get(key) instanceof MappingNode nested
                    ? Optional.of(new Section(name(key), nested))
                    : Optional.empty();
        }

        Unusable absent(String key) {
            return unusable(line(node), name(key), null, "exchange.mapping.absent");
        }

        Unusable wrong(String key, String expected, String... arguments) {
            Node value = entries.get(key);
            return unusable(
                    line(value == null ? node : value),
                    name(key),
                    value instanceof ScalarNode scalar ? scalar.getValue() : null,
                    expected,
                    arguments);
        }

        private String scalar(Node value) throws Unusable {
            if (value instanceof ScalarNode scalar) {
                // As the cells it is compared with.
                return CleanText.of(scalar.getValue());
            }
            throw unusable(
                    line(value), path.isEmpty() ? null : path, null, "exchange.mapping.text");
        }

        private String name(String key) {
            return path.isEmpty() ? key : path + "." + key;
        }

        private static long line(Node node) {
            return node.getStartMark().getLine() + 1L;
        }
    }
}
