package io.kollega.access;

import io.kollega.access.TokenDelivery.Fault;
import io.kollega.access.TokenDelivery.Handed;
import io.kollega.access.TokenDelivery.Reason;
import io.kollega.audit.Audit;
import io.kollega.organization.PersonId;
import io.kollega.shell.CleanText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes tokens for many people with a few statements, whatever their number. */
@Component
public final class TokenOrders {
    private final JdbcClient jdbc;
    private final Grants grants;
    private final Accounts accounts;
    private final Tokens tokens;
    private final Audit audit;
    private final TransactionTemplate transactions;

    TokenOrders(
            JdbcClient jdbc,
            Grants grants,
            Accounts accounts,
            Tokens tokens,
            Audit audit,
            TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.grants = grants;
        this.accounts = accounts;
        this.tokens = tokens;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** Somebody as named, and what is known of them. */
    private record Named(
            String name,
            @Nullable PersonId person,
            boolean head,
            @Nullable String login,
            boolean closed,
            boolean loginFree) {

        @Nullable Reason fault(boolean openAccounts) {
            if (person == null) {
                return Reason.UNKNOWN;
            }
            if (closed) {
                return Reason.CLOSED;
            }
            if (login != null) {
                return null;
            }
            if (!openAccounts) {
                return Reason.NO_ACCOUNT;
            }
            return loginFree ? null : Reason.NO_LOGIN;
        }
    }

    /** Delivers the whole order, or refuses it and changes nothing. */
    public TokenDelivery deliver(TokenOrder order) {
        Optional<TokenTerms.Fault> fault = order.terms().fault(grants.today());
        if (fault.isPresent()) {
            return new TokenDelivery.Unfit(fault.get());
        }
        return Objects.requireNonNull(
                transactions.execute(_ -> {
                    List<Named> named = named(order.people());
                    List<Fault> faults = new ArrayList<>();
                    for (Named one : named) {
                        Reason reason = one.fault(order.openAccounts());
                        if (reason != null) {
                            faults.add(new Fault(one.name(), reason));
                        }
                    }
                    if (!faults.isEmpty()) {
                        return new TokenDelivery.Refused(faults);
                    }
                    open(named);
                    List<PersonId> owners =
                            named.stream().map(it -> Objects.requireNonNull(it.person())).toList();
                    List<String> secrets = tokens.issue(owners, order.terms(), 0);
                    List<Handed> handed = new ArrayList<>();
                    for (int i = 0; i < secrets.size(); i++) {
                        handed.add(new Handed(named.get(i).name(), secrets.get(i)));
                    }
                    return new TokenDelivery.Delivered(handed);
                }));
    }

    private void open(List<Named> named) {
        Map<Long, NewAccount> missing = new TreeMap<>();
        for (Named one : named) {
            if (one.login() == null && one.person() != null) {
                missing.put(
                        one.person().value(),
                        new NewAccount(one.person(), one.name(), null, Grants.first(one.head())));
            }
        }
        accounts.bring(List.copyOf(missing.values()));
        audit.record(
                0,
                "account.opened",
                missing.values().stream()
                        .map(it ->
                                new Audit.Line(
                                        "person:" + it.person().value(),
                                        Map.of("login", Accounts.normal(it.login()))))
                        .toList());
    }

    /** An open account's login goes before a code that reads the same. */
    private List<Named> named(List<String> names) {
        return jdbc
                .sql(
                        """
                        select g.name, c.person, c.head, a.login, a.closed_at is not null as closed,
                            not exists (select from access.account t where t.login = g.login) as free
                        from unnest(:names::text[], :logins::text[])
                            with ordinality as g (name, login, nr)
                        left join access.account l on l.login = g.login and l.closed_at is null
                        left join organization.colleague p on l.person is null and p.code = g.name
                            and p.from_day <= :today and p.until_day > :today
                        left join organization.colleague c on c.person = coalesce(l.person, p.person)
                            and c.from_day <= :today and c.until_day > :today
                        left join access.account a on a.person = c.person
                        order by g.nr
                        """)
                .param("names", names.stream().map(CleanText::key).toArray(String[]::new))
                .param("logins", names.stream().map(Accounts::normal).toArray(String[]::new))
                .param("today", grants.today())
                .query((row, _) -> {
                    long person = row.getLong("person");
                    String name = row.getString("name");
                    return new Named(
                            name,
                            person == 0 ? null : new PersonId(person),
                            row.getBoolean("head"),
                            row.getString("login"),
                            row.getBoolean("closed"),
                            row.getBoolean("free")
                                    && LoginRule.problem(Accounts.normal(name)) == null);
                })
                .list()
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }
}
