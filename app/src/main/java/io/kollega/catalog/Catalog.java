package io.kollega.catalog;

import io.kollega.organization.Organization;
import io.kollega.organization.UnitId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What each unit offers, and by which standard. */
@Component
public final class Catalog {
    private final JdbcClient jdbc;
    private final Organization organization;
    private final Standards standards;
    private final ServiceSearch search;
    private final ServicesBrought brought;

    Catalog(
            JdbcClient jdbc,
            Organization organization,
            Standards standards,
            ServiceSearch search,
            ServicesBrought brought) {
        this.jdbc = jdbc;
        this.organization = organization;
        this.standards = standards;
        this.search = search;
        this.brought = brought;
    }

    /** The service, also when it has been retired. */
    public Optional<OfferedService> service(ServiceId id) {
        return Optional.ofNullable(services(List.of(id)).get(id));
    }

    public Map<ServiceId, OfferedService> services(Collection<ServiceId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql(
                        "select %s from catalog.service s where s.id in (:ids)"
                                .formatted(ServiceRows.COLUMNS))
                .param("ids", ids.stream().map(ServiceId::value).toList())
                .query(ServiceRows::read)
                .list()
                .stream()
                .map(Objects::requireNonNull)
                .collect(Collectors.toMap(OfferedService::id, Function.identity()));
    }

    /** The services a unit offers now, by name. */
    public List<OfferedService> offeredBy(UnitId provider) {
        return jdbc
                .sql(
                        """
                        select %s from catalog.service s
                        where s.unit = :unit and s.standard is not null and s.retired_at is null
                        order by s.name collate "ru-x-icu"
                        """
                                .formatted(ServiceRows.COLUMNS))
                .param("unit", provider.value())
                .query(ServiceRows::read)
                .list()
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    /** Services that someone of this unit may ask for, the best matches first. */
    public List<OfferedService> search(String text, UnitId client, int limit) {
        return search.find(
                text, organization.upwards(client), organization.unitsToday().existing(), limit);
    }

    /** Whether someone of this unit belongs to the audience of the service, and it is offered. */
    public boolean offeredTo(ServiceId service, UnitId client) {
        return offer(service, client).isPresent();
    }

    /**
     * The service with its standard, if it is offered to someone of this unit: all that a request
     * needs to begin with, by one query unless the audience is limited.
     */
    public Optional<Offer> offer(ServiceId id, UnitId client) {
        return jdbc.sql(
                        """
                        select %s, s.everyone, s.standard from catalog.service s
                        where s.id = :id and s.standard is not null and s.retired_at is null
                        """
                                .formatted(ServiceRows.COLUMNS))
                .param("id", id.value())
                .query((row, number) ->
                        new Found(
                                ServiceRows.read(row, number),
                                row.getBoolean("everyone"),
                                new StandardId(row.getLong("standard"))))
                .optional()
                .filter(found -> found.everyone() || inAudience(id, client))
                .map(found -> new Offer(found.service(), standards.version(found.standard())));
    }

    private record Found(OfferedService service, boolean everyone, StandardId standard) {}

    private boolean inAudience(ServiceId service, UnitId client) {
        return jdbc.sql(
                        """
                        select exists (select from catalog.audience
                                       where service = :service and unit in (:path))
                        """)
                .param("service", service.value())
                .param("path", organization.upwards(client).stream().map(UnitId::value).toList())
                .query(Boolean.class)
                .single();
    }

    /** The standard in force for a service; of a retired one, the last that was. */
    public Standard standard(ServiceId service) {
        return standards.version(
                new StandardId(
                        jdbc.sql(
                                        """
                                        select standard from catalog.service
                                        where id = :id and standard is not null
                                        """)
                                .param("id", service.value())
                                .query(Long.class)
                                .single()));
    }

    /**
     * The standard in force for a unit that is just asked, without naming a service. A unit that
     * has none gets one, of 8 hours and 40 hours.
     */
    public Standard standard(UnitId provider) {
        return standards.ofUnit(provider);
    }

    /** The very version that something was asked under. */
    public Standard version(StandardId id) {
        return standards.version(id);
    }

    /** Checks a client's answers against the fields of a standard. */
    public FieldAnswers check(Standard standard, Map<String, String> answers) {
        return FieldCheck.check(standard.fields(), answers);
    }

    /**
     * Brings in services with their standard, by code: those that exist are renamed, and get a new
     * version of their standard if it differs. For imports and the demo company.
     */
    public Map<String, ServiceId> bring(List<NewService> services) {
        Map<String, ServiceId> ids = new LinkedHashMap<>();
        services.forEach(service -> ids.put(service.code(), brought.bring(service)));
        return ids;
    }
}
