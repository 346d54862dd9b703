package io.kollega.notifications;

import io.kollega.organization.PersonId;
import io.kollega.requests.events.RequestId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The rows of notices. */
@Component
final class Notices {
    /** As many unread are counted; more are as good as many. */
    static final int MOST_COUNTED = 100;

    private static final Duration READ_KEPT = Duration.ofDays(180);

    private final JdbcClient jdbc;
    private final Clock clock;

    Notices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(
            Collection<PersonId> people,
            Kind kind,
            @Nullable RequestId request,
            String subject,
            @Nullable PersonId by,
            Instant at) {
        jdbc.sql(
                        """
                        insert into notifications.notice (person, at, kind, request, subject, by_person)
                        select person, :at, :kind, :request, :subject, :by
                        from unnest(:people::bigint[]) as g (person)
                        """)
                .param("people", people.stream().map(PersonId::value).toArray(Long[]::new))
                .param("at", Timestamp.from(at))
                .param("kind", kind.name())
                .param("request", request == null ? null : request.value())
                .param("subject", subject)
                .param("by", by == null ? null : by.value())
                .update();
    }

    int unread(PersonId person) {
        return jdbc.sql(
                        """
                        select count(*) from (
                            select from notifications.notice where person = ? and read_at is null limit ?) n
                        """)
                .params(person.value(), MOST_COUNTED)
                .query(Integer.class)
                .single();
    }

    /** Notices of the person older than one, the newest first. */
    List<Notice> of(PersonId person, @Nullable Long before, int limit) {
        return jdbc
                .sql(
                        """
                        select id, at, kind, request, subject, by_person, read_at from notifications.notice
                        where person = :person and (:before::bigint is null or id < :before)
                        order by id desc limit :limit
                        """)
                .param("person", person.value())
                .param("before", before)
                .param("limit", limit)
                .query(Notices::notice)
                .list()
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    /** Marks one as read, and says where what it is about stands. */
    Optional<String> read(PersonId person, long id) {
        return jdbc.sql(
                        """
                        update notifications.notice set read_at = coalesce(read_at, ?)
                        where id = ? and person = ? returning request
                        """)
                .params(Timestamp.from(clock.instant()), id, person.value())
                .query((row, _) -> {
                    Long request = row.getObject("request", Long.class);
                    return request == null ? "/profile/password" : "/requests/" + request;
                })
                .optional();
    }

    void readAll(PersonId person) {
        jdbc.sql(
                        """
                        update notifications.notice set read_at = ?
                        where person = ? and read_at is null
                        """)
                .params(Timestamp.from(clock.instant()), person.value())
                .update();
    }

    /** Forgets what was read long ago. */
    @Scheduled(initialDelay = 1, fixedDelay = 6, timeUnit = TimeUnit.HOURS)
    void sweep() {
        jdbc.sql("delete from notifications.notice where read_at < ?")
                .param(Timestamp.from(clock.instant().minus(READ_KEPT)))
                .update();
    }

    private static Notice notice(ResultSet row, int number) throws SQLException {
        return new Notice(
                row.getLong("id"),
                row.getTimestamp("at").toInstant(),
                Kind.valueOf(row.getString("kind")),
                row.getObject("request", Long.class),
                row.getString("subject"),
                row.getObject("by_person", Long.class),
                row.getTimestamp("read_at") != null);
    }
}
