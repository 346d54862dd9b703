package io.kollega.access;

import io.kollega.audit.Audit;
import io.kollega.organization.PersonId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** API tokens of people: shown once, kept as hashes, revoked for good. */
@Component
final class Tokens {
    /** By this beginning a token is known as one of ours wherever it turns up. */
    private static final String PREFIX = "kollega_";

    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;
    private final TransactionTemplate transactions;

    Tokens(JdbcClient jdbc, Audit audit, Clock clock, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
        this.transactions = transactions;
    }

    /** A token as its owner sees it in the list. */
    record Token(
            long id,
            String name,
            Instant createdAt,
            @Nullable Instant lastUsedAt,
            @Nullable Instant revokedAt) {}

    /**
     * A new token, to be shown once to who asked for it.
     *
     * @throws IllegalArgumentException if the person has no open account
     */
    String issue(PersonId person, String name) {
        return issue(List.of(person), name, person.value()).getFirst();
    }

    /** New tokens, one a person in their order; {@code by} is who makes them. */
    List<String> issue(List<PersonId> people, String name, long by) {
        List<String> secrets = people.stream().map(_ -> PREFIX + Secret.create()).toList();
        transactions.executeWithoutResult(_ -> {
            List<Audit.Line> lines =
                    insert(people, secrets, name).stream()
                            .map(made ->
                                    new Audit.Line(
                                            "token:" + made.token(),
                                            Map.of("name", name, "owner", made.person())))
                            .toList();
            if (lines.size() < people.size()) {
                throw new IllegalArgumentException("Somebody has no open account");
            }
            audit.record(by, "token.issued", lines);
        });
        return secrets;
    }

    private record Made(long token, long person) {}

    private List<Made> insert(List<PersonId> people, List<String> secrets, String name) {
        return jdbc
                .sql(
                        """
                        insert into access.token (person, name, hash, created_at)
                        select a.person, :name, g.hash, :now
                        from unnest(:people::bigint[], :hashes::bytea[]) as g (person, hash)
                        join access.account a on a.person = g.person and a.closed_at is null
                        returning id, person
                        """)
                .param("name", name)
                .param("now", Timestamp.from(clock.instant()))
                .param("people", people.stream().map(PersonId::value).toArray(Long[]::new))
                .param("hashes", secrets.stream().map(Secret::hash).toArray(byte[][]::new))
                .query((row, _) -> new Made(row.getLong("id"), row.getLong("person")))
                .list()
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    List<Token> of(PersonId person) {
        return jdbc
                .sql(
                        """
                        select id, name, created_at, last_used_at, revoked_at from access.token
                        where person = ? order by revoked_at is not null, id desc
                        """)
                .param(person.value())
                .query((row, _) ->
                        new Token(
                                row.getLong("id"),
                                row.getString("name"),
                                row.getTimestamp("created_at").toInstant(),
                                instant(row.getTimestamp("last_used_at")),
                                instant(row.getTimestamp("revoked_at"))))
                .list()
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    /** Whether there was such a token of this person to revoke. */
    boolean revoke(PersonId person, long token) {
        return Boolean.TRUE.equals(
                transactions.execute(_ -> {
                    int revoked =
                            jdbc.sql(
                                            """
                                            update access.token set revoked_at = ?
                                            where id = ? and person = ? and revoked_at is null
                                            """)
                                    .params(Timestamp.from(clock.instant()), token, person.value())
                                    .update();
                    if (revoked == 1) {
                        audit.record(person.value(), "token.revoked", "token:" + token, Map.of());
                    }
                    return revoked == 1;
                }));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
