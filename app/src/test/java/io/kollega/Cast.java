package io.kollega;

import io.kollega.access.Accounts;
import io.kollega.access.NewAccount;
import io.kollega.access.Role;
import io.kollega.access.TokenScope;
import io.kollega.access.TokenTerms;
import io.kollega.organization.Name;
import io.kollega.organization.NewPerson;
import io.kollega.organization.NewUnit;
import io.kollega.organization.Organization;
import io.kollega.organization.PersonId;
import io.kollega.organization.UnitId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The one cast of characters in all tests. Irina of accounting asks, Pavel of IT works, Vera heads
 * IT, Oleg heads accounting, Dmitry buys for everyone, Anna analyses, Adam administers, Rita reads
 * the audit trail; a dozen more clients (client1 to client12) sit in logistics.
 */
public final class Cast {
    public static final String PASSWORD = "correct horse battery staple";
    private static final LocalDate SINCE = LocalDate.of(2020, 1, 1);

    private final Accounts accounts;
    private final Map<String, UnitId> units;
    private final Map<String, PersonId> people;

    Cast(Organization organization, Accounts accounts) {
        this.accounts = accounts;
        units =
                organization.bringUnits(
                        List.of(
                                unit("company", "Компания", "The company", null),
                                unit("accounting", "Бухгалтерия", "Accounting", "company"),
                                unit("it", "ИТ", "IT", "company"),
                                unit("procurement", "Закупки", "Procurement", "company"),
                                unit("logistics", "Логистика", "Logistics", "company"),
                                unit("management", "Управление", "Management", "company")));
        List<NewPerson> persons =
                new ArrayList<>(
                        List.of(
                                person("irina", "Ирина", "Котова", "accounting", false),
                                person("oleg", "Олег", "Савин", "accounting", true),
                                person("pavel", "Павел", "Лапин", "it", false),
                                person("vera", "Вера", "Белова", "it", true),
                                person("dmitry", "Дмитрий", "Орлов", "procurement", false),
                                person("anna", "Анна", "Мельник", "management", false),
                                person("adam", "Адам", "Зорин", "management", false),
                                person("rita", "Рита", "Ким", "management", false)));
        List<NewAccount> open = new ArrayList<>();
        for (int i = 1; i <= 12; i++) {
            persons.add(person("client" + i, "Клиент", "Номер" + i, "logistics", false));
        }
        people = organization.bringPeople(persons);
        for (String login : people.keySet()) {
            open.add(
                    new NewAccount(
                            id(login),
                            login,
                            WITH_PASSWORD.contains(login) ? PASSWORD : null,
                            roles(login)));
        }
        accounts.open(open);
    }

    /** Passwords are slow on purpose, so only those who sign in by form have one. */
    private static final Set<String> WITH_PASSWORD =
            Set.of(
                    "irina",
                    "pavel",
                    "vera",
                    "anna",
                    "adam",
                    "rita",
                    "client5",
                    "client6",
                    "client7",
                    "client8",
                    "client9",
                    "client10");

    public UnitId unit(String code) {
        return Objects.requireNonNull(units.get(code), code);
    }

    public PersonId id(String login) {
        return Objects.requireNonNull(people.get(login), login);
    }

    /** A new API token of a person, for all that they may do. */
    public String token(String login) {
        return token(login, TokenScope.ADMINISTER);
    }

    public String token(String login, TokenScope scope) {
        return accounts.issueToken(id(login), new TokenTerms("test", scope, null));
    }

    /** The value of the Authorization header of a person. */
    public String bearer(String login) {
        return "Bearer " + token(login);
    }

    private static Set<Role> roles(String login) {
        return switch (login) {
            case "pavel", "dmitry" -> Set.of(Role.EMPLOYEE, Role.SPECIALIST);
            case "vera", "oleg" -> Set.of(Role.EMPLOYEE, Role.UNIT_HEAD);
            case "anna" -> Set.of(Role.EMPLOYEE, Role.ANALYST);
            case "adam" -> Set.of(Role.ADMINISTRATOR);
            case "rita" -> Set.of(Role.AUDITOR);
            default -> Set.of(Role.EMPLOYEE);
        };
    }

    private static NewUnit unit(
            String code,
            String name,
            String english,
            @org.jspecify.annotations.Nullable String parent) {
        return new NewUnit(code, new Name(name, english), parent, SINCE);
    }

    private static NewPerson person(
            String code, String given, String family, String unit, boolean head) {
        return new NewPerson(code, given, family, null, unit, head, SINCE);
    }
}
