package io.kollega.notifications;

import io.kollega.organization.PersonId;
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
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * What people must hear of. A module tells it here: whom, in which sentence, and about what; they
 * find it in their list, and the subject behind it. Not for what somebody did themselves.
 */
@Component
public final class Notices {
    /** As many unread are counted; more are as good as many. */
    static final int MOST_COUNTED = 100;

    private static final Duration READ_KEPT = Duration.ofDays(180);

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Notices(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Tells each of these people; joins the caller's transaction, if there is one.
     *
     * @param sentence message key of what tells it, with who did it as its argument
     * @param by who did it; null when time did
     */
    public void tell(
            Collection<PersonId> people,
            String sentence,
            Subject about,
            @Nullable PersonId by,
            Instant at) {
        if (people.isEmpty()) {
            return;
        }
        events.publishEvent(new NoticeGiven(List.copyOf(people), sentence, about, by, at));
        jdbc.sql(
                        """
                        insert into notifications.notice
                            (person, at, sentence, subject_kind, subject_id, title, address, by_person)
                        select person, :at, :sentence, :kind, :id, :title, :address, :by
                        from unnest(:people::bigint[]) as g (person)
                        """)
                .param("people", people.stream().map(PersonId::value).toArray(Long[]::new))
                .param("at", Timestamp.from(at))
                .param("sentence", sentence)
                .param("kind", about.kind())
                .param("id", about.id())
                .param("title", about.title())
                .param("address", about.address())
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
                        select id, at, sentence, subject_kind, subject_id, title, address, by_person, read_at
                        from notifications.notice
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
                        where id = ? and person = ? returning address
                        """)
                .params(Timestamp.from(clock.instant()), id, person.value())
                .query(String.class)
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
                row.getString("sentence"),
                new Subject(
                        row.getString("subject_kind"),
                        row.getLong("subject_id"),
                        row.getString("title"),
                        row.getString("address")),
                row.getObject("by_person", Long.class),
                row.getTimestamp("read_at") != null);
    }
}
