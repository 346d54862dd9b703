package io.kollega.access;

import io.kollega.audit.Audit;
import io.kollega.organization.Name;
import io.kollega.organization.NewPerson;
import io.kollega.organization.NewUnit;
import io.kollega.organization.Organization;
import io.kollega.organization.PersonId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The one-time link by which the first administrator of an empty company is made. */
@Component
final class FirstAdministrator {
    static final Duration VALID = Duration.ofHours(24);
    private static final String COMPANY = "company";

    private final JdbcClient jdbc;
    private final Organization organization;
    private final Accounts accounts;
    private final Audit audit;
    private final Clock clock;
    private final TransactionTemplate transactions;

    FirstAdministrator(
            JdbcClient jdbc,
            Organization organization,
            Accounts accounts,
            Audit audit,
            Clock clock,
            TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.organization = organization;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
        this.transactions = transactions;
    }

    /** Who the first administrator is; {@code company} names the top unit if there is none yet. */
    record Candidate(
            String company, String givenName, String familyName, String login, String password) {}

    /** A new secret, in place of any before; empty when there is an account already. */
    Optional<String> invite() {
        if (anyAccount()) {
            return Optional.empty();
        }
        String secret = Secret.create();
        jdbc.sql(
                        """
                        insert into access.first_administrator_link (hash, expires_at) values (:hash, :until)
                        on conflict (sole) do update set hash = :hash, expires_at = :until
                        """)
                .param("hash", Secret.hash(secret))
                .param("until", Timestamp.from(clock.instant().plus(VALID)))
                .update();
        return Optional.of(secret);
    }

    boolean valid(String secret) {
        return jdbc.sql(
                        """
                        select exists (select from access.first_administrator_link
                            where hash = ? and expires_at > ?)
                        """)
                .params(Secret.hash(secret), Timestamp.from(clock.instant()))
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    /** Whether the form has to ask for the company's name. */
    boolean needsCompany() {
        return organization.units(organization.today()).isEmpty();
    }

    /** Uses the link up and creates the administrator; empty when the link is not valid. */
    Optional<PersonId> create(String secret, Candidate candidate) {
        return Objects.requireNonNull(
                transactions.execute(_ -> use(secret) ? make(candidate) : Optional.empty()));
    }

    private boolean use(String secret) {
        int used =
                jdbc.sql(
                                """
                                delete from access.first_administrator_link
                                where hash = ? and expires_at > ?
                                """)
                        .params(Secret.hash(secret), Timestamp.from(clock.instant()))
                        .update();
        return used == 1 && !anyAccount();
    }

    private Optional<PersonId> make(Candidate candidate) {
        String unit =
                organization.units(organization.today()).stream()
                        .filter(it -> it.parent() == null)
                        .findFirst()
                        .map(it -> it.code())
                        .orElseGet(() -> found(candidate.company()));
        String login = Accounts.normal(candidate.login());
        PersonId person =
                Objects.requireNonNull(
                        organization
                                .bringPeople(
                                        List.of(
                                                new NewPerson(
                                                        login,
                                                        candidate.givenName(),
                                                        candidate.familyName(),
                                                        null,
                                                        unit,
                                                        false,
                                                        organization.today())))
                                .get(login));
        accounts.open(
                List.of(
                        new NewAccount(
                                person,
                                login,
                                candidate.password(),
                                Set.of(Role.EMPLOYEE, Role.ADMINISTRATOR))));
        audit.record(
                person.value(),
                "first-administrator.created",
                "person:" + person.value(),
                Map.of("login", login));
        return Optional.of(person);
    }

    private String found(String company) {
        organization.bringUnits(
                List.of(new NewUnit(COMPANY, Name.of(company), null, organization.today())));
        return COMPANY;
    }

    private boolean anyAccount() {
        return jdbc.sql("select exists (select from access.account)")
                .query((row, _) -> row.getBoolean(1))
                .single();
    }
}
