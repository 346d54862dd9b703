package io.kollega.access;

import io.kollega.audit.Audit;
import io.kollega.organization.Organization;
import io.kollega.organization.PersonId;
import io.kollega.organization.UnitId;
import io.kollega.shell.CleanText;
import io.kollega.shell.Visitor;
import java.sql.Timestamp;
import java.text.Normalizer;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Accounts, roles and API tokens, for administration, imports and the demo company. */
@Component
public final class Accounts {
    private final JdbcClient jdbc;
    private final Organization organization;
    private final Grants grants;
    private final Tokens tokens;
    private final Passwords passwords;
    private final Demo demo;
    private final Audit audit;
    private final Clock clock;
    private final TransactionTemplate transactions;

    Accounts(
            JdbcClient jdbc,
            Organization organization,
            Grants grants,
            Tokens tokens,
            Passwords passwords,
            Demo demo,
            Audit audit,
            Clock clock,
            TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.organization = organization;
        this.grants = grants;
        this.tokens = tokens;
        this.passwords = passwords;
        this.demo = demo;
        this.audit = audit;
        this.clock = clock;
        this.transactions = transactions;
    }

    /**
     * Opens accounts, or gives those that exist this login and exactly these roles. Set-based.
     * Without a password an existing one stays; a new one ends the tokens.
     *
     * @throws org.springframework.dao.DuplicateKeyException if a login belongs to someone else
     */
    public void open(List<NewAccount> accounts) {
        if (accounts.isEmpty()) {
            return;
        }
        transactions.executeWithoutResult(_ -> {
            bring(accounts);
            audit.record(0, "accounts.opened", "accounts", Map.of("count", accounts.size()));
        });
    }

    /** As {@link #open}, within a transaction of the caller, who tells the audit trail. */
    void bring(List<NewAccount> accounts) {
        write(accounts);
        List<PersonId> secured =
                accounts.stream()
                        .filter(it -> it.password() != null)
                        .map(NewAccount::person)
                        .toList();
        tokens.endAll(secured, 0);
        grants.replace(accounts);
    }

    private void write(List<NewAccount> accounts) {
        jdbc.sql(
                        """
                        insert into access.account (person, login, password, opened_at)
                        select person, login, password, :now
                        from unnest(:people::bigint[], :logins::text[], :passwords::text[])
                            as g (person, login, password)
                        on conflict (person) do update set login = excluded.login, closed_at = null,
                            password = coalesce(excluded.password, account.password)
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param(
                        "people",
                        accounts.stream().map(it -> it.person().value()).toArray(Long[]::new))
                .param("logins", texts(accounts, it -> normal(it.login())))
                .param(
                        "passwords",
                        texts(
                                accounts,
                                it -> it.password() == null ? null : passwords.hash(it.password())))
                .update();
    }

    /** The person who signs in by this name, as long as the account is open. */
    public Optional<PersonId> holder(String login) {
        return jdbc.sql("select person from access.account where login = ? and closed_at is null")
                .param(normal(login))
                .query((row, _) -> new PersonId(row.getLong(1)))
                .optional();
    }

    /** Units whose queue somebody works today; what is asked of others nobody sees. */
    public Set<UnitId> staffedUnits() {
        return grants.staffed();
    }

    /** Those who work the queue of a unit today. */
    public Set<PersonId> workers(UnitId unit) {
        return grants.workers(unit);
    }

    /** How those among these who have an open account read. */
    public Map<PersonId, Reader> readers(Collection<PersonId> people) {
        Map<PersonId, Reader> readers = new HashMap<>();
        jdbc.sql(
                        """
                        select person, language, zone from access.account
                        where person = any(:people) and closed_at is null
                        """)
                .param("people", people.stream().map(PersonId::value).toArray(Long[]::new))
                .query(row -> {
                    readers.put(
                            new PersonId(row.getLong("person")),
                            new Reader(
                                    "en".equals(row.getString("language"))
                                            ? Visitor.ENGLISH
                                            : Visitor.RUSSIAN,
                                    ZoneId.of(
                                            Objects.requireNonNullElse(
                                                    row.getString("zone"),
                                                    organization.zone().getId()))));
                });
        return readers;
    }

    /**
     * A new API token of the person; it can be shown only once, because only its hash is kept.
     *
     * @throws IllegalArgumentException if the person has no open account
     */
    public String issueToken(PersonId person, TokenTerms terms) {
        return tokens.issue(person, terms);
    }

    /**
     * Marks the company as a demonstration: these people's accounts are offered at one click to
     * whoever opens the sign-in page, and every page says that all data are simulated.
     */
    public void offerToVisitors(List<PersonId> cast) {
        demo.offer(cast);
    }

    /** The one form of a login: however its letters are typed, it is the same. */
    static String normal(String login) {
        String same = Normalizer.normalize(CleanText.key(login), Normalizer.Form.NFKC);
        return Normalizer.normalize(same.toLowerCase(Locale.ROOT), Normalizer.Form.NFKC).strip();
    }

    private static @Nullable String[] texts(
            List<NewAccount> accounts, Function<NewAccount, @Nullable String> column) {
        return accounts.stream().map(column).toArray(String[]::new);
    }
}
