package io.kollega.access;

import io.kollega.audit.Audit;
import io.kollega.organization.PersonId;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Signs people in by password, or by one click in a demonstration. */
@Component
final class SignIn {
    private final JdbcClient jdbc;
    private final Attempts attempts;
    private final Passwords passwords;
    private final Identities identities;
    private final Demo demo;
    private final Audit audit;

    SignIn(
            JdbcClient jdbc,
            Attempts attempts,
            Passwords passwords,
            Identities identities,
            Demo demo,
            Audit audit) {
        this.jdbc = jdbc;
        this.attempts = attempts;
        this.passwords = passwords;
        this.identities = identities;
        this.demo = demo;
        this.audit = audit;
    }

    /** How an attempt ended. */
    sealed interface Outcome {
        record Admitted(PersonId person) implements Outcome {}

        /** The login or the password is wrong, or the account is closed: which is not told. */
        record Wrong() implements Outcome {}

        record TooMany() implements Outcome {}
    }

    private record Account(PersonId person, @Nullable String password) {}

    Outcome attempt(String typedLogin, String password, String address) {
        String login = Accounts.normal(typedLogin);
        if (!attempts.allow(login, address)) {
            return new Outcome.TooMany();
        }
        Optional<Account> account = account(login);
        boolean matches =
                password.length() <= Passwords.LONGEST
                        && passwords.matches(password, account.map(Account::password).orElse(null));
        if (!matches || account.isEmpty() || identities.of(account.get().person()).isEmpty()) {
            account.ifPresent(it -> note(it.person(), "sign-in.refused"));
            return new Outcome.Wrong();
        }
        attempts.succeeded(login, address);
        note(account.get().person(), "signed-in");
        return new Outcome.Admitted(account.get().person());
    }

    /** Checks that it is really the signed-in person; who has no password has nothing to show. */
    Outcome prove(CurrentPerson person, String password, String address) {
        if (!attempts.allow(person.login(), address)) {
            return new Outcome.TooMany();
        }
        Optional<Account> account = account(person.login());
        if (account.isPresent()
                && account.get().password() != null
                && !passwords.matches(password, account.get().password())) {
            return new Outcome.Wrong();
        }
        attempts.succeeded(person.login(), address);
        return new Outcome.Admitted(person.id());
    }

    boolean hasPassword(String login) {
        return account(login).map(Account::password).isPresent();
    }

    /** Admits a member of the demonstration's cast. */
    Outcome visit(String login) {
        Optional<PersonId> member = demo.member(login);
        if (member.isEmpty()) {
            return new Outcome.Wrong();
        }
        note(member.get(), "signed-in");
        return new Outcome.Admitted(member.get());
    }

    private Optional<Account> account(String login) {
        return jdbc.sql(
                        """
                        select person, password from access.account where login = ? and closed_at is null
                        """)
                .param(login)
                .query((row, _) ->
                        new Account(new PersonId(row.getLong("person")), row.getString("password")))
                .optional();
    }

    private void note(PersonId person, String deed) {
        audit.record(person.value(), deed, "person:" + person.value(), Map.of());
    }
}
