package io.kollega.catalog;

import io.kollega.organization.UnitId;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * New versions of standards: written as a draft, changed at will, published once. The caller's
 * transaction holds the row of the service or the advisory lock of the unit, so that versions count
 * up one by one.
 */
@Component
class StandardDrafts {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    StandardDrafts(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Gives a unit the first version of its standard, unless somebody just did. */
    void begin(UnitId unit, StandardTerms terms, long actor) {
        insert(new StandardOf.OfUnit(unit), "1", terms, actor, now());
    }

    /** The terms of the draft, if there is one. */
    Optional<StandardTerms> draft(StandardOf owner) {
        return jdbc.sql(
                        """
                        select * from catalog.standard where %s and published_at is null
                        """
                                .formatted(owner.condition()))
                .param("owner", owner.id())
                .query((row, _) ->
                        new StandardTerms(
                                Duration.ofSeconds(row.getLong("response_seconds")),
                                Duration.ofSeconds(row.getLong("solution_seconds")),
                                json.readValue(row.getString("fields"), Standards.FIELDS),
                                json.readValue(row.getString("norms"), Standards.SENTENCES),
                                json.readValue(row.getString("duties"), Standards.SENTENCES)))
                .optional();
    }

    /** Writes the draft; one that there was is replaced. */
    void write(StandardOf owner, StandardTerms terms, long actor) {
        remove(owner);
        String next =
                "1 + coalesce((select max(version) from catalog.standard where %s), 0)"
                        .formatted(owner.condition());
        insert(owner, next, terms, actor, null);
    }

    void remove(StandardOf owner) {
        jdbc.sql(
                        "delete from catalog.standard where %s and published_at is null"
                                .formatted(owner.condition()))
                .param("owner", owner.id())
                .update();
    }

    /** Publishes the draft: from now on it is the standard. Empty if there is no draft. */
    Optional<StandardId> publish(StandardOf owner, long actor) {
        Optional<StandardId> published =
                jdbc.sql(
                                """
                                update catalog.standard
                                set published_at = :now, published_by = :actor
                                where %s and published_at is null returning id
                                """
                                        .formatted(owner.condition()))
                        .param("now", now())
                        .param("actor", actor)
                        .param("owner", owner.id())
                        .query(Long.class)
                        .optional()
                        .map(StandardId::new);
        if (owner instanceof StandardOf.OfService(ServiceId service, UnitId _)) {
            published.ifPresent(standard ->
                    jdbc.sql("update catalog.service set standard = :standard where id = :id")
                            .param("standard", standard.value())
                            .param("id", service.value())
                            .update());
        }
        return published;
    }

    private void insert(
            StandardOf owner,
            String version,
            StandardTerms terms,
            long actor,
            @Nullable OffsetDateTime publishedAt) {
        ServiceId service = owner.serviceOrNull();
        jdbc.sql(
                        """
                        insert into catalog.standard (unit, service, version, response_seconds,
                            solution_seconds, fields, norms, duties, made_at, made_by,
                            published_at, published_by)
                        select :unit, :service,
                            %s,
                            :response, :solution, cast(:fields as jsonb), cast(:norms as jsonb),
                            cast(:duties as jsonb), :now, :actor, cast(:published as timestamptz),
                            case when cast(:published as timestamptz) is not null then :actor end
                        on conflict do nothing
                        """
                                .formatted(version))
                .param("unit", owner.unit().value())
                .param("service", service == null ? null : service.value())
                .param("owner", owner.id())
                .param("response", terms.response().toSeconds())
                .param("solution", terms.solution().toSeconds())
                .param("fields", json.writeValueAsString(terms.fields()))
                .param("norms", json.writeValueAsString(terms.norms()))
                .param("duties", json.writeValueAsString(terms.duties()))
                .param("now", now())
                .param("actor", actor)
                .param("published", publishedAt)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
