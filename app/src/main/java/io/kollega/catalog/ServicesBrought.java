package io.kollega.catalog;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Brings in services from outside, each with a published standard. */
@Component
class ServicesBrought {
    private static final long SYSTEM = 0;

    private final JdbcClient jdbc;
    private final Standards standards;
    private final StandardDrafts drafts;
    private final Clock clock;

    ServicesBrought(JdbcClient jdbc, Standards standards, StandardDrafts drafts, Clock clock) {
        this.jdbc = jdbc;
        this.standards = standards;
        this.drafts = drafts;
        this.clock = clock;
    }

    ServiceId bring(NewService service) {
        StandardTerms terms =
                new StandardTerms(
                        service.response(),
                        service.solution(),
                        service.fields(),
                        service.norms(),
                        service.duties());
        Row row = put(service);
        boolean same =
                row.standard()
                        .map(standards::version)
                        .filter(standard -> StandardTerms.of(standard).equals(terms))
                        .isPresent();
        if (!same) {
            StandardOf owner = new StandardOf.OfService(row.id(), service.unit());
            drafts.write(owner, terms, SYSTEM);
            drafts.publish(owner, SYSTEM);
        }
        return row.id();
    }

    private record Row(ServiceId id, Optional<StandardId> standard) {}

    private Row put(NewService service) {
        return jdbc.sql(
                        """
                        insert into catalog.service
                            (code, unit, name, name_english, summary, summary_english, keywords, made_at)
                        values (:code, :unit, :name, :nameEnglish, :summary, :summaryEnglish, :keywords, :now)
                        on conflict (code) do update set unit = excluded.unit,
                            name = excluded.name, name_english = excluded.name_english,
                            summary = excluded.summary, summary_english = excluded.summary_english,
                            keywords = excluded.keywords
                        returning id, standard
                        """)
                .param("code", service.code())
                .param("unit", service.unit().value())
                .param("name", service.name().text())
                .param("nameEnglish", service.name().english())
                .param("summary", service.summary().text())
                .param("summaryEnglish", service.summary().english())
                .param("keywords", service.keywords())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, _) ->
                        new Row(
                                new ServiceId(row.getLong("id")),
                                Optional.ofNullable(row.getObject("standard", Long.class))
                                        .map(StandardId::new)))
                .single();
    }
}
