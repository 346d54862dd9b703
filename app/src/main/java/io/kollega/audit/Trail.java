package io.kollega.audit;

import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads the trail, the newest lines first. */
@Component
final class Trail {
    private static final TypeReference<Map<String, Object>> DETAILS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Actors actors;

    Trail(JdbcClient jdbc, JsonMapper json, Actors actors) {
        this.jdbc = jdbc;
        this.json = json;
        this.actors = actors;
    }

    /**
     * Lines under a filter.
     *
     * @param zone in which the filter's days begin and end
     * @param before only lines older than this one; null for the newest
     */
    List<AuditLine> lines(AuditFilter filter, ZoneId zone, @Nullable Long before, int limit) {
        boolean anyone = filter.who().isBlank();
        Set<Long> who = anyone ? Set.of() : actors.find(filter.who());
        if (who.isEmpty() && !anyone) {
            return List.of();
        }
        TrailQuery query = new TrailQuery(filter, anyone ? null : who, zone, before, limit);
        return jdbc
                .sql(query.sql())
                .params(query.parameters())
                .query((row, _) ->
                        new AuditLine(
                                row.getLong("id"),
                                row.getTimestamp("at").toInstant(),
                                row.getBoolean("whole_day"),
                                row.getLong("actor"),
                                row.getString("deed"),
                                row.getString("subject"),
                                json.readValue(row.getString("details"), DETAILS)))
                .list()
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    /** Names of those who did what these lines say, to whom, and by whose part in it. */
    Map<Long, String> names(List<AuditLine> lines) {
        Set<Long> people = new HashSet<>();
        for (AuditLine line : lines) {
            people.add(line.actor());
            people.addAll(line.ids(AuditLine.PEOPLE));
            Long person = line.person();
            if (person != null) {
                people.add(person);
            }
        }
        return actors.names(people);
    }

    /** Names of the units in the details of these lines. */
    Map<Long, String> units(List<AuditLine> lines, Locale locale) {
        return actors.units(
                lines.stream()
                        .flatMap(line -> line.ids(AuditLine.UNITS).stream())
                        .collect(Collectors.toSet()),
                locale);
    }
}
