package io.kollega.access;

import io.kollega.audit.Audit;
import io.kollega.organization.PersonId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Passwords are set by their owners: by a one-time link, or with the password they have. */
@Component
final class PasswordLinks {
    static final Duration VALID = Duration.ofHours(72);

    private final JdbcClient jdbc;
    private final Passwords passwords;
    private final Tokens tokens;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final TransactionTemplate transactions;

    PasswordLinks(
            JdbcClient jdbc,
            Passwords passwords,
            Tokens tokens,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock,
            TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.tokens = tokens;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
        this.transactions = transactions;
    }

    /** Whose link it is, and the login it is for. */
    record Owner(PersonId person, String login) {}

    /** A new link's secret, in place of any before; shown once, to be handed to the person. */
    String create(PersonId person, PersonId by) {
        String secret = Secret.create();
        transactions.executeWithoutResult(_ -> {
            jdbc.sql(
                            """
                            insert into access.password_link (person, hash, created_by, expires_at)
                            values (:person, :hash, :by, :until)
                            on conflict (person) do update
                                set hash = :hash, created_by = :by, expires_at = :until
                            """)
                    .param("person", person.value())
                    .param("hash", Secret.hash(secret))
                    .param("by", by.value())
                    .param("until", Timestamp.from(clock.instant().plus(VALID)))
                    .update();
            audit.record(by.value(), "password-link.created", "person:" + person.value(), Map.of());
            if (!by.equals(person)) {
                tell(person, by);
            }
        });
        return secret;
    }

    /**
     * A first password is set by whoever the link was given to; of any later one they must know.
     */
    private void tell(PersonId person, PersonId by) {
        Instant now = clock.instant();
        int told =
                jdbc.sql(
                                """
                                update access.account set link_made_by = ?, link_made_at = ?
                                where person = ? and password is not null
                                """)
                        .params(by.value(), Timestamp.from(now), person.value())
                        .update();
        if (told == 1) {
            events.publishEvent(
                    new AccountNews(person, AccountNews.Change.PASSWORD_LINK, by.value(), now));
        }
    }

    /** A link made by somebody else, of which the person has not read. */
    record Untold(PersonId by, Instant at) {}

    Optional<Untold> untold(PersonId person) {
        return jdbc.sql(
                        """
                        select link_made_by, link_made_at from access.account
                        where person = ? and link_made_at is not null
                        """)
                .param(person.value())
                .query((row, _) ->
                        new Untold(
                                new PersonId(row.getLong("link_made_by")),
                                row.getTimestamp("link_made_at").toInstant()))
                .optional();
    }

    /** The person has read of it. */
    void acknowledge(PersonId person) {
        jdbc.sql(
                        """
                        update access.account set link_made_by = null, link_made_at = null
                        where person = ?
                        """)
                .param(person.value())
                .update();
    }

    Optional<Owner> owner(String secret) {
        return jdbc.sql(
                        """
                        select l.person, a.login from access.password_link l
                        join access.account a on a.person = l.person and a.closed_at is null
                        where l.hash = ? and l.expires_at > ?
                        """)
                .params(Secret.hash(secret), Timestamp.from(clock.instant()))
                .query((row, _) -> new Owner(new PersonId(row.getLong(1)), row.getString(2)))
                .optional();
    }

    /** Whether it is the password the person has. */
    boolean isPresent(PersonId person, String password) {
        return jdbc.sql(
                        """
                        select password from access.account where person = ? and password is not null
                        """)
                .param(person.value())
                .query((row, _) -> row.getString(1))
                .optional()
                .flatMap(hash -> passwords.matches(password, hash))
                .orElse(false);
    }

    /** Uses the link up and sets the password; false when the link is not valid any more. */
    boolean use(String secret, PersonId person, String password) {
        String hash = passwords.hash(password);
        return Objects.requireNonNull(
                transactions.execute(_ -> {
                    int used =
                            jdbc.sql(
                                            """
                                            delete from access.password_link
                                            where hash = ? and person = ? and expires_at > ?
                                            """)
                                    .params(
                                            Secret.hash(secret),
                                            person.value(),
                                            Timestamp.from(clock.instant()))
                                    .update();
                    if (used == 1) {
                        write(person, hash);
                    }
                    return used == 1;
                }));
    }

    /** Sets the password of a person who has just proved who they are. */
    void set(PersonId person, String password) {
        String hash = passwords.hash(password);
        transactions.executeWithoutResult(_ -> write(person, hash));
    }

    private void write(PersonId person, String hash) {
        boolean first =
                jdbc.sql(
                                """
                                update access.account set password = ? where person = ?
                                returning old.password is null
                                """)
                        .params(hash, person.value())
                        .query(Boolean.class)
                        .optional()
                        .orElse(true);
        if (!first) {
            events.publishEvent(
                    new AccountNews(
                            person,
                            AccountNews.Change.PASSWORD_CHANGED,
                            person.value(),
                            clock.instant()));
        }
        tokens.endAll(List.of(person), person.value());
        audit.record(person.value(), "password.changed", "person:" + person.value(), Map.of());
    }
}
