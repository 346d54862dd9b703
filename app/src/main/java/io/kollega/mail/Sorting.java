package io.kollega.mail;

import io.kollega.access.Accounts;
import io.kollega.access.Reader;
import io.kollega.organization.Organization;
import io.kollega.organization.PersonId;
import io.kollega.organization.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes of what was done a letter for each who must hear of it: exactly once, because the row of
 * the deed goes in the transaction in which the letters come. Any number of nodes may sort.
 */
@Component
final class Sorting {
    /** As many deeds are sorted in one transaction. */
    static final int AT_ONCE = 100;

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Organization organization;
    private final Preferences preferences;
    private final MailSettings settings;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Sorting(
            JdbcClient jdbc,
            Accounts accounts,
            Organization organization,
            Preferences preferences,
            MailSettings settings,
            TransactionTemplate transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.organization = organization;
        this.preferences = preferences;
        this.settings = settings;
        this.transactions = transactions;
        this.clock = clock;
    }

    private record News(
            long id,
            Instant at,
            String topic,
            String sentence,
            About about,
            @Nullable Long by,
            List<PersonId> people,
            @Nullable Long unit) {}

    /** Sorts some of what waits; how many deeds that were. */
    int sort() {
        return Objects.requireNonNull(
                transactions.execute(_ -> {
                    List<News> taken = take();
                    taken.forEach(this::sort);
                    return taken.size();
                }));
    }

    private List<News> take() {
        return jdbc
                .sql(
                        """
                        delete from mail.news where id in (
                            select id from mail.news order by id limit ? for update skip locked)
                        returning *
                        """)
                .param(AT_ONCE)
                .query(Sorting::news)
                .list()
                .stream()
                .map(Objects::requireNonNull)
                .sorted(Comparator.comparingLong(News::id))
                .toList();
    }

    private void sort(News news) {
        Set<PersonId> people = new LinkedHashSet<>(news.people());
        if (news.unit() != null) {
            people.addAll(accounts.workers(new UnitId(news.unit())));
            people.removeIf(it -> Objects.equals(it.value(), news.by()));
        }
        people.retainAll(organization.emails(people).keySet());
        Map<PersonId, Reader> readers = accounts.readers(people);
        Map<PersonId, Preference> preferred = preferences.of(readers.keySet(), news.topic());
        Instant now = clock.instant();
        List<Long> whom = new ArrayList<>();
        List<Timestamp> due = new ArrayList<>();
        List<Boolean> digest = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (PersonId person : people) {
            Reader reader = readers.get(person);
            Preference preference = preferred.getOrDefault(person, Preference.USUAL);
            if (reader != null && preference.pace() != Pace.NEVER) {
                whom.add(person.value());
                due.add(Timestamp.from(preference.due(now, reader.zone())));
                digest.add(preference.pace().digest());
                names.add("<kollega." + UUID.randomUUID() + "@" + settings.domain() + ">");
            }
        }
        if (!whom.isEmpty()) {
            write(news, whom, due, digest, names, now);
        }
    }

    private void write(
            News news,
            List<Long> people,
            List<Timestamp> due,
            List<Boolean> digest,
            List<String> names,
            Instant now) {
        jdbc.sql(
                        """
                        with told as (
                            select * from unnest(:people::bigint[], :due::timestamptz[],
                                :digest::boolean[], :names::text[]) as g (person, due, digest, name)),
                        thread as (
                            insert into mail.thread (person, request, first, last, at)
                            select person, :id, name, name, :now from told
                            where :kind = 'request' and not digest
                            on conflict (person, request)
                                do update set last = excluded.last, at = excluded.at
                            returning person, first, old.last as before)
                        insert into mail.letter (person, at, topic, sentence, subject_kind, subject_id,
                            title, address, by_person, digest, message_id, thread_first, thread_before,
                            since, due)
                        select person, :at, :topic, :sentence, :kind, :id, :title, :address, :by, digest,
                            name, thread.first, thread.before, due, due
                        from told left join thread using (person)
                        """)
                .param("people", people.toArray(Long[]::new))
                .param("due", due.toArray(Timestamp[]::new))
                .param("digest", digest.toArray(Boolean[]::new))
                .param("names", names.toArray(String[]::new))
                .param("now", Timestamp.from(now))
                .param("at", Timestamp.from(news.at()))
                .param("topic", news.topic())
                .param("sentence", news.sentence())
                .param("kind", news.about().kind())
                .param("id", news.about().id())
                .param("title", news.about().title())
                .param("address", news.about().address())
                .param("by", news.by())
                .update();
    }

    private static News news(ResultSet row, int number) throws SQLException {
        List<PersonId> people = new ArrayList<>();
        for (Long person : (Long[]) row.getArray("people").getArray()) {
            people.add(new PersonId(person));
        }
        return new News(
                row.getLong("id"),
                row.getTimestamp("at").toInstant(),
                row.getString("topic"),
                row.getString("sentence"),
                new About(
                        row.getString("subject_kind"),
                        row.getLong("subject_id"),
                        row.getString("title"),
                        row.getString("address")),
                row.getObject("by_person", Long.class),
                people,
                row.getObject("unit", Long.class));
    }
}
