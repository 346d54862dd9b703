package io.kollega.shell;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Every text people read, from {@code messages/<module>_<language>.properties}, in ICU message
 * syntax with plurals. A key that is missing is shown as itself between angle quotes, and a test
 * finds it.
 */
@Component
public final class Messages {
    private final Map<String, Map<String, String>> texts = new HashMap<>();
    private final Map<String, ThreadLocal<MessageFormat>> formats = new ConcurrentHashMap<>();

    public Messages() {
        for (String language : Set.of("ru", "en")) {
            texts.put(language, load(language));
        }
    }

    /** The text of a key in a language, with arguments put in by ICU rules. */
    public String text(Locale locale, String key, @Nullable Object... arguments) {
        String language = locale.getLanguage().equals("ru") ? "ru" : "en";
        String pattern = texts.get(language) == null ? null : texts.get(language).get(key);
        if (pattern == null) {
            return "‹" + key + "›";
        }
        if (arguments.length == 0 && pattern.indexOf('{') < 0 && pattern.indexOf('\'') < 0) {
            return pattern;
        }
        return formats.computeIfAbsent(
                        language + key,
                        _ ->
                                ThreadLocal.withInitial(
                                        () -> new MessageFormat(pattern, Locale.of(language))))
                .get()
                .format(arguments);
    }

    public boolean has(Locale locale, String key) {
        Map<String, String> known = texts.get(locale.getLanguage());
        return known != null && known.containsKey(key);
    }

    /** The keys that begin so. */
    public List<String> keys(String beginning) {
        return texts.getOrDefault("en", Map.of()).keySet().stream()
                .filter(key -> key.startsWith(beginning))
                .sorted()
                .toList();
    }

    private static Map<String, String> load(String language) {
        Map<String, String> loaded = new HashMap<>();
        try {
            for (var resource :
                    new PathMatchingResourcePatternResolver()
                            .getResources("classpath*:messages/*_" + language + ".properties")) {
                Properties properties = new Properties();
                try (var reader =
                        new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8)) {
                    properties.load(reader);
                }
                properties.forEach((key, text) -> {
                    if (loaded.put((String) key, (String) text) != null) {
                        throw new IllegalStateException(
                                "Message key " + key + " stands in two files; rename one.");
                    }
                });
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(loaded);
    }
}
