package io.kollega.catalog;

import io.kollega.organization.Name;
import io.kollega.organization.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The published versions of standards. They never change, so they are kept once read; which of them
 * is in force is asked every time.
 */
@Component
class Standards {
    static final TypeReference<List<FormField>> FIELDS = new TypeReference<>() {};
    static final TypeReference<List<Name>> SENTENCES = new TypeReference<>() {};

    private static final long SYSTEM = 0;

    /** What a unit promises that is just asked and has not said anything else. */
    private static final StandardTerms USUAL =
            new StandardTerms(
                    Duration.ofHours(8), Duration.ofHours(40), List.of(), List.of(), List.of());

    private final Map<StandardId, Standard> known = new ConcurrentHashMap<>();

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final StandardDrafts drafts;

    Standards(JdbcClient jdbc, JsonMapper json, StandardDrafts drafts) {
        this.jdbc = jdbc;
        this.json = json;
        this.drafts = drafts;
    }

    Standard version(StandardId id) {
        Standard standard = known.get(id);
        if (standard == null) {
            read(Set.of(id));
            standard = known.get(id);
        }
        return Objects.requireNonNull(standard, () -> "No standard " + id + " was published.");
    }

    /** The standards in force of several services; one that was never published has none. */
    Map<ServiceId, Standard> inForce(Collection<ServiceId> services) {
        if (services.isEmpty()) {
            return Map.of();
        }
        Map<ServiceId, StandardId> ids = new HashMap<>();
        jdbc.sql(
                        """
                        select id, standard from catalog.service
                        where standard is not null and id = any(:ids)
                        """)
                .param("ids", services.stream().map(ServiceId::value).toArray(Long[]::new))
                .query(row -> {
                    ids.put(new ServiceId(row.getLong(1)), new StandardId(row.getLong(2)));
                });
        Set<StandardId> unread =
                ids.values().stream()
                        .filter(id -> !known.containsKey(id))
                        .collect(Collectors.toSet());
        if (!unread.isEmpty()) {
            read(unread);
        }
        Map<ServiceId, Standard> inForce = HashMap.newHashMap(ids.size());
        ids.forEach((service, id) -> inForce.put(service, version(id)));
        return inForce;
    }

    /** The standard in force of a unit that is just asked. */
    Standard ofUnit(UnitId unit) {
        return inForce(unit).map(this::version).orElseGet(() -> usual(unit));
    }

    private Optional<StandardId> inForce(UnitId unit) {
        return jdbc.sql(
                        """
                        select id from catalog.standard
                        where unit = :unit and service is null and published_at is not null
                        order by version desc limit 1
                        """)
                .param("unit", unit.value())
                .query(Long.class)
                .optional()
                .map(StandardId::new);
    }

    /** The first request to a unit finds no standard; two of them at once make only one. */
    private Standard usual(UnitId unit) {
        drafts.begin(unit, USUAL, SYSTEM);
        return version(inForce(unit).orElseThrow());
    }

    /** The published versions, the newest first. */
    List<StandardVersion> versions(StandardOf owner) {
        return jdbc
                .sql(
                        """
                        select id, version, published_at from catalog.standard
                        where %s and published_at is not null order by version desc
                        """
                                .formatted(owner.condition()))
                .param("owner", owner.id())
                .query((row, _) ->
                        new StandardVersion(
                                new StandardId(row.getLong("id")),
                                row.getInt("version"),
                                row.getObject("published_at", OffsetDateTime.class).toInstant()))
                .list()
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    private void read(Set<StandardId> ids) {
        jdbc
                .sql(
                        """
                        select * from catalog.standard
                        where id = any(:ids) and published_at is not null
                        """)
                .param("ids", ids.stream().map(StandardId::value).toArray(Long[]::new))
                .query(this::standard)
                .list()
                .stream()
                .map(Objects::requireNonNull)
                .forEach(standard -> known.put(standard.id(), standard));
    }

    private Standard standard(ResultSet row, int number) throws SQLException {
        Long service = row.getObject("service", Long.class);
        return new Standard(
                new StandardId(row.getLong("id")),
                new UnitId(row.getLong("unit")),
                service == null ? null : new ServiceId(service),
                row.getInt("version"),
                Duration.ofSeconds(row.getLong("response_seconds")),
                Duration.ofSeconds(row.getLong("solution_seconds")),
                json.readValue(row.getString("fields"), FIELDS),
                json.readValue(row.getString("norms"), SENTENCES),
                json.readValue(row.getString("duties"), SENTENCES));
    }
}
