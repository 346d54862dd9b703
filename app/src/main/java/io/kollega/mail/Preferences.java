package io.kollega.mail;

import io.kollega.organization.PersonId;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What each wants to hear by mail, and when. What nobody has said goes at once. */
@Component
final class Preferences {
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    Preferences(JdbcClient jdbc, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** What those among these want who have said so. News of accounts waits for nobody's hours. */
    Map<PersonId, Preference> of(Collection<PersonId> people, String topic) {
        Map<PersonId, Preference> preferred = new HashMap<>();
        if (topic.equals(Topic.ACCOUNT.slug())) {
            return preferred;
        }
        jdbc.sql(
                        """
                        select person, p.pace, q.from_hour, q.until_hour
                        from (select * from mail.preference
                              where topic = :topic and person = any(:people)) p
                        full join (select * from mail.quiet where person = any(:people)) q
                            using (person)
                        """)
                .param("topic", topic)
                .param("people", people.stream().map(PersonId::value).toArray(Long[]::new))
                .query(row -> {
                    Integer from = row.getObject("from_hour", Integer.class);
                    String pace = row.getString("pace");
                    preferred.put(
                            new PersonId(row.getLong("person")),
                            new Preference(
                                    pace == null
                                            ? Pace.AT_ONCE
                                            : Pace.named(pace).orElse(Pace.AT_ONCE),
                                    from == null
                                            ? null
                                            : new Quiet(from, row.getInt("until_hour"))));
                });
        return preferred;
    }

    Map<Topic, Pace> paces(PersonId person) {
        Map<Topic, Pace> paces = new EnumMap<>(Topic.class);
        jdbc.sql("select topic, pace from mail.preference where person = ?")
                .param(person.value())
                .query(row -> {
                    Topic.named(row.getString("topic"))
                            .ifPresent(topic ->
                                    Pace.named(value(row, "pace"))
                                            .ifPresent(pace -> paces.put(topic, pace)));
                });
        return paces;
    }

    private static String value(java.sql.ResultSet row, String column) {
        try {
            return row.getString(column);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    Optional<Quiet> quiet(PersonId person) {
        return jdbc.sql("select from_hour, until_hour from mail.quiet where person = ?")
                .param(person.value())
                .query((row, _) -> new Quiet(row.getInt(1), row.getInt(2)))
                .optional();
    }

    /** Keeps what somebody wants from now on; what waits already goes as it was to go. */
    void keep(PersonId person, Map<Topic, Pace> paces, @Nullable Quiet quiet) {
        transactions.executeWithoutResult(_ -> {
            jdbc.sql("delete from mail.preference where person = ?").param(person.value()).update();
            jdbc.sql("delete from mail.quiet where person = ?").param(person.value()).update();
            jdbc.sql(
                            """
                            insert into mail.preference (person, topic, pace)
                            select :person, topic, pace
                            from unnest(:topics::text[], :paces::text[]) as g (topic, pace)
                            """)
                    .param("person", person.value())
                    .param(
                            "topics",
                            paces.keySet().stream().map(Topic::slug).toArray(String[]::new))
                    .param("paces", paces.values().stream().map(Pace::slug).toArray(String[]::new))
                    .update();
            if (quiet != null) {
                jdbc.sql("insert into mail.quiet (person, from_hour, until_hour) values (?, ?, ?)")
                        .params(person.value(), quiet.from(), quiet.until())
                        .update();
            }
        });
    }
}
