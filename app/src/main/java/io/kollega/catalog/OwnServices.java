package io.kollega.catalog;

import io.kollega.audit.Audit;
import io.kollega.organization.UnitId;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** What the head of a unit does to its services and standards. */
@Component
class OwnServices {
    private final JdbcClient jdbc;
    private final StandardDrafts drafts;
    private final TransactionOperations transactions;
    private final Audit audit;
    private final Clock clock;

    OwnServices(
            JdbcClient jdbc,
            StandardDrafts drafts,
            TransactionOperations transactions,
            Audit audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.drafts = drafts;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** Adds a service; it is offered once its first standard is published. */
    ServiceId create(UnitId unit, ServiceForm form, long actor) {
        return Objects.requireNonNull(
                transactions.execute(_ -> {
                    ServiceId id =
                            new ServiceId(
                                    jdbc.sql(
                                                    """
                                                    insert into catalog.service
                                                        (code, unit, name, made_at)
                                                    values ('own-'
                                                        || nextval('catalog.service_number'),
                                                        :unit, :name, :now)
                                                    returning id
                                                    """)
                                            .param("unit", unit.value())
                                            .param("name", form.name())
                                            .param("now", now())
                                            .query(Long.class)
                                            .single());
                    describe(id, form);
                    record(actor, "service.created", id);
                    return id;
                }));
    }

    void change(ServiceId id, ServiceForm form, long actor) {
        transactions.executeWithoutResult(_ -> {
            describe(id, form);
            record(actor, "service.changed", id);
        });
    }

    private void describe(ServiceId id, ServiceForm form) {
        jdbc.sql(
                        """
                        update catalog.service set name = :name, name_english = :english,
                            summary = :summary, summary_english = :summaryEnglish,
                            keywords = :keywords, everyone = :everyone
                        where id = :id
                        """)
                .param("name", form.name())
                .param("english", blankToNull(form.english()))
                .param("summary", form.summary())
                .param("summaryEnglish", blankToNull(form.summaryEnglish()))
                .param("keywords", form.keywords())
                .param("everyone", form.everyone())
                .param("id", id.value())
                .update();
        jdbc.sql("delete from catalog.audience where service = :id")
                .param("id", id.value())
                .update();
        if (!form.everyone()) {
            jdbc.sql("insert into catalog.audience select :id, unnest(:units)")
                    .param("id", id.value())
                    .param(
                            "units",
                            form.audience().stream().map(UnitId::value).toArray(Long[]::new))
                    .update();
        }
    }

    /** The description as it stands, for its form. */
    ServiceForm form(OfferedService service) {
        Set<UnitId> audience =
                jdbc
                        .sql("select unit from catalog.audience where service = :id")
                        .param("id", service.id().value())
                        .query((row, _) -> new UnitId(row.getLong(1)))
                        .list()
                        .stream()
                        .map(Objects::requireNonNull)
                        .collect(Collectors.toSet());
        return new ServiceForm(
                service.name().text(),
                nullToBlank(service.name().english()),
                service.summary().text(),
                nullToBlank(service.summary().english()),
                keywords(service.id()),
                audience.isEmpty(),
                audience);
    }

    private String keywords(ServiceId id) {
        return jdbc.sql("select keywords from catalog.service where id = ?")
                .param(id.value())
                .query((row, _) -> row.getString(1))
                .single();
    }

    /** It can no longer be asked for; what was asked goes on. */
    void retire(ServiceId id, long actor) {
        setRetired(id, now(), "service.retired", actor);
    }

    void offerAgain(ServiceId id, long actor) {
        setRetired(id, null, "service.offered-again", actor);
    }

    private void setRetired(ServiceId id, @Nullable OffsetDateTime at, String deed, long actor) {
        transactions.executeWithoutResult(_ -> {
            jdbc.sql("update catalog.service set retired_at = :at where id = :id")
                    .param("at", at)
                    .param("id", id.value())
                    .update();
            record(actor, deed, id);
        });
    }

    void draft(StandardOf owner, StandardTerms terms, long actor) {
        transactions.executeWithoutResult(_ -> {
            lock(owner);
            drafts.write(owner, terms, actor);
        });
    }

    void discard(StandardOf owner) {
        transactions.executeWithoutResult(_ -> {
            lock(owner);
            drafts.remove(owner);
        });
    }

    /** Puts the draft in force for what is asked from now on. False if there is none. */
    boolean publish(StandardOf owner, long actor) {
        Optional<StandardId> published =
                Objects.requireNonNull(
                        transactions.execute(_ -> {
                            lock(owner);
                            Optional<StandardId> standard = drafts.publish(owner, actor);
                            standard.ifPresent(id ->
                                    audit.record(
                                            actor,
                                            "standard.published",
                                            "standard:" + id.value(),
                                            Map.of("unit", owner.unit().value())));
                            return standard;
                        }));
        return published.isPresent();
    }

    /** Every service of these units, offered or not, by name. */
    List<OwnService> of(Set<UnitId> units) {
        if (units.isEmpty()) {
            return List.of();
        }
        return jdbc
                .sql(
                        """
                        select %s, s.standard is not null as published,
                            s.retired_at is not null as retired,
                            exists (select from catalog.standard d
                                    where d.service = s.id and d.published_at is null) as drafted
                        from catalog.service s where s.unit = any(:units)
                        order by s.name collate "ru-x-icu"
                        """
                                .formatted(ServiceRows.COLUMNS))
                .param("units", units.stream().map(UnitId::value).toArray(Long[]::new))
                .query((row, number) ->
                        new OwnService(
                                ServiceRows.read(row, number),
                                row.getBoolean("published"),
                                row.getBoolean("retired"),
                                row.getBoolean("drafted")))
                .list()
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    private void lock(StandardOf owner) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, 0))")
                .param("key", "catalog.standard:" + owner)
                .query((_, _) -> true)
                .single();
    }

    private void record(long actor, String deed, ServiceId id) {
        audit.record(actor, deed, "service:" + id.value(), Map.of());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static @Nullable String blankToNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String nullToBlank(@Nullable String text) {
        return text == null ? "" : text;
    }
}
