package io.kollega.access;

import io.kollega.audit.Audit;
import io.kollega.organization.Organization;
import io.kollega.organization.PersonId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** API tokens of people: shown once, kept as hashes, and once they have ended, ended for good. */
@Component
final class Tokens {
    /** By this beginning a token is known as one of ours wherever it turns up. */
    private static final String PREFIX = "kollega_";

    private static final Duration ENDED_KEPT = Duration.ofDays(180);

    private final JdbcClient jdbc;
    private final Organization organization;
    private final Audit audit;
    private final Clock clock;
    private final TransactionTemplate transactions;

    Tokens(
            JdbcClient jdbc,
            Organization organization,
            Audit audit,
            Clock clock,
            TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.organization = organization;
        this.audit = audit;
        this.clock = clock;
        this.transactions = transactions;
    }

    /** A token as its owner sees it in the list. */
    record Token(
            long id,
            String name,
            TokenScope scope,
            Instant createdAt,
            @Nullable Instant lastUsedAt,
            Instant expiresAt,
            @Nullable Instant revokedAt,
            boolean valid) {}

    /**
     * A new token, to be shown once to who asked for it.
     *
     * @throws IllegalArgumentException if the person has no open account
     */
    String issue(PersonId person, TokenTerms terms) {
        return issue(List.of(person), terms, person.value()).getFirst();
    }

    /** New tokens, one a person in their order; {@code by} is who makes them. */
    List<String> issue(List<PersonId> people, TokenTerms terms, long by) {
        List<String> secrets = people.stream().map(_ -> PREFIX + Secret.create()).toList();
        transactions.executeWithoutResult(_ -> {
            List<Audit.Line> lines =
                    insert(people, secrets, terms).stream()
                            .map(made ->
                                    new Audit.Line(
                                            "token:" + made.token(),
                                            Map.of(
                                                    "name",
                                                    terms.name(),
                                                    "scope",
                                                    terms.scope().slug(),
                                                    "owner",
                                                    made.person())))
                            .toList();
            if (lines.size() < people.size()) {
                throw new IllegalArgumentException("Somebody has no open account");
            }
            audit.record(by, "token.issued", lines);
        });
        return secrets;
    }

    private record Made(long token, long person) {}

    private List<Made> insert(List<PersonId> people, List<String> secrets, TokenTerms terms) {
        return jdbc
                .sql(
                        """
                        insert into access.token (person, name, hash, scope, created_at, expires_at)
                        select a.person, :name, g.hash, :scope, :now, :end
                        from unnest(:people::bigint[], :hashes::bytea[]) as g (person, hash)
                        join access.account a on a.person = g.person and a.closed_at is null
                        returning id, person
                        """)
                .param("name", terms.name())
                .param("scope", terms.scope().name())
                .param("end", Timestamp.from(end(terms)))
                .param("now", Timestamp.from(clock.instant()))
                .param("people", people.stream().map(PersonId::value).toArray(Long[]::new))
                .param("hashes", secrets.stream().map(Secret::hash).toArray(byte[][]::new))
                .query((row, _) -> new Made(row.getLong("id"), row.getLong("person")))
                .list()
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    /** The first moment that isn't of its last day any more. */
    private Instant end(TokenTerms terms) {
        return terms.last(organization.today())
                .plusDays(1)
                .atStartOfDay(organization.zone())
                .toInstant();
    }

    List<Token> of(PersonId person) {
        return jdbc
                .sql(
                        """
                        select id, name, scope, created_at, last_used_at, expires_at, revoked_at,
                            revoked_at is null and expires_at > :now as valid
                        from access.token
                        where person = :person order by valid desc, id desc
                        """)
                .param("person", person.value())
                .param("now", Timestamp.from(clock.instant()))
                .query((row, _) ->
                        new Token(
                                row.getLong("id"),
                                row.getString("name"),
                                TokenScope.valueOf(row.getString("scope")),
                                row.getTimestamp("created_at").toInstant(),
                                instant(row.getTimestamp("last_used_at")),
                                row.getTimestamp("expires_at").toInstant(),
                                instant(row.getTimestamp("revoked_at")),
                                row.getBoolean("valid")))
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

    /** Ends all of these people's tokens for good, whoever may hold them. */
    void endAll(Collection<PersonId> people, long by) {
        transactions.executeWithoutResult(_ -> {
            List<Audit.Line> lines =
                    jdbc
                            .sql(
                                    """
                                    update access.token set revoked_at = :now
                                    where person = any (:people) and revoked_at is null
                                        and expires_at > :now
                                    returning id, person
                                    """)
                            .param("now", Timestamp.from(clock.instant()))
                            .param(
                                    "people",
                                    people.stream().map(PersonId::value).toArray(Long[]::new))
                            .query((row, _) ->
                                    new Audit.Line(
                                            "token:" + row.getLong("id"),
                                            Map.of("owner", row.getLong("person"))))
                            .list()
                            .stream()
                            .map(Objects::requireNonNull)
                            .toList();
            audit.record(by, "token.revoked", lines);
        });
    }

    /** Forgets what ended long ago. */
    @Scheduled(initialDelay = 1, fixedDelay = 6, timeUnit = TimeUnit.HOURS)
    void sweep() {
        jdbc.sql("delete from access.token where least(revoked_at, expires_at) < ?")
                .param(Timestamp.from(clock.instant().minus(ENDED_KEPT)))
                .update();
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
