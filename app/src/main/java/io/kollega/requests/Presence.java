package io.kollega.requests;

import io.kollega.organization.PersonId;
import io.kollega.requests.events.RequestId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Who has a request open right now, so that two people do not work against each other. */
@Component
final class Presence {
    /** How long after the last heartbeat somebody still counts as there. */
    static final Duration LASTS = Duration.ofSeconds(45);

    private final JdbcClient jdbc;
    private final Clock clock;

    Presence(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void beat(RequestId request, PersonId person) {
        jdbc.sql(
                        """
                        insert into requests.presence (request, person, seen_at)
                        values (:request, :person, :now)
                        on conflict (request, person) do update set seen_at = excluded.seen_at
                        """)
                .param("request", request.value())
                .param("person", person.value())
                .param("now", Rows.at(clock.instant()))
                .update();
    }

    List<PersonId> others(RequestId request, PersonId person) {
        return jdbc
                .sql(
                        """
                        select person from requests.presence
                        where request = :request and person <> :person and seen_at > :since
                        order by person
                        """)
                .param("request", request.value())
                .param("person", person.value())
                .param("since", Rows.at(alive()))
                .query((row, _) -> new PersonId(row.getLong(1)))
                .list()
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    /** Of who has gone. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
    void forget() {
        jdbc.sql("delete from requests.presence where seen_at < ?")
                .param(Rows.at(alive()))
                .update();
    }

    private Instant alive() {
        return clock.instant().minus(LASTS);
    }
}
