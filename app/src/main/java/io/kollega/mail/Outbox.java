package io.kollega.mail;

import io.kollega.database.Together;
import io.kollega.notifications.NoticeGiven;
import io.kollega.organization.PersonId;
import io.kollega.requests.events.RequestEvent.RequestSubmitted;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.stereotype.Component;

/**
 * Writes down what must be told by mail, in the transaction of the deed: one row, however many must
 * hear of it, and nothing is read. Writes nothing where no mail goes out.
 */
@Component
final class Outbox {
    static final String ASKED = "mail.asked";

    private final MailSettings settings;
    private final Together together;

    Outbox(MailSettings settings, Together together) {
        this.settings = settings;
        this.together = together;
    }

    @EventListener
    void on(NoticeGiven notice) {
        Topic.of(notice.sentence())
                .ifPresent(topic ->
                        write(
                                topic,
                                notice.sentence(),
                                new About(
                                        notice.about().kind(),
                                        notice.about().id(),
                                        notice.about().title(),
                                        notice.about().address()),
                                notice.people(),
                                null,
                                notice.by(),
                                notice.at()));
    }

    @EventListener
    void on(RequestSubmitted event) {
        write(
                Topic.NEW_REQUESTS,
                ASKED,
                new About(
                        "request",
                        event.request().value(),
                        event.parties().subject(),
                        "/requests/" + event.request().value()),
                List.of(),
                event.parties().providerUnit().value(),
                event.parties().client(),
                event.at());
    }

    void write(
            Topic topic,
            String sentence,
            About about,
            List<PersonId> people,
            @Nullable Long unit,
            @Nullable PersonId by,
            Instant at) {
        if (!settings.on()) {
            return;
        }
        together.write(
                """
                insert into mail.news (at, topic, sentence, subject_kind, subject_id, title, address,
                    by_person, people, unit)
                values (:at, :topic, :sentence, :kind, :id, :title, :address, :by,
                    :people::bigint[], :unit)
                """,
                new MapSqlParameterSource("at", Timestamp.from(at))
                        .addValue("topic", topic.slug())
                        .addValue("sentence", sentence)
                        .addValue("kind", about.kind())
                        .addValue("id", about.id())
                        .addValue("title", about.title())
                        .addValue("address", about.address())
                        .addValue("by", by == null ? null : by.value())
                        .addValue(
                                "people",
                                people.stream()
                                        .map(it -> Long.toString(it.value()))
                                        .collect(Collectors.joining(",", "{", "}")))
                        .addValue("unit", unit));
    }
}
