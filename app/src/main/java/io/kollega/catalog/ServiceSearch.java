package io.kollega.catalog;

import io.kollega.organization.UnitId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds services by words of Russian and English, in any form, and by words with typos. */
@Component
class ServiceSearch {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    /** Below this two words have little in common; a letter left out of seven leaves 0.4. */
    private static final double ALIKE = 0.35;

    private static final String OFFERED =
            """
            s.standard is not null and s.retired_at is null
            and (s.everyone or exists (select from catalog.audience a
                                       where a.service = s.id and a.unit in (:path)))
            """;

    private final JdbcClient jdbc;

    ServiceSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Everything offered, by name, if the text holds no word. */
    List<OfferedService> find(String text, List<UnitId> path, int limit) {
        List<String> words =
                WORD.matcher(text.toLowerCase(Locale.ROOT)).results().map(m -> m.group()).toList();
        List<Long> units = path.stream().map(UnitId::value).toList();
        if (words.isEmpty()) {
            return byName(units, limit);
        }
        List<OfferedService> found = byWords(words, units, limit);
        return found.isEmpty() ? byLikeness(String.join(" ", words), units, limit) : found;
    }

    private List<OfferedService> byName(List<Long> path, int limit) {
        return jdbc
                .sql(
                        """
                        select %s from catalog.service s where %s
                        order by s.name collate "ru-x-icu" limit :limit
                        """
                                .formatted(ServiceRows.COLUMNS, OFFERED))
                .param("path", path)
                .param("limit", limit)
                .query(ServiceRows::read)
                .list()
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    private List<OfferedService> byWords(List<String> words, List<Long> path, int limit) {
        String query = words.stream().map(word -> word + ":*").collect(Collectors.joining(" & "));
        return jdbc
                .sql(
                        """
                        select %s from catalog.service s,
                            (select to_tsquery('russian', :query) || to_tsquery('english', :query) as q)
                        where s.search @@ q and %s
                        order by ts_rank(s.search, q) desc, s.name collate "ru-x-icu" limit :limit
                        """
                                .formatted(ServiceRows.COLUMNS, OFFERED))
                .param("query", query)
                .param("path", path)
                .param("limit", limit)
                .query(ServiceRows::read)
                .list()
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    private List<OfferedService> byLikeness(String text, List<Long> path, int limit) {
        return jdbc
                .sql(
                        """
                        select %s from catalog.service s
                        where word_similarity(:text, s.words) > :alike and %s
                        order by word_similarity(:text, s.words) desc, s.name collate "ru-x-icu"
                        limit :limit
                        """
                                .formatted(ServiceRows.COLUMNS, OFFERED))
                .param("text", text)
                .param("alike", ALIKE)
                .param("path", path)
                .param("limit", limit)
                .query(ServiceRows::read)
                .list()
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }
}
