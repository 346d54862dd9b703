package io.kollega.audit;

import java.sql.Timestamp;
import java.time.LocalDate;
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
        String subject = filter.subject().strip();
        return jdbc
                .sql(
                        """
                        select id, at, whole_day, actor, deed, subject, details from audit.line
                        where (:anyone or actor = any (:who))
                            and (:deed = '' or starts_with(deed, :deed))
                            and (:subject = '' or subject = :subject)
                            and (:from::timestamptz is null or at >= :from)
                            and (:to::timestamptz is null or at < :to)
                            and (:before::bigint is null or id < :before)
                        order by id desc limit :limit
                        """)
                .param("anyone", anyone)
                .param("who", who.toArray(Long[]::new))
                .param("deed", filter.deed().strip())
                .param("subject", subject.matches("\\d{1,18}") ? "request:" + subject : subject)
                .param("from", start(filter.from(), zone))
                .param("to", filter.to() == null ? null : start(filter.to().plusDays(1), zone))
                .param("before", before)
                .param("limit", limit)
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

    private static @Nullable Timestamp start(@Nullable LocalDate day, ZoneId zone) {
        return day == null ? null : Timestamp.from(day.atStartOfDay(zone).toInstant());
    }
}
