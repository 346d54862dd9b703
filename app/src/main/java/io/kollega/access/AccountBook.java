package io.kollega.access;

import io.kollega.audit.Audit;
import io.kollega.organization.Person;
import io.kollega.organization.PersonId;
import io.kollega.organization.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Accounts one at a time, for administration. {@code by} is who makes the change. */
@Component
public final class AccountBook {
    private static final String ACCOUNTS =
            """
            select a.person, a.login, a.closed_at is null as open, a.password is not null as has_password,
                g.roles, g.units
            from access.account a
            left join lateral (
                select array_agg(r.role) as roles, array_agg(coalesce(r.unit, 0)) as units
                from access.role_grant r where r.person = a.person and r.until_day > :today) g on true
            """;

    private final JdbcClient jdbc;
    private final Grants grants;
    private final PasswordLinks links;
    private final Sessions sessions;
    private final Tokens tokens;
    private final Audit audit;
    private final Clock clock;
    private final TransactionTemplate transactions;

    AccountBook(
            JdbcClient jdbc,
            Grants grants,
            PasswordLinks links,
            Sessions sessions,
            Tokens tokens,
            Audit audit,
            Clock clock,
            TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.grants = grants;
        this.links = links;
        this.sessions = sessions;
        this.tokens = tokens;
        this.audit = audit;
        this.clock = clock;
        this.transactions = transactions;
    }

    public Optional<Account> of(PersonId person) {
        return jdbc.sql(ACCOUNTS + "where a.person = :person")
                .param("today", grants.today())
                .param("person", person.value())
                .query(AccountBook::account)
                .optional();
    }

    /**
     * Accounts by login, from after one on.
     *
     * @param beginning what the login begins with; empty for all
     * @param role only those who hold it; null for all
     * @param after the last login already seen; empty for the first page
     */
    public List<Account> list(String beginning, @Nullable Role role, String after, int limit) {
        return jdbc
                .sql(
                        ACCOUNTS
                                + """
                                where starts_with(a.login, :beginning) and a.login > :after
                                    and (:role::text is null or :role = any(g.roles))
                                order by a.login limit :limit
                                """)
                .param("today", grants.today())
                .param("beginning", Accounts.normal(beginning))
                .param("after", after)
                .param("role", role == null ? null : role.name())
                .param("limit", limit)
                .query(AccountBook::account)
                .list()
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    /** Opens an account with the first roles, or opens a closed one again. */
    public AccountChange open(PersonId person, String login, PersonId by) {
        String normal = Accounts.normal(login);
        if (LoginRule.problem(normal) != null) {
            return new AccountChange.Refused(AccountChange.Reason.LOGIN_MALFORMED);
        }
        if (of(person).filter(Account::open).isPresent()) {
            return new AccountChange.Refused(AccountChange.Reason.ALREADY_OPEN);
        }
        try {
            transactions.executeWithoutResult(_ -> {
                jdbc.sql(
                                """
                                insert into access.account (person, login, opened_at) values (?, ?, ?)
                                on conflict (person) do update
                                    set login = excluded.login, closed_at = null
                                """)
                        .params(person.value(), normal, Timestamp.from(clock.instant()))
                        .update();
                grants.set(person, grants.first(person), by);
                note(by, "account.opened", person, Map.of("login", normal));
            });
            return new AccountChange.Done();
        } catch (DuplicateKeyException _) {
            return new AccountChange.Refused(AccountChange.Reason.LOGIN_TAKEN);
        }
    }

    /** An account just opened, with the secret of the link by which the password is set. */
    public record Opened(PersonId person, String login, String secret) {}

    /**
     * Opens an account for each of these who has none, by their codes as logins. Left out is who
     * has had one, and whose code can't be a login or is somebody's login already.
     */
    public List<Opened> open(List<Person> people, PersonId by) {
        List<Opened> opened = new ArrayList<>();
        for (Person person : people) {
            if (of(person.id()).isEmpty()
                    && open(person.id(), person.code(), by) instanceof AccountChange.Done) {
                opened.add(
                        new Opened(
                                person.id(),
                                Accounts.normal(person.code()),
                                links.create(person.id(), by)));
            }
        }
        return opened;
    }

    /** Gives the person exactly these roles; nobody gives themselves one that they lack. */
    public AccountChange grant(PersonId person, Set<Grant> wanted, PersonId by) {
        Set<Grant> missing = person.equals(by) ? grants.missing(person, wanted) : Set.of();
        if (!missing.isEmpty()) {
            grants.refused(person, missing);
            return new AccountChange.Refused(AccountChange.Reason.OWN_ROLE);
        }
        return change(() -> {
            grants.set(person, wanted, by);
            note(by, "roles.granted", person, Map.of("roles", Grant.names(wanted)));
        });
    }

    /** Nobody signs in to it any more, and its sessions and tokens end. */
    public AccountChange close(PersonId person, PersonId by) {
        return change(() -> {
            jdbc.sql("update access.account set closed_at = ? where person = ?")
                    .params(Timestamp.from(clock.instant()), person.value())
                    .update();
            sessions.endAll(person);
            tokens.endAll(List.of(person), by.value());
            note(by, "account.closed", person, Map.of());
        });
    }

    /** Everywhere; the account stays open, and so do its tokens. */
    public void endSessions(PersonId person, PersonId by) {
        transactions.executeWithoutResult(_ -> {
            sessions.endAll(person);
            note(by, "account.signed-out", person, Map.of());
        });
    }

    /** The secret of a one-time link by which the person sets a password. */
    public String passwordLink(PersonId person, PersonId by) {
        return links.create(person, by);
    }

    private AccountChange change(Runnable change) {
        return Objects.requireNonNull(
                transactions.execute(status -> {
                    boolean lasting = grants.anyAdministrator(null);
                    change.run();
                    if (!lasting || grants.anyAdministrator(null)) {
                        return new AccountChange.Done();
                    }
                    status.setRollbackOnly();
                    return new AccountChange.Refused(AccountChange.Reason.LAST_ADMINISTRATOR);
                }));
    }

    private void note(PersonId by, String deed, PersonId person, Map<String, ?> details) {
        audit.record(by.value(), deed, "person:" + person.value(), details);
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        List<Grant> grants = new ArrayList<>();
        if (row.getArray("roles") != null) {
            String[] roles = (String[]) row.getArray("roles").getArray();
            Long[] units = (Long[]) row.getArray("units").getArray();
            for (int i = 0; i < roles.length; i++) {
                Role role = Role.valueOf(roles[i]);
                grants.add(new Grant(role, role.ofUnit() ? new UnitId(units[i]) : null));
            }
        }
        grants.sort(Comparator.comparing(Grant::role));
        return new Account(
                new PersonId(row.getLong("person")),
                row.getString("login"),
                row.getBoolean("open"),
                row.getBoolean("has_password"),
                grants);
    }
}
