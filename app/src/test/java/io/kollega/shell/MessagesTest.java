package io.kollega.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The texts of both languages: the same keys, every key that is used, patterns that can be read.
 */
class MessagesTest {
    private static final Path TEMPLATES = Path.of("src/main/jte");
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern IN_TEMPLATE = Pattern.compile("page\\.t\\(\"([^\"]+)\"([+ ]*)");
    private static final Pattern KEY =
            Pattern.compile("\"([a-z][a-z0-9-]*(?:\\.[a-z0-9][a-zA-Z0-9_-]*)+)\"");

    private static final Pattern TABLE = Pattern.compile("create table ([a-z_]+\\.[a-z_]+)");

    @Test
    void saysTheSameInBothLanguages() throws IOException {
        assertThat(differences(texts("ru"), texts("en"))).isEmpty();
        assertThat(differences(Map.of("a.b", "x", "a.c", "x"), Map.of("a.b", "y")))
                .containsExactly("a.c");
    }

    @Test
    void hasEveryTextThatTemplatesName() throws IOException {
        Set<String> known = texts("ru").keySet();
        List<String> missing = new ArrayList<>();
        for (Path template : files(TEMPLATES, ".jte")) {
            missing.addAll(missing(Files.readString(template), known));
        }
        assertThat(missing).isEmpty();
        assertThat(missing("${page.t(\"a.b\")} ${page.t(\"a.c\", 1)}", Set.of("a.b")))
                .containsExactly("a.c");
        assertThat(missing("${page.t(\"a.\" + x)}", Set.of("a.b"))).isEmpty();
        assertThat(missing("${page.t(\"c.\" + x)}", Set.of("a.b"))).containsExactly("c.");
    }

    @Test
    void hasEveryTextThatSourcesNameByTheirModule() throws IOException {
        Set<String> known = texts("ru").keySet();
        Set<String> modules =
                known.stream()
                        .map(key -> key.substring(0, key.indexOf('.')))
                        .collect(Collectors.toSet());
        Set<String> tables = tables();
        Set<String> used = new TreeSet<>();
        for (Path source : files(SOURCES, ".java")) {
            String module = SOURCES.resolve("io/kollega").relativize(source).getName(0).toString();
            String text = Files.readString(source);
            KEY.matcher(text)
                    .results()
                    .map(match -> match.group(1))
                    .filter(key -> key.startsWith(module + ".") && modules.contains(module))
                    .filter(key -> !isDeed(text, key) && !tables.contains(key))
                    .forEach(used::add);
        }
        assertThat(used).isNotEmpty();
        assertThat(used.stream().filter(key -> !known(key, known))).isEmpty();
        assertThat(known("a.b", Set.of("a.b-more"))).isTrue();
        assertThat(known("a.b", Set.of("a.bc", "a"))).isFalse();
    }

    @Test
    void canReadEveryPattern() throws IOException {
        for (String language : List.of("ru", "en")) {
            assertThat(unreadable(texts(language), language)).isEmpty();
        }
        assertThat(unreadable(Map.of("a.b", "{0, plural, one {x}"), "ru")).containsExactly("a.b");
        assertThat(unreadable(Map.of("a.b", "{0, plural, one {x}}"), "ru")).containsExactly("a.b");
        assertThat(unreadable(Map.of("a.b", "{name}"), "ru")).containsExactly("a.b");
        assertThat(unreadable(Map.of("a.b", "quoted '{0}'"), "en")).containsExactly("a.b");
        assertThat(unreadable(Map.of("a.b", "don't {0}"), "en")).isEmpty();
    }

    @Test
    void knowsRussianPlurals() {
        Messages messages = new Messages();
        Locale russian = Locale.of("ru");
        assertThat(messages.text(russian, "shell.notifications", 1))
                .isEqualTo("Уведомления: 1 новое");
        assertThat(messages.text(russian, "shell.notifications", 3))
                .isEqualTo("Уведомления: 3 новых");
        assertThat(messages.text(russian, "shell.notifications", 0)).isEqualTo("Уведомления");
        assertThat(messages.text(russian, "shell.no-such-key")).isEqualTo("‹shell.no-such-key›");
    }

    private static Set<String> differences(Map<String, String> one, Map<String, String> other) {
        Set<String> all = new TreeSet<>(one.keySet());
        all.addAll(other.keySet());
        all.removeIf(key -> one.containsKey(key) && other.containsKey(key));
        return all;
    }

    /** A key that goes on with a computed part counts as known if any key begins like it. */
    private static List<String> missing(String template, Set<String> known) {
        return IN_TEMPLATE
                .matcher(template)
                .results()
                .filter(match ->
                        match.group(2).contains("+")
                                ? known.stream().noneMatch(key -> key.startsWith(match.group(1)))
                                : !known.contains(match.group(1)))
                .map(match -> match.group(1))
                .toList();
    }

    /** A key, or the beginning of keys that a source goes on with. */
    private static boolean known(String key, Set<String> known) {
        return known.contains(key)
                || known.stream()
                        .anyMatch(it -> it.startsWith(key + "-") || it.startsWith(key + "."));
    }

    /** Tables look like keys, too. */
    private static Set<String> tables() throws IOException {
        Set<String> tables = new TreeSet<>();
        for (Path migration : files(Path.of("src/main/resources/db/migration"), ".sql")) {
            TABLE.matcher(Files.readString(migration))
                    .results()
                    .forEach(match -> tables.add(match.group(1)));
        }
        return tables;
    }

    /** Deeds of the audit trail look like keys and are none. */
    private static boolean isDeed(String source, String key) {
        return Pattern.compile("(?s)(record|note|audited)\\([^;]*\"" + Pattern.quote(key) + "\"")
                .matcher(source)
                .find();
    }

    /** Patterns that ICU refuses, plurals without {@code other}, names, quoted arguments. */
    private static List<String> unreadable(Map<String, String> texts, String language) {
        List<String> bad = new ArrayList<>();
        texts.forEach((key, text) -> {
            if (text.indexOf('{') < 0 && text.indexOf('\'') < 0) {
                return;
            }
            try {
                MessageFormat format = new MessageFormat(text, Locale.of(language));
                if (format.usesNamedArguments()) {
                    bad.add(key);
                    return;
                }
                for (int number : new int[] {0, 1, 2, 5, 21}) {
                    Object[] arguments = {number, number, number, number};
                    if (format.format(arguments).indexOf('{') >= 0) {
                        bad.add(key);
                        return;
                    }
                }
            } catch (IllegalArgumentException e) {
                bad.add(key);
            }
        });
        return bad;
    }

    private static Map<String, String> texts(String language) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        for (Resource resource :
                new PathMatchingResourcePatternResolver()
                        .getResources("classpath*:messages/*_" + language + ".properties")) {
            try (Reader reader =
                    new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8)) {
                read(reader).forEach((key, text) -> texts.put((String) key, (String) text));
            }
        }
        return texts;
    }

    private static Properties read(Reader reader) throws IOException {
        Properties properties = new Properties();
        properties.load(reader);
        return properties;
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }
}
