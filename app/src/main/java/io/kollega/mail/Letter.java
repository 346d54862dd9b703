package io.kollega.mail;

import io.kollega.organization.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One mail to one person, or a part of their digest.
 *
 * @param at when it happened
 * @param messageId its name, the same at every attempt
 * @param first name of the person's first mail about the request; null outside a thread
 * @param before name of the one before; null for the first
 * @param since when it was first to go
 */
record Letter(
        long id,
        PersonId person,
        Instant at,
        String topic,
        String sentence,
        About about,
        @Nullable PersonId by,
        boolean digest,
        String messageId,
        @Nullable String first,
        @Nullable String before,
        Instant since,
        int tries) {
    static final String COLUMNS =
            """
            id, person, at, topic, sentence, subject_kind, subject_id, title, address, by_person,
            digest, message_id, thread_first, thread_before, since, tries
            """;

    static Letter read(ResultSet row, int number) throws SQLException {
        Long by = row.getObject("by_person", Long.class);
        return new Letter(
                row.getLong("id"),
                new PersonId(row.getLong("person")),
                row.getTimestamp("at").toInstant(),
                row.getString("topic"),
                row.getString("sentence"),
                new About(
                        row.getString("subject_kind"),
                        row.getLong("subject_id"),
                        row.getString("title"),
                        row.getString("address")),
                by == null ? null : new PersonId(by),
                row.getBoolean("digest"),
                row.getString("message_id"),
                row.getString("thread_first"),
                row.getString("thread_before"),
                row.getTimestamp("since").toInstant(),
                row.getInt("tries"));
    }
}
