package io.kollega.access;

import io.kollega.access.Attempts.Turn;
import io.kollega.access.FamiliarPlaces.Known;
import io.kollega.organization.PersonId;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Signs people in by password, or by one click in a demonstration. */
@Component
final class SignIn {
    private static final Duration SOON = Duration.ofSeconds(3);

    private final JdbcClient jdbc;
    private final Attempts attempts;
    private final FamiliarPlaces places;
    private final Tallies tallies;
    private final Passwords passwords;
    private final Identities identities;
    private final Demo demo;

    SignIn(
            JdbcClient jdbc,
            Attempts attempts,
            FamiliarPlaces places,
            Tallies tallies,
            Passwords passwords,
            Identities identities,
            Demo demo) {
        this.jdbc = jdbc;
        this.attempts = attempts;
        this.places = places;
        this.tallies = tallies;
        this.passwords = passwords;
        this.identities = identities;
        this.demo = demo;
    }

    /** How an attempt ended. */
    sealed interface Outcome {
        record Admitted(PersonId person) implements Outcome {}

        /** The login or the password is wrong, or the account is closed: which is not told. */
        record Wrong() implements Outcome {}

        /** Nothing was looked at: it may be tried again after a while. */
        record Later(Duration delay, Why why) implements Outcome {}
    }

    /** Why somebody has to come again later. */
    enum Why {
        ATTEMPTS,
        BUSY
    }

    private record Account(PersonId person, @Nullable String password) {}

    Outcome attempt(String typedLogin, String password, Origin from) {
        String login = Accounts.normal(typedLogin);
        Account account = account(login).orElse(null);
        Known known = account == null ? Known.NOT : places.of(account.person(), from);
        return switch (attempts.begin(login, from, known)) {
            case Turn.Slowed(Duration delay) -> {
                tallies.note(
                        0,
                        "sign-in.slowed",
                        account == null
                                ? "address:" + from.network()
                                : "person:" + account.person().value());
                yield new Outcome.Later(delay, Why.ATTEMPTS);
            }
            case Turn.Granted turn -> decide(account, password, turn);
        };
    }

    private Outcome decide(@Nullable Account account, String password, Turn.Granted turn) {
        Outcome outcome = check(account, password, turn);
        switch (outcome) {
            case Outcome.Wrong() -> {
                if (account != null) {
                    long person = account.person().value();
                    tallies.note(person, "sign-in.refused", "person:" + person);
                }
            }
            // That they are in is noted once they are: a second factor may be asked for.
            case Outcome.Admitted _, Outcome.Later _ -> {}
        }
        return outcome;
    }

    private Outcome check(@Nullable Account account, String password, Turn.Granted turn) {
        if (PasswordRule.tooLong(password)) {
            return new Outcome.Wrong();
        }
        Optional<Boolean> matches =
                passwords.matches(password, account == null ? null : account.password());
        if (matches.isEmpty()) {
            attempts.takeBack(turn);
            return new Outcome.Later(SOON, Why.BUSY);
        }
        if (!matches.get() || account == null || identities.of(account.person()).isEmpty()) {
            return new Outcome.Wrong();
        }
        attempts.succeeded(turn);
        return new Outcome.Admitted(account.person());
    }

    /** Checks that it is really the signed-in person; who has no password has nothing to show. */
    Outcome prove(CurrentPerson person, String password, String address) {
        Account account = account(person.login()).orElse(null);
        if (account != null && account.password() == null) {
            return new Outcome.Admitted(person.id());
        }
        return switch (attempts.beginProof(person.login(), address)) {
            case Turn.Slowed(Duration delay) -> {
                tallies.note(
                        person.id().value(), "sign-in.slowed", "person:" + person.id().value());
                yield new Outcome.Later(delay, Why.ATTEMPTS);
            }
            case Turn.Granted turn -> check(account, password, turn);
        };
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
}
