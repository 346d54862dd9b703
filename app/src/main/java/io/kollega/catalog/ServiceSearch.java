package io.kollega.catalog;

import io.kollega.organization.Unit;
import io.kollega.organization.UnitId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds services by words of Russian and English: by whole words in any form, then by words that
 * begin so, then by any of the words; typed with the keyboard in the other layout; and at last by
 * words with typos. A unit's name or abbreviation finds what the unit offers.
 */
@Component
class ServiceSearch {
    /** Below this two words have little in common; a letter left out of seven leaves 0.4. */
    private static final double ALIKE = 0.35;

    /** Shorter words are like parts of many: ИТ is in стоит. */
    private static final int SHORTEST_WITH_TYPOS = 4;

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

    /**
     * Everything offered, by name, if the text holds no word.
     *
     * @param path the unit of whoever looks and those above it
     * @param existing the units among which names and abbreviations are looked for
     */
    List<OfferedService> find(
            String text, List<UnitId> path, Collection<Unit> existing, int limit) {
        List<String> words = SearchWords.of(text);
        List<Long> units = path.stream().map(UnitId::value).toList();
        if (words.isEmpty()) {
            return byName(units, limit);
        }
        List<OfferedService> found = found(words, units, existing, limit);
        if (found.isEmpty()) {
            found = found(SearchWords.of(SearchWords.inOtherLayout(text)), units, existing, limit);
        }
        String typed = String.join(" ", words);
        return found.isEmpty() && typed.length() >= SHORTEST_WITH_TYPOS
                ? byLikeness(typed, units, limit)
                : found;
    }

    private List<OfferedService> found(
            List<String> words, List<Long> path, Collection<Unit> existing, int limit) {
        if (words.isEmpty()) {
            return List.of();
        }
        Set<Long> named =
                existing.stream()
                        .filter(unit -> SearchWords.name(words, unit))
                        .map(unit -> unit.id().value())
                        .collect(Collectors.toSet());
        Map<ServiceId, OfferedService> found = new LinkedHashMap<>();
        if (!named.isEmpty()) {
            byUnits(named, path, limit).forEach(it -> found.put(it.id(), it));
        }
        byWords(String.join(" & ", words), path, limit)
                .forEach(it -> found.putIfAbsent(it.id(), it));
        if (found.isEmpty()) {
            byWords(
                            words.stream()
                                    .map(word -> word + ":*")
                                    .collect(Collectors.joining(" & ")),
                            path,
                            limit)
                    .forEach(it -> found.put(it.id(), it));
        }
        if (found.isEmpty() && words.size() > 1) {
            byWords(String.join(" | ", words), path, limit).forEach(it -> found.put(it.id(), it));
        }
        return found.values().stream().limit(limit).toList();
    }

    private List<OfferedService> byUnits(Set<Long> units, List<Long> path, int limit) {
        return byName(
                "s.unit = any(:units)", Map.of("units", units.toArray(Long[]::new)), path, limit);
    }

    private List<OfferedService> byName(List<Long> path, int limit) {
        return byName("true", Map.of(), path, limit);
    }

    private List<OfferedService> byName(
            String which, Map<String, ?> values, List<Long> path, int limit) {
        return jdbc
                .sql(
                        """
                        select %s from catalog.service s where %s and %s
                        order by s.name collate "ru-x-icu" limit :limit
                        """
                                .formatted(ServiceRows.COLUMNS, which, OFFERED))
                .params(values)
                .param("path", path)
                .param("limit", limit)
                .query(ServiceRows::read)
                .list()
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    private List<OfferedService> byWords(String query, List<Long> path, int limit) {
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
