package io.kollega.access;

import io.kollega.organization.PersonId;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of passkeys. Whether an answer is genuine is {@link PasskeyAnswers}' matter. */
@Component
final class Passkeys {
    static final int MOST = 20;
    private static final int HANDLE_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final Clock clock;

    Passkeys(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A passkey as its owner sees it in the list. */
    record Passkey(long id, String name, Instant createdAt, @Nullable Instant lastUsedAt) {}

    /** What must be known of one to check an answer of it. */
    record Kept(long id, PersonId person, byte[] attested, long count, boolean backupEligible) {}

    List<Passkey> of(PersonId person) {
        return jdbc
                .sql(
                        """
                        select id, name, created_at, last_used_at from access.passkey
                        where person = ? order by id
                        """)
                .param(person.value())
                .query((row, _) -> {
                    Timestamp used = row.getTimestamp("last_used_at");
                    return new Passkey(
                            row.getLong("id"),
                            row.getString("name"),
                            row.getTimestamp("created_at").toInstant(),
                            used == null ? null : used.toInstant());
                })
                .list()
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    int count(PersonId person) {
        return jdbc.sql("select count(*) from access.passkey where person = ?")
                .param(person.value())
                .query(Integer.class)
                .single();
    }

    List<byte[]> credentials(PersonId person) {
        return jdbc
                .sql("select credential from access.passkey where person = ?")
                .param(person.value())
                .query((row, _) -> row.getBytes(1))
                .list()
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    /** By which authenticators know the person; made when it is first needed. */
    byte[] handle(PersonId person) {
        byte[] handle = new byte[HANDLE_BYTES];
        RANDOM.nextBytes(handle);
        return jdbc.sql(
                        """
                        update access.account set passkey_handle = coalesce(passkey_handle, ?)
                        where person = ? returning passkey_handle
                        """)
                .params(handle, person.value())
                .query((row, _) -> row.getBytes(1))
                .single();
    }

    /** Whether it was new; a person has {@link #MOST} at most. */
    boolean add(
            PersonId person,
            String name,
            byte[] credential,
            byte[] attested,
            long count,
            boolean backupEligible) {
        try {
            return jdbc.sql(
                                    """
                                    insert into access.passkey (person, name, credential, attested,
                                        sign_count, backup_eligible, created_at)
                                    select :person, :name, :credential, :attested, :count, :eligible, :now
                                    where (select count(*) from access.passkey where person = :person) < :most
                                    """)
                            .param("person", person.value())
                            .param("name", name)
                            .param("credential", credential)
                            .param("attested", attested)
                            .param("count", count)
                            .param("eligible", backupEligible)
                            .param("now", Timestamp.from(clock.instant()))
                            .param("most", MOST)
                            .update()
                    == 1;
        } catch (DuplicateKeyException _) {
            return false;
        }
    }

    Optional<Kept> kept(byte[] credential) {
        return jdbc.sql(
                        """
                        select k.id, k.person, k.attested, k.sign_count, k.backup_eligible
                        from access.passkey k
                        join access.account a on a.person = k.person and a.closed_at is null
                        where k.credential = ?
                        """)
                .param(credential)
                .query((row, _) ->
                        new Kept(
                                row.getLong("id"),
                                new PersonId(row.getLong("person")),
                                row.getBytes("attested"),
                                row.getLong("sign_count"),
                                row.getBoolean("backup_eligible")))
                .optional();
    }

    void used(long id, long count) {
        jdbc.sql("update access.passkey set sign_count = ?, last_used_at = ? where id = ?")
                .params(count, Timestamp.from(clock.instant()), id)
                .update();
    }

    boolean remove(PersonId person, long id) {
        return jdbc.sql("delete from access.passkey where person = ? and id = ?")
                        .params(person.value(), id)
                        .update()
                == 1;
    }

    void removeAll(PersonId person) {
        jdbc.sql("delete from access.passkey where person = ?").param(person.value()).update();
    }
}
